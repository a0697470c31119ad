package clientportal.platform;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Portal;
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

    Cost shared =
        cost("ListShared", () -> carla.person().get(client.path() + "/shared?limit=50").is(200));
    assertThat(shared.calls()).isEqualTo(Map.of("BatchGetItem", 1, "Query", 2));
    assertThat(shared.readUnits()).isLessThanOrEqualTo(12);
    return List.of(byStaff, byReader, declared, page, shares, shared);
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

    Cost confirmed =
        cost("ConfirmUpload", () -> file().uploadVersion(carla.person(), document));
    assertThat(confirmed.calls())
        .isEqualTo(
            Map.of("HeadObject", 1, "GetObject", 1, "BatchGetItem", 1, "TransactWriteItems", 1));
    assertThat(confirmed.writeUnits()).isLessThanOrEqualTo(8);
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
