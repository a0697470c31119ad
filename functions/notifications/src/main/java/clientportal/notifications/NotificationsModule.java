package clientportal.notifications;

import clientportal.access.Access;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.SesMailSender;
import clientportal.platform.Environment;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Wires the use cases of this module, each with only what it needs. */
final class NotificationsModule {
  private final Environment environment = Environment.current();
  private final AwsClients clients = AwsClients.fromEnvironment();
  private final Clock clock = RuntimeContext.current().clock();

  private NotificationsModule() {}

  static NotificationsModule fromEnvironment() {
    return new NotificationsModule();
  }

  RelayEvents relayEvents() {
    return new RelayEvents(new SnsTopic(sns(), environment.require("TOPIC_ARN")));
  }

  RelayLostEvents relayLostEvents() {
    return new RelayLostEvents(
        new DynamoDbStreamRecords(
            clients.configure(DynamoDbStreamsClient.builder(), "DYNAMODB_STREAMS").build()),
        relayEvents());
  }

  SendInvitations sendInvitations() {
    return new SendInvitations(clients.table(), mails(), links(), clock, recordBounces());
  }

  RecordMailReports recordMailReports() {
    return new RecordMailReports(clients.table(), recordBounces());
  }

  private RecordBounces recordBounces() {
    return new RecordBounces(clients.table(), clock, new Ids(clock));
  }

  ReportBounces reportBounces() {
    return new ReportBounces(clients.table(), mails(), links(), clock);
  }

  SendVerifications sendVerifications() {
    return new SendVerifications(clients.table(), mails(), links(), clock);
  }

  SendAccountAlerts sendAccountAlerts() {
    return new SendAccountAlerts(clients.table(), mails(), links(), clock);
  }

  RecordNotices recordNotices() {
    return new RecordNotices(clients.table());
  }

  SendDueDigests sendDueDigests() {
    return new SendDueDigests(clients.table(), mails(), texts(), links(), clock);
  }

  SendReminders sendReminders() {
    return new SendReminders(clients.table(), new Ids(clock), clock);
  }

  ListNotices listNotices() {
    return new ListNotices(clients.table(), clock);
  }

  ListDeliveries listDeliveries() {
    return new ListDeliveries(new Access(clients.table(), clock), clients.table());
  }

  MarkNoticesRead markNoticesRead() {
    return new MarkNoticesRead(clients.table(), clock);
  }

  private MailSender mails() {
    return new SesMailSender(
        clients.configure(SesV2Client.builder(), "SESV2").build(),
        environment.require("MAIL_FROM"),
        environment.require("CONFIGURATION_SET"));
  }

  private TextSender texts() {
    return new SnsTextSender(sns());
  }

  private SnsClient sns() {
    return clients.configure(SnsClient.builder(), "SNS").build();
  }

  private MailLinks links() {
    return new MailLinks(environment.require("PORTAL_URL"), environment.require("STAFF_URL"));
  }
}
