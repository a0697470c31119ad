package clientportal.local.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail that SES was asked to send; {@code senders} are the addresses that must be verified. */
record OutgoingMail(
    MailAddress from,
    List<MailAddress> senders,
    List<MailAddress> recipients,
    Map<String, String> headers,
    @Nullable String subject,
    @Nullable String text,
    @Nullable String html,
    Optional<String> configurationSet,
    Map<String, String> tags) {

  /** A header may name the set, where the request does not. */
  OutgoingMail orConfigurationSet(Optional<String> named) {
    return new OutgoingMail(
        from,
        senders,
        recipients,
        headers,
        subject,
        text,
        html,
        configurationSet.or(() -> named),
        tags);
  }
}
