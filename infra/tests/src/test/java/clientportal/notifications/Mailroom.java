package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.Subscription;
import clientportal.delivery.EventMessage;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailSender;
import clientportal.platform.Ids;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The functions that notify people of events, on a table of a test, and the mails they sent. */
public final class Mailroom {
  /** A mail that was sent. */
  public record Sent(Instant at, String address, String text) {}

  private final List<Sent> sent = new ArrayList<>();
  private final RecordNotices recordNotices;
  private final SendInvitations sendInvitations;
  private final SendDueDigests sendDueDigests;

  public Mailroom(Table table, Clock clock, Ids ids) {
    MailSender mails =
        (_, address, mail, _) -> sent.add(new Sent(clock.instant(), address, mail.text()));
    MailLinks links = new MailLinks("https://portal.test", "https://staff.test");
    recordNotices = new RecordNotices(table);
    sendInvitations =
        new SendInvitations(table, mails, links, clock, new RecordBounces(table, clock, ids));
    sendDueDigests = new SendDueDigests(table, mails, (_, _) -> {}, links, clock);
  }

  /** Delivers an event, as the relay and the queues do. */
  public void deliver(Event event) {
    for (EventMessage message : EventMessage.of(event.key(), event.audience().size())) {
      if (event.data() instanceof Subscription.Invitations) {
        sendInvitations.handle(message);
      }
      if (event.data() instanceof Subscription.Notices) {
        recordNotices.handle(message);
      }
    }
  }

  public void sendDueDigests() {
    sendDueDigests.handle(() -> true).requireSuccess("digests");
  }

  public List<Sent> sent() {
    return List.copyOf(sent);
  }
}
