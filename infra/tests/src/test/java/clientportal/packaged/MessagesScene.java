package clientportal.packaged;

import static clientportal.driver.Portal.json;

import clientportal.driver.Answer;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.GroupNote;
import clientportal.driver.Logo;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.local.LocalStack;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The asynchronous functions: each message is caught, and left to the packaged function. */
record MessagesScene(LocalStack stack, EventCatcher events, Office office) {
  private static final Pattern EVENT_ID = Pattern.compile("(?i)\\bsk\\W+(?:S\\W+)?(\\w{26})\\b");

  void send(Office.Client.SignedIn carla, String folderPath) {
    Office.Client client = carla.client();
    Portal.settle();
    makeDigestsDue(office.firmId(), client.clientId());
    upload(folderPath);
    logo();
    invitation();
    bounces();
    alert();
    notice(client);
    fanOut(client);
    handOver(office.client("Hilde"));
    // The last that needs verifications: none is mailed after it.
    verification();
    request(client);
    // Last, because it moves the clock.
    Portal.advance(Duration.ofMinutes(1));
    events.keepMessage("SendDueDigests");
    events.keepMessage("SendReminders");
    events.keepMessage("SweepUploads");
  }

  private void upload(String folderPath) {
    events.catchFromNowOn("ConfirmUpload");
    Answer declared =
        File.text("new.txt", "Dear Ada").declare(office.administrator(), folderPath).is(201);
    events.name("newDocument", declared.text("documentId"));
    File.put(declared, File.text("new.txt", "Dear Ada").bytes()).is(200);
    // The function may get the event of the bytes and that of their scan in one batch, or in two.
    events.keepMessage("ConfirmUpload");
  }

  private void logo() {
    Person ada = office.administrator();
    String slug = Portal.slug();
    ada.post(office.path() + "/sites", json().put("slug", slug).put("name", "Another")).is(201);
    events.name("siteToShow", slug);
    events.catchFromNowOn("ConfirmLogo");
    Answer declared = Logo.declare(ada, office.path() + "/sites/" + slug, Logo.png(50, 10)).is(201);
    File.put(declared, Logo.png(50, 10).bytes()).is(200);
    events.keepMessage("ConfirmLogo");
  }

  private void invitation() {
    events.catchFromNowOn("SendInvitations");
    Office.Client invited = office.client("Gus").invite();
    events.name("toBeInvitedEmail", invited.email());
    events.keepMessage("SendInvitations");
    events.letGo("SendInvitations");
  }

  private void verification() {
    Office.Client verifying = office.client("Hanna").invite();
    events.name("toVerifyEmail", verifying.email());
    Portal.lastMail(verifying.email());
    events.catchFromNowOn("SendVerifications");
    events.watch("RelayEvents", "VerificationRequested");
    accept(verifying);
    events.keepMessage("SendVerifications");
    events.name("verificationEvent", eventId(events.event("SendVerifications")));
    events.keepMessage("RelayEvents");
    // Once it is relayed again it is caught again.
    events.forget("SendVerifications");

    events.catchFromNowOn("RelayLostEvents");
    events.refuse("RelayEvents", "VerificationRequested");
    accept(verifying);
    events.keepMessage("RelayLostEvents");
    events.name("lostEvent", eventId(events.caught("RelayEvents").getLast()));
    events.letGo("RelayEvents");
  }

  private void bounces() {
    events.catchFromNowOn("ReportBounces");
    Office.Client reported = office.client("Bea", bouncing()).invite();
    events.name("bouncedEmail", reported.email());
    events.keepMessage("ReportBounces");

    events.catchFromNowOn("RecordMailReports");
    Office.Client recorded = office.client("Ben", bouncing()).invite();
    events.name("toBounce", recorded.clientId());
    events.keepMessage("RecordMailReports");
  }

  /** Returns an address of SES's simulator. */
  private static String bouncing() {
    return "bounce+" + Portal.slug() + "@simulator.amazonses.com";
  }

  private void alert() {
    Office.Client.SignedIn vera = office.activeClient("Vera");
    events.name("revokedEmail", vera.person().email());
    Portal.settle();
    events.catchFromNowOn("SendAccountAlerts");
    office.administrator().call("DELETE", vera.client().path() + "/account").send().is(204);
    events.keepMessage("SendAccountAlerts");
  }

  private void notice(Office.Client client) {
    events.catchFromNowOn("RecordNotices");
    String other = client.folder("Payroll");
    client.share(other, "client", "view").is(200);
    events.keepMessage("RecordNotices");
    events.name("noticeEvent", eventId(events.event("RecordNotices")));
  }

  private void fanOut(Office.Client client) {
    events.catchFromNowOn("FanOutGroupNote");
    GroupNote note = GroupNote.write(office, "Closed at Easter", "We are away.", client).open();
    events.name("openedGroupNote", note.noteId());
    events.keepMessage("FanOutGroupNote");
  }

  private void handOver(Office.Client client) {
    Office.Member leo = office.member("Leo", false);
    client.assignTeam(leo.staffId());
    events.catchFromNowOn("ContinueHandOver");
    office.handOver(leo.staffId(), office.staffId()).is(202);
    events.name("leaver", leo.staffId());
    events.keepMessage("ContinueHandOver");
  }

  /** Asks for something of which the packaged function will plan the reminders. */
  private void request(Office.Client client) {
    events.catchFromNowOn("SendReminders");
    Engagement engagement = Engagement.withReminders(client, "Receipts");
    engagement.ask("Receipt of March");
    events.name("toBeReminded", engagement.engagementId());
  }

  private static void accept(Office.Client invited) {
    Visitor.elsewhere().accept(Portal.newestToken(invited.email())).is(202);
  }

  /** Returns the sort key of an event that is in a stream's records or in a message. */
  private static String eventId(String records) {
    Matcher id = EVENT_ID.matcher(records);
    if (!id.find()) {
      throw new AssertionError("no event in " + records);
    }
    return id.group(1);
  }

  /** Makes digests due in the table, as if their five minutes had passed. */
  private void makeDigestsDue(String firm, String addressee) {
    Map<String, AttributeValue> key =
        Map.of(
            "PK", AttributeValue.fromS("FIRM#" + firm + "#DIGEST#" + addressee),
            "SK", AttributeValue.fromS("0000000001"));
    stack
        .dynamoDbClient()
        .updateItem(update ->
            update
                .tableName(Portal.tableName())
                .key(key)
                .conditionExpression("attribute_exists(PK)")
                .updateExpression("SET dueAt = :past")
                .expressionAttributeValues(
                    Map.of(":past", AttributeValue.fromS("2026-01-01T00:00:00.000Z"))));
  }
}
