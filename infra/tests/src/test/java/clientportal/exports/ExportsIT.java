package clientportal.exports;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Staff export an engagement that has ended ({@code exportEngagement}), as JSON and as PDF. */
final class ExportsIT {
  private static final int MOST_FILES = 1000;

  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla Client");
  private final Engagement engagement = Engagement.begin(carla.client(), "Mortgage");

  private Answer export(Person by, String accept) {
    return by.call("GET", engagement.path() + "/export").header("Accept", accept).send();
  }

  private void complete() {
    ada.put(engagement.path() + "/status", json().put("status", "completed").put("rest", "cancel"))
        .is(200);
  }

  private static String text(Answer pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void whatWasAsked_answeredAndReviewed_isInBothFormats() throws IOException {
    String item = engagement.ask("Payslips");
    File file = File.text("payslip.txt", "payslip");
    String document = engagement.upload(carla.person(), file, item);
    carla.person().post(engagement.path() + "/submissions", Engagement.naming(item)).is(200);
    ada.post(engagement.path() + "/reviews", Engagement.review(item, "reject")).is(200);
    String question = engagement.submitted(carla.person(), "Why?");
    String none = engagement.ask("Deeds");
    carla
        .person()
        .post(engagement.item(none) + "/not-applicable", json().put("reason", "No house."))
        .is(200);
    complete();
    Map<String, Object> before = Portal.everything();

    Answer exported = export(ada, "application/json").is(200);
    Answer pdf = export(ada, "application/pdf").is(200);

    assertThat(Portal.everything()).isEqualTo(before);
    assertThat(exported.header("content-type")).contains("application/json");
    assertThat(exported.text("clientName")).isEqualTo("Carla Client");
    assertThat(exported.text("status")).isEqualTo("completed");
    assertThat(exported.at("ended/by/as").asText()).isEqualTo("staff");
    assertThat(exported.at("items")).hasSize(3);
    assertThat(exported.text("items/0/itemId")).isEqualTo(item);
    assertThat(exported.text("items/0/reviews/0/reason")).isEqualTo("The second part is missing.");
    assertThat(exported.text("items/0/files/0/documentId")).isEqualTo(document);
    assertThat(exported.text("items/0/files/0/sha256"))
        .isEqualTo(file.declaration().path("sha256").asText());
    assertThat(exported.text("items/0/files/0/verdict")).isEqualTo("rejected");
    assertThat(exported.text("items/1/itemId")).isEqualTo(question);
    assertThat(exported.text("items/1/answers/0/answer")).isEqualTo("So.");
    assertThat(exported.text("items/2/notApplicable/reason")).isEqualTo("No house.");

    assertThat(pdf.header("content-type")).contains("application/pdf");
    assertThat(pdf.header("content-disposition"))
        .contains("attachment; filename=\"" + engagement.engagementId() + ".pdf\"");
    assertThat(text(pdf))
        .contains(
            "Mortgage",
            "Carla Client",
            "payslip.txt",
            file.declaration().path("sha256").asText(),
            "The second part is missing.",
            "So.",
            "No house.");
  }

  @Test
  void staffAlone_export_andOnlyWhatHasEnded() {
    String item = engagement.ask("Payslips");
    assertThat(export(ada, "*/*").isProblem(409, "status-conflict").text("state"))
        .isEqualTo("open");
    complete();
    Office other = Office.open();
    Office.Client.SignedIn carl = office.activeClient("Carl Client");

    export(office.member("Sam Staff", false).person(), "*/*").is(200);
    export(carla.person(), "*/*").isProblem(403, "permission-required");
    export(carl.person(), "*/*").isProblem(404, "not-found");
    export(other.administrator(), "*/*").isProblem(404, "not-found");
    ada.put(engagement.path() + "/status", json().put("status", "open")).is(200);
    export(ada, "*/*").isProblem(409, "status-conflict");
    ada.put(engagement.path() + "/status", json().put("status", "cancelled")).is(200);
    assertThat(export(ada, "*/*").is(200).text("items/0/itemId")).isEqualTo(item);
  }

  @Test
  void theCallerChoosesAFormat_thatIsOffered() {
    complete();

    assertThat(ada.get(engagement.path() + "/export").is(200).header("content-type"))
        .contains("application/json");
    assertThat(
            export(ada, "text/html, application/pdf;q=0.9, */*;q=0.1")
                .is(200)
                .header("content-type"))
        .contains("application/pdf");
    assertThat(export(ada, "text/html").isProblem(406, "not-acceptable").text("detail"))
        .isEqualTo("The answer is offered as application/json or application/pdf.");
  }

  @Test
  void aThousandFiles_areTheMost() {
    String item = engagement.ask("Receipts");
    String document = engagement.upload(carla.person(), File.text("r.txt", "r"), item);
    complete();
    Map<String, AttributeValue> file =
        Portal.stack()
            .dynamoDbClient()
            .getItem(get -> get.tableName(Portal.tableName()).key(key(item, document)))
            .item();
    for (int from = 0; from < MOST_FILES; from += 25) {
      List<WriteRequest> more =
          IntStream.range(from, from + 25)
              .mapToObj(i -> copy(file, key(item, "01arz3ndektsv4rrffq69g%04d".formatted(i))))
              .toList();
      Portal.stack()
          .dynamoDbClient()
          .batchWriteItem(batch -> batch.requestItems(Map.of(Portal.tableName(), more)));
    }

    export(ada, "*/*").isProblem(409, "limit-reached");
  }

  private Map<String, AttributeValue> key(String item, String document) {
    return Map.of(
        "PK",
        AttributeValue.fromS(
            "FIRM#%s#CLIENT#%s#ENGAGEMENT#%s"
                .formatted(office.firmId(), carla.client().clientId(), engagement.engagementId())),
        "SK",
        AttributeValue.fromS("FILE#%s#%s".formatted(item, document)));
  }

  private static WriteRequest copy(
      Map<String, AttributeValue> file, Map<String, AttributeValue> key) {
    Map<String, AttributeValue> copy = new HashMap<>(file);
    copy.putAll(key);
    return WriteRequest.builder().putRequest(PutRequest.builder().item(copy).build()).build();
  }
}
