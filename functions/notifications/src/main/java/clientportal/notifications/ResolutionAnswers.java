package clientportal.notifications;

import clientportal.access.events.EventData.RegistrationResolved;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.Registration;
import clientportal.access.records.Registration.Resolution;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.SignInHint;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/** Tells who registered and waited what staff said. */
record ResolutionAnswers(Table table, MailLinks links) {
  Optional<Reply> to(EventId event, RegistrationResolved data) {
    FirmId firmId = data.firm();
    Key resolved = TableKeys.resolvedRegistration(firmId, data.registration());
    return table
        .read(List.of(resolved))
        .at(resolved)
        .map(item -> reply(event, Registration.fromItem(item)));
  }

  private Reply reply(EventId event, Registration registration) {
    Key firmKey = TableKeys.firm(registration.firm());
    Key sendingKey = TableKeys.notified(registration.email(), event);
    Items items = table.read(List.of(firmKey, sendingKey));
    Firm firm = Firm.fromItem(items.at(firmKey).orElseThrow());
    SignInHint hint = new SignInHint(firm.name(), links.site(registration.site()));
    return new Reply(
        Sending.of(sendingKey, items),
        Optional.empty(),
        firm.name(),
        registration.email(),
        registration.resolution().orElseThrow() instanceof Resolution.Linked
            ? Mails.accessReady(hint)
            : Mails.registrationDeclined(hint),
        List.of());
  }
}
