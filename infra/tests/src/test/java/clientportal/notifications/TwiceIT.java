package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.GroupNote;
import clientportal.driver.Logo;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.local.functions.FunctionFailedException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Each asynchronous function again, late and out of order: same end state, one notice, one mail.
 */
final class TwiceIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode invoke(String function, ObjectNode event) {
    try {
      return JSON.readTree(Portal.stack().invoke(function, event.toString()));
    } catch (FunctionFailedException | InterruptedException | IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void consume(String function, List<String> bodies) {
    ObjectNode event = Portal.json();
    ArrayNode records = event.putArray("Records");
    bodies.forEach(
        body -> records.addObject().put("messageId", "m" + records.size()).put("body", body));
    assertThat(invoke(function, event).path("batchItemFailures")).isEmpty();
  }

  private static List<Map<String, AttributeValue>> events(String firmId) {
    return Portal.stack()
        .dynamoDbClient()
        .scanPaginator(ScanRequest.builder().tableName(Portal.tableName()).build())
        .items()
        .stream()
        .filter(item -> item.containsKey("eventType"))
        .filter(item -> text(item, "PK").contains(firmId) || text(item, "PK").startsWith("TOKEN#"))
        .toList();
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return attribute(item, name).s();
  }

  private static String key(Map<String, AttributeValue> item) {
    return Portal.json().put("pk", text(item, "PK")).put("sk", text(item, "SK")).toString();
  }

  private static List<String> keys(List<Map<String, AttributeValue>> events, String... types) {
    List<String> keys = new ArrayList<>();
    events.stream()
        .filter(event -> List.of(types).contains(text(event, "eventType")))
        .forEach(event -> keys.add(key(event)));
    Collections.reverse(keys);
    return keys;
  }

  private static void handedOver(Office office) {
    Office.Member leo = office.member("Leo", false);
    office.client("Hilde").assignTeam(leo.staffId());
    office.handOver(leo.staffId(), office.staffId()).is(202);
    Portal.settle();
  }

  @Test
  void everyConsumer_handledAgainLateAndBackwards_changesNothing() {
    Office office = Office.open();
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    client.assignTeam(office.staffId());
    String folderId = client.folder("Taxes");
    String folder = client.path() + "/folders/" + folderId;
    client.share(folderId, "client", "view-upload").is(200);
    String document = File.text("from-staff.txt", "s").upload(office.administrator(), folder);
    ObjectNode shares = Office.recipients("client", "view-upload");
    shares
        .withArray("recipients")
        .addObject()
        .put("recipient", client.contact("Ines", true))
        .put("access", "view");
    office.administrator().put(folder + "/documents/" + document + "/shares", shares).is(200);
    File.text("from-client.txt", "c").upload(carla.person(), folder);
    client.sharedNote("Call on Monday", "The tax office has called.", "client");
    // Before the group note, which opens to contacts who are added later, too.
    requests(office, carla);
    GroupNote note = GroupNote.write(office, "Closed", "Until May.", client, office.client("Otto"));
    note.open();
    Portal.settle();
    note.change(GroupNote.ids(office.client("Nora")), List.of()).is(200);
    office
        .administrator()
        .patch(client.path(), Portal.json().put("email", Portal.email("carla")))
        .is(200);
    bounced(office);
    handedOver(office);
    Logo.upload(office.administrator(), office.path() + "/sites/" + office.slug(), Logo.png(9, 9));
    Portal.advance(Duration.ofMinutes(5));
    Portal.settle();
    List<Map<String, AttributeValue>> events = events(office.firmId());
    Map<String, Object> before = Portal.everything();

    for (int again = 0; again < 2; again++) {
      consume(
          "SendInvitations",
          keys(
              events,
              "StaffInvited",
              "AccountInvited",
              "FolderShared",
              "DocumentShared",
              "NoteShared",
              "GroupNoteShared",
              "DocumentsRequested"));
      consume("ReportBounces", keys(events, "AccountBounced"));
      consume("RecordMailReports", reports(events));
      consume("SendVerifications", keys(events, "VerificationRequested"));
      consume("SendAccountAlerts", keys(events, "AddressChangedMail"));
      consume(
          "RecordNotices",
          keys(
              events,
              "FolderShared",
              "DocumentShared",
              "NoteShared",
              "GroupNoteShared",
              "DocumentAdded",
              "DocumentUploaded",
              "DocumentsRequested",
              "ItemsSubmitted",
              "ItemsRejected"));
      consume("FanOutGroupNote", keys(events, "GroupNoteOpened", "ParticipantsChanged"));
      consume("ContinueHandOver", keys(events, "HandOverStarted"));
      consume("ConfirmUpload", uploads());
      consume("ConfirmLogo", uploads());
      invoke("RelayEvents", stream(events));
      invoke("SendDueDigests", Portal.json());
      Portal.settle();
      Portal.advance(Duration.ofMinutes(6));
    }

    assertThat(Portal.everything()).containsExactlyInAnyOrderEntriesOf(before);
  }

  @Test
  void anObjectThatIsNotThere_isLeftAlone() {
    Office office = Office.open();
    Office.Client client = office.client("Carla");
    String folder = client.path() + "/folders/" + client.folder("Taxes");
    String pending =
        File.text("never.txt", "sent").declare(office.administrator(), folder).text("documentId");
    String site = office.path() + "/sites/" + office.slug();
    String logo =
        "sites/%s/%s/%s"
            .formatted(
                office.firmId(),
                office.slug(),
                Logo.declare(office.administrator(), site, Logo.png(9, 9)).text("version"));
    Map<String, Object> before = Portal.everything();
    String stored =
        "firms/%s/clients/%s/folders/%s/documents/%s/1"
            .formatted(
                office.firmId(),
                client.clientId(),
                folder.substring(folder.lastIndexOf('/') + 1),
                pending);

    consume("ConfirmUpload", List.of(created(stored, 4)));
    consume("ConfirmLogo", List.of(created(logo, 4)));

    assertThat(Portal.everything()).isEqualTo(before);
  }

  /** Asks a client and a contact without account, and sends back what the client submits. */
  private static void requests(Office office, Office.Client.SignedIn carla) {
    Engagement loan = Engagement.begin(carla.client(), "Loan");
    String item = loan.ask(Engagement.items("text", "Why?")).getFirst();
    String contact = carla.client().contact("Colin", Portal.email("colin"), true);
    loan.ask(Engagement.items("text", "Since when?").put("assignee", contact));
    loan.answer(carla.person(), item, "Because").is(200);
    carla.person().post(loan.path() + "/submissions", Engagement.naming(item)).is(200);
    office
        .administrator()
        .post(loan.path() + "/reviews", Engagement.review(item, "reject"))
        .is(200);
  }

  /** Invites a person whose mailbox does not exist. */
  private static void bounced(Office office) {
    String email = "bounce+" + Portal.slug() + "@simulator.amazonses.com";
    Office.Client client = office.client("Bea");
    String contact = client.path() + "/contacts/" + client.contact("Ben", email, true);
    office.administrator().post(contact + "/account", Portal.json().put("email", email)).is(201);
  }

  /** What SES reports of the invitations that did not arrive. */
  private static List<String> reports(List<Map<String, AttributeValue>> events) {
    List<String> reports = new ArrayList<>();
    for (Map<String, AttributeValue> event : events) {
      Map<String, AttributeValue> data = attribute(event, "data").m();
      if (text(event, "eventType").equals("AccountBounced")) {
        Map<String, AttributeValue> holder = attribute(data, "holder").m();
        ObjectNode report =
            Portal.json().put("source", "aws.ses").put("detail-type", "Email Bounced");
        ObjectNode detail = report.putObject("detail");
        String now = Portal.now().toString();
        detail.putObject("bounce").put("bounceType", "Permanent").put("timestamp", now);
        ObjectNode tags = detail.putObject("mail").put("timestamp", now).putObject("tags");
        tags.putArray("kind").add("invitation");
        tags.putArray("firm").add(text(holder, "firmId"));
        tags.putArray("client").add(text(holder, "clientId"));
        tags.putArray("party").add(text(holder, "party"));
        events.stream()
            .filter(each -> text(each, "eventType").equals("AccountInvited"))
            .filter(each -> attribute(attribute(each, "data").m(), "holder").m().equals(holder))
            .forEach(each -> tags.putArray("event").add(text(each, "SK")));
        reports.add(report.toString());
      }
    }
    assertThat(reports).hasSize(1);
    return reports;
  }

  private static List<String> uploads() {
    return Portal.stack()
        .s3Client()
        .listObjectsV2Paginator(request -> request.bucket(Portal.bucketName()))
        .contents()
        .stream()
        .map(object -> created(object.key(), object.size()))
        .toList();
  }

  private static String created(String key, long size) {
    ObjectNode event = Portal.json().put("source", "aws.s3").put("detail-type", "Object Created");
    ObjectNode detail = event.putObject("detail");
    detail.putObject("bucket").put("name", Portal.bucketName());
    detail.putObject("object").put("key", key).put("size", size);
    return event.toString();
  }

  private static ObjectNode stream(List<Map<String, AttributeValue>> events) {
    ObjectNode stream = Portal.json();
    ArrayNode records = stream.putArray("Records");
    for (Map<String, AttributeValue> event : events) {
      ObjectNode image = Portal.json();
      for (String name : List.of("PK", "SK", "eventType")) {
        image.putObject(name).put("S", text(event, name));
      }
      ArrayNode audience = image.putObject("audience").putArray("L");
      attribute(event, "audience").l().forEach(each -> audience.addObject().put("S", each.s()));
      records
          .addObject()
          .put("eventName", "INSERT")
          .putObject("dynamodb")
          .put("SequenceNumber", String.valueOf(records.size()))
          .set("NewImage", image);
    }
    return stream;
  }
}
