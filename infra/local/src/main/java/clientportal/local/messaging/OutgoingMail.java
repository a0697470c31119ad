package clientportal.local.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail for SES to send; {@code senders} are the addresses that must be verified. */
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

  /** Returns the mail with the configuration set of a header, unless the request named one. */
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
