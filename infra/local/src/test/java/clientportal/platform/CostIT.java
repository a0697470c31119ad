package clientportal.platform;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.LargeFile;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.local.functions.AwsCall;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What the common actions cost: calls to AWS, and capacity units of the table counted from the
 * bytes of the items, with names and addresses of real lengths. The same for few documents and for
 * many.
 */
final class CostIT {
  private static final String LONG_NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);

  private final Office office = Office.open(LONG_NAME, true);
  private final Office.Customer.SignedIn carla = office.activeClient(LONG_NAME);
  private final Office.Customer client = carla.customer();
  private final String folderId = client.folder(LONG_NAME);
  private final String folder = client.path() + "/folders/" + folderId;

  CostIT() {
    client.share(folderId, "client", "view-upload").is(200);
  }

  private static Cost cost(String function, Runnable action) {
    return Cost.of(Portal.calls(function, action));
  }

  private static File file() {
    return File.text("x".repeat(116) + ".txt", "x");
  }

  /** Adds documents to the folder by copies of one, past the API. */
  private void fill(String documentId, int copies) {
    String pk =
        "FIRM#%s#CLIENT#%s#FOLDER#%s".formatted(office.firmId(), client.clientId(), folderId);
    Map<String, AttributeValue> document = Portal.item(pk, "DOC#" + documentId);
    assertThat(document).isNotEmpty();
    List<WriteRequest> batch = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      Map<String, AttributeValue> copy = new HashMap<>(document);
      copy.put(
          "SK", AttributeValue.fromS("DOC#01arz3ndektsv4rrffq%07d".formatted(i).substring(0, 30)));
      batch.add(WriteRequest.builder().putRequest(PutRequest.builder().item(copy).build()).build());
      if (batch.size() == 25 || i == copies - 1) {
        List<WriteRequest> requests = List.copyOf(batch);
        Portal.stack()
            .dynamoDbClient()
            .batchWriteItem(request -> request.requestItems(Map.of(Portal.tableName(), requests)));
        batch.clear();
      }
    }
  }

  @Test
  void everyAction_costsTheSame_forFewDocumentsAndForMany() {
    String document = file().upload(office.administrator(), folder);
    fill(document, 60);
    List<Cost> few = actions(document);
    fill(document, 2_000);

    List<Cost> many = actions(document);

    assertThat(many).isEqualTo(few);
  }

  private List<Cost> actions(String document) {
    String path = folder + "/documents/" + document;
    Cost byStaff =
        cost("RequestDownload", () -> office.administrator().post(path + "/download").is(200));
    assertThat(byStaff.calls()).isEqualTo(Map.of("BatchGetItem", 1));
    assertThat(byStaff.readUnits()).isLessThanOrEqualTo(5);
    Cost byReader = cost("RequestDownload", () -> carla.person().post(path + "/download").is(200));
    assertThat(byReader.calls()).isEqualTo(Map.of("BatchGetItem", 1));
    assertThat(byReader.readUnits()).isLessThanOrEqualTo(5);

    Cost declared = cost("RequestUpload", this::declare);
    assertThat(declared.calls()).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
    assertThat(declared.readUnits()).isLessThanOrEqualTo(5);
    assertThat(declared.writeUnits()).isLessThanOrEqualTo(10);

    Cost page =
        cost(
            "ListDocuments",
            () ->
                assertThat(carla.person().get(folder + "/documents?limit=50").at("items"))
                    .hasSize(50));
    assertThat(page.calls()).isEqualTo(Map.of("BatchGetItem", 1, "Query", 1));
    assertThat(page.readUnits()).isLessThanOrEqualTo(11);

    Cost shares = cost("SetFolderShares", () -> toggle());
    assertThat(shares.calls()).isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 2));
    assertThat(shares.readUnits()).isLessThanOrEqualTo(2 * 4);
    assertThat(shares.writeUnits()).isLessThanOrEqualTo(2 * (6 + 2 * 2));

    Cost documentShares = cost("SetDocumentShares", () -> toggleDocument(path));
    assertThat(documentShares.calls())
        .isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 2));
    assertThat(documentShares.readUnits()).isLessThanOrEqualTo(2 * 6);
    assertThat(documentShares.writeUnits()).isLessThanOrEqualTo(2 * (6 + 2));

    Cost shared =
        cost("ListShared", () -> carla.person().get(client.path() + "/shared?limit=50").is(200));
    assertThat(shared.calls()).isEqualTo(Map.of("BatchGetItem", 1, "Query", 2));
    assertThat(shared.readUnits()).isLessThanOrEqualTo(12);
    return List.of(byStaff, byReader, declared, page, shares, documentShares, shared);
  }

  private void declare() {
    carla
        .person()
        .call("POST", folder + "/documents")
        .header("Idempotency-Key", Portal.slug())
        .json(
            json()
                .put("name", file().name())
                .put("size", 1)
                .put("contentType", "text/plain")
                .put("sha256", file().sha256()))
        .send()
        .is(201);
  }

  /** Opens the folder to all authorized and back to the client: twice the cost of one change. */
  private void toggle() {
    client.share(folderId, "all-authorized", "view-upload").is(200);
    client.share(folderId, "client", "view-upload").is(200);
  }

  /** Opens a document to all authorized, besides those who have its folder, and takes it back. */
  private void toggleDocument(String path) {
    ObjectNode shares = Office.recipients("client", "view-upload");
    office.administrator().put(path + "/shares", withAll(shares.deepCopy())).is(200);
    office.administrator().put(path + "/shares", shares).is(200);
  }

  private static ObjectNode withAll(ObjectNode shares) {
    shares
        .withArray("recipients")
        .addObject()
        .put("recipient", "all-authorized")
        .put("access", "view");
    return shares;
  }

  @Test
  void invitingByAShare_costsTheAccountAndItsCopy() {
    String contact = client.contact(LONG_NAME, Portal.email("x".repeat(20)), true);
    ObjectNode both = Office.recipients("client", "view-upload");
    both.withArray("recipients").addObject().put("recipient", contact).put("access", "view");

    Cost shared =
        cost("SetFolderShares", () -> office.administrator().put(folder + "/shares", both).is(200));

    assertThat(shared.calls()).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
    assertThat(shared.readUnits()).isLessThanOrEqualTo(4 + 2);
    assertThat(shared.writeUnits()).isLessThanOrEqualTo(6 + 2 + 4);

    Cost mailed =
        cost(
            "SendInvitations",
            () -> {
              String another = client.contact(LONG_NAME, Portal.email("y".repeat(20)), true);
              ObjectNode three = both.deepCopy();
              three
                  .withArray("recipients")
                  .addObject()
                  .put("recipient", another)
                  .put("access", "view");
              office.administrator().put(folder + "/shares", three).is(200);
              Portal.settle();
            });
    assertThat(mailed.calls())
        .isEqualTo(
            Map.of("BatchGetItem", 3, "TransactWriteItems", 1, "PutItem", 1, "SendEmail", 1));
  }

  @Test
  void theEventOfAnUpload_costsAtMostOneCallOfEachKind() {
    Cost confirmed = cost("ConfirmUpload", () -> file().upload(carla.person(), folder));

    assertThat(confirmed.calls())
        .isEqualTo(
            Map.of("HeadObject", 1, "GetObject", 1, "BatchGetItem", 1, "TransactWriteItems", 1));
    assertThat(confirmed.writeUnits()).isLessThanOrEqualTo(8);
  }

  @Test
  void aVersion_costsNoMoreCalls() {
    String document = folder + "/documents/" + file().upload(carla.person(), folder);

    Cost declared =
        cost(
            "RequestVersion",
            () ->
                carla
                    .person()
                    .call("POST", document + "/versions")
                    .header("Idempotency-Key", Portal.slug())
                    .json(file().declaration())
                    .send()
                    .is(201));
    assertThat(declared.calls()).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
    assertThat(declared.writeUnits()).isLessThanOrEqualTo(10);

    Cost confirmed = cost("ConfirmUpload", () -> file().uploadVersion(carla.person(), document));
    assertThat(confirmed.calls())
        .isEqualTo(
            Map.of("HeadObject", 1, "GetObject", 1, "BatchGetItem", 1, "TransactWriteItems", 1));
    assertThat(confirmed.writeUnits()).isLessThanOrEqualTo(8);
  }

  @Test
  void anUploadInParts_costsTheSameHoweverLargeItIs_butForItsChecksums() {
    LargeFile large = new LargeFile("x".repeat(116) + ".bin", LargeFile.PART + 10, 3);
    List<Answer> declared = new ArrayList<>();
    Cost declaring =
        cost(
            "RequestUpload",
            () -> declared.add(carla.person().post(folder + "/documents", large.declaration())));
    String document = folder + "/documents/" + declared.getFirst().text("documentId");
    assertThat(declaring.calls())
        .isEqualTo(Map.of("BatchGetItem", 1, "CreateMultipartUpload", 1, "TransactWriteItems", 1));
    assertThat(declaring.readUnits()).isLessThanOrEqualTo(5);
    assertThat(declaring.writeUnits()).isLessThanOrEqualTo(10);

    Cost resuming = cost("ResumeUpload", () -> carla.person().post(document + "/upload").is(200));
    assertThat(resuming.calls()).isEqualTo(Map.of("BatchGetItem", 1, "ListParts", 1, "PutItem", 1));
    assertThat(resuming.readUnits()).isLessThanOrEqualTo(8);
    assertThat(resuming.writeUnits()).isLessThanOrEqualTo(2);

    large.putAll(declared.getFirst());
    Cost confirming =
        cost(
            "ConfirmUpload",
            () -> {
              Cost completing =
                  cost(
                      "CompleteUpload",
                      () -> carla.person().post(document + "/upload/completion").is(202));
              assertThat(completing.calls())
                  .isEqualTo(
                      Map.of("BatchGetItem", 1, "ListParts", 1, "CompleteMultipartUpload", 1));
              assertThat(completing.readUnits()).isLessThanOrEqualTo(8);
              Portal.settle();
            });
    assertThat(confirming.calls())
        .isEqualTo(
            Map.of("HeadObject", 1, "GetObject", 1, "BatchGetItem", 1, "TransactWriteItems", 1));
    assertThat(confirming.writeUnits()).isLessThanOrEqualTo(8);
  }

  @Test
  void listsOfUploadsAndVersions_areOneReadAndOneQuery() {
    String document = folder + "/documents/" + file().upload(carla.person(), folder);
    file().declare(carla.person(), folder).is(201);
    Map<String, Person> callers = Map.of("staff", office.administrator(), "reader", carla.person());
    callers.forEach((who, caller) -> {
      Cost uploads = cost("ListUploads", () -> caller.get(folder + "/uploads?limit=50").is(200));
      assertThat(uploads.calls()).as(who).isEqualTo(Map.of("BatchGetItem", 1, "Query", 1));
      assertThat(uploads.readUnits()).isLessThanOrEqualTo(11);
    });
    Cost versions =
        cost(
            "ListVersions",
            () -> office.administrator().get(document + "/versions?limit=50").is(200));
    assertThat(versions.calls()).isEqualTo(Map.of("BatchGetItem", 1, "Query", 1));
    assertThat(versions.readUnits()).isLessThanOrEqualTo(11);
    Cost download =
        cost(
            "RequestVersionDownload",
            () -> office.administrator().post(document + "/versions/1/download").is(200));
    assertThat(download.calls()).isEqualTo(Map.of("BatchGetItem", 1));
    assertThat(download.readUnits()).isLessThanOrEqualTo(7);
  }

  @Test
  void creatingAClient_isOneReadAndOneTransaction() {
    ObjectNode body =
        json().put("kind", "client").put("name", LONG_NAME).put("email", Portal.email("c"));

    Cost created =
        cost(
            "CreateClient",
            () -> office.administrator().post(office.path() + "/clients", body).is(201));

    assertThat(created.calls()).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
  }

  @Test
  void inviting_isOneReadAndOneTransaction_andAcceptingOneWrite_whateverTheToken() {
    Office.Customer other = office.client(LONG_NAME);
    Cost created = cost("CreateAccount", () -> other.invite());
    assertThat(created.calls()).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
    String token = Portal.token(Portal.lastMail(other.email()));

    for (String presented : List.of(token, "A".repeat(43), "x")) {
      Cost accepted =
          cost(
              "AcceptInvitation",
              () ->
                  Portal.anonymous("POST", "/v1/invitations/accept")
                      .json(json().put("token", presented))
                      .send()
                      .is(202));
      assertThat(accepted.calls()).isEqualTo(Map.of("PutItem", 1));
    }
  }

  @Test
  void managingAccounts_isOneReadAndOneTransaction_andOneReadMoreOfThePersonsLink() {
    for (boolean ofClient : new boolean[] {true, false}) {
      Office.Customer other = office.client(LONG_NAME);
      String email = ofClient ? other.email() : Portal.email("colin");
      String contact = ofClient ? "" : "/contacts/" + other.contact(LONG_NAME, email, true);
      String path = other.path() + contact + "/account";
      String kind = ofClient ? "" : "Contact";
      Person staff = office.administrator();

      Cost created =
          cost(
              "Create" + kind + "Account",
              () -> staff.post(path, json().put("email", email)).is(201));
      assertManaging(created, 1, 4);
      Cost resent =
          cost(
              ofClient ? "ResendInvitation" : "ResendContactInvitation",
              () -> staff.post(path + "/invitation").is(202));
      assertManaging(resent, 1, 4);
      Cost seen = cost("Get" + kind + "Account", () -> staff.get(path).is(200));
      assertThat(seen.calls()).isEqualTo(Map.of("BatchGetItem", 1));
      assertThat(seen.readUnits()).isLessThanOrEqualTo(4);
      Portal.comeIn(email);
      Cost revoked = cost("Revoke" + kind + "Account", () -> staff.delete(path).is(204));
      assertManaging(revoked, 2, 5);
      assertThat(revoked.writeUnits()).isLessThanOrEqualTo(10);
      Cost again = cost("Revoke" + kind + "Account", () -> staff.delete(path).is(204));
      assertThat(again.calls()).isEqualTo(Map.of("BatchGetItem", 1));
    }
  }

  private static void assertManaging(Cost cost, int reads, double readUnits) {
    assertThat(cost.calls()).isEqualTo(Map.of("BatchGetItem", reads, "TransactWriteItems", 1));
    assertThat(cost.readUnits()).isLessThanOrEqualTo(readUnits);
    assertThat(cost.writeUnits()).isLessThanOrEqualTo(10);
  }

  @Test
  void instructions_areOneRead() {
    Cost cost =
        cost(
            "GetAccountInstructions",
            () -> office.administrator().get(client.path() + "/account/instructions").is(200));

    assertThat(cost.calls()).isEqualTo(Map.of("BatchGetItem", 1));
    assertThat(cost.readUnits()).isLessThanOrEqualTo(5);
  }

  @Test
  void anInvitationThatDoesNotArrive_isOneReadAndOneTransaction_andAMail() {
    Office.Customer other = office.client(LONG_NAME);
    String email = "bounce+" + Portal.slug() + "@simulator.amazonses.com";
    String path = other.path() + "/contacts/" + other.contact(LONG_NAME, email, true);
    Runnable invite =
        () -> {
          office.administrator().post(path + "/account", json().put("email", email)).is(201);
          Portal.settle();
        };

    List<AwsCall> calls = new ArrayList<>(Portal.calls("RecordBounces", invite));
    assertThat(Cost.of(calls).calls())
        .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
    assertThat(Cost.of(calls).readUnits()).isLessThanOrEqualTo(3);
    assertThat(Cost.of(calls).writeUnits()).isLessThanOrEqualTo(6);
    Cost reported = Cost.of(Portal.stack().calls().callsOf("ReportBounces"));
    assertThat(reported.calls()).isEqualTo(Map.of("BatchGetItem", 2, "PutItem", 2, "SendEmail", 1));
    assertThat(reported.readUnits()).isLessThanOrEqualTo(7);
    assertThat(reported.writeUnits()).isLessThanOrEqualTo(2);
  }

  @Test
  void registering_isTheSameFewCalls_whoeverHasTheAddress() {
    Visitor visitor = Visitor.elsewhere();
    visitor.register(office.slug(), LONG_NAME, Portal.email("first")).is(202);
    for (String email : List.of(carla.person().email(), Portal.email("nobody"))) {
      Cost registered =
          cost("Register", () -> visitor.register(office.slug(), LONG_NAME, email).is(202));
      assertThat(registered.calls())
          .isEqualTo(Map.of("BatchGetItem", 2, "UpdateItem", 2, "PutItem", 1));
      assertThat(registered.readUnits()).isLessThanOrEqualTo(4);
      assertThat(registered.writeUnits()).isLessThanOrEqualTo(3);

      Cost forgotten =
          cost("RequestPasswordReset", () -> visitor.requestPasswordReset(email).is(202));
      assertThat(forgotten.calls())
          .isEqualTo(Map.of("BatchGetItem", 1, "UpdateItem", 1, "PutItem", 1));
      assertThat(forgotten.readUnits()).isLessThanOrEqualTo(1);
      assertThat(forgotten.writeUnits()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void comingInByRegistration_andByANewPassword() {
    Visitor visitor = Visitor.elsewhere();
    String email = Portal.email("rosa");
    Visitor.Asked asked = visitor.registering(office.slug(), LONG_NAME, email);
    Cost verified = cost("VerifyAccount", () -> visitor.verify(asked.withKey()).is(200));
    assertThat(verified.calls())
        .isEqualTo(
            Map.of(
                "UpdateItem", 2,
                "Query", 1,
                "BatchGetItem", 1,
                "AdminCreateUser", 1,
                "TransactWriteItems", 1));
    assertThat(verified.readUnits()).isLessThanOrEqualTo(4);
    assertThat(verified.writeUnits()).isLessThanOrEqualTo(2 + 2 * 16);

    Visitor.Asked forgotten = visitor.resetting(email);
    Cost reset =
        cost(
            "ResetPassword",
            () ->
                visitor
                    .resetPassword(forgotten.withKey().put("password", Visitor.PASSWORD))
                    .is(204));
    assertThat(reset.calls())
        .isEqualTo(
            Map.of(
                "UpdateItem", 2,
                "BatchGetItem", 1,
                "AdminSetUserPassword", 1,
                "AdminUserGlobalSignOut", 1,
                "TransactWriteItems", 1));
    assertThat(reset.readUnits()).isLessThanOrEqualTo(2);
    assertThat(reset.writeUnits()).isLessThanOrEqualTo(2 + 2 * 3);
  }

  @Test
  void registrationsThatWait_costTheSame_forFewAndForMany() {
    String email = Portal.email("twin");
    Office.Customer one = office.client(LONG_NAME, email);
    office.client(LONG_NAME, email);
    Visitor visitor = Visitor.elsewhere();
    visitor.verify(visitor.registering(office.slug(), LONG_NAME, email).withKey()).is(200);
    String registrations = office.path() + "/registrations";
    Cost few = cost("ListRegistrations", () -> office.administrator().get(registrations).is(200));
    copyRegistration(1_000);

    Cost many = cost("ListRegistrations", () -> office.administrator().get(registrations).is(200));

    assertThat(few.calls()).isEqualTo(Map.of("BatchGetItem", 1, "Query", 1));
    assertThat(many.calls()).isEqualTo(few.calls());
    assertThat(many.readUnits()).isLessThanOrEqualTo(1 + 4);
    String id =
        office.administrator().get(registrations + "?limit=1").text("items/0/registrationId");
    Cost resolved =
        cost(
            "ResolveRegistration",
            () ->
                office
                    .administrator()
                    .post(
                        registrations + "/" + id + "/resolution",
                        json().put("clientId", one.clientId()))
                    .is(200));
    assertThat(resolved.calls()).isEqualTo(Map.of("BatchGetItem", 3, "TransactWriteItems", 1));
    assertThat(resolved.readUnits()).isLessThanOrEqualTo(7);
    assertThat(resolved.writeUnits()).isLessThanOrEqualTo(2 * 12);
  }

  /** Adds registrations by older copies of the one there is, past the API. */
  private void copyRegistration(int copies) {
    Map<String, AttributeValue> one =
        Portal.stack()
            .dynamoDbClient()
            .query(request ->
                request
                    .tableName(Portal.tableName())
                    .keyConditionExpression("PK = :pk")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk",
                            AttributeValue.fromS("FIRM#" + office.firmId() + "#REGISTRATIONS"))))
            .items()
            .getFirst();
    for (int i = 0; i < copies; i++) {
      Map<String, AttributeValue> copy = new HashMap<>(one);
      copy.put("SK", AttributeValue.fromS("PENDING#00arz3ndektsv4rrff%08d".formatted(i)));
      Portal.stack()
          .dynamoDbClient()
          .putItem(request -> request.tableName(Portal.tableName()).item(copy));
    }
  }

  /** What an action cost. */
  record Cost(Map<String, Integer> calls, double readUnits, double writeUnits) {
    static Cost of(List<AwsCall> made) {
      Map<String, Integer> calls = new HashMap<>();
      made.forEach(call -> calls.merge(call.operation(), 1, Integer::sum));
      return new Cost(
          Map.copyOf(calls),
          made.stream().mapToDouble(Units::read).sum(),
          made.stream().mapToDouble(Units::written).sum());
    }
  }
}
