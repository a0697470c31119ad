package clientportal.documents;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DocumentsIT {
  private final Office office = Office.open();

  private static Call put(Answer declared, byte[] bytes) {
    Call call =
        new Call(declared.text("upload/url")).method("PUT").body(bytes).outsideTheContract();
    declared
        .at("upload/headers")
        .properties()
        .forEach(header -> call.header(header.getKey(), header.getValue().asText()));
    return call;
  }

  @Test
  @Tag("FC3")
  @Tag("FC5")
  @Tag("FC6")
  void everyNewClient_hasAFolderForUploads_andUploadsIntoIt() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    Answer folders = carla.person().get(client.path() + "/folders").is(200);
    assertThat(folders.text("items/0/name")).isEqualTo("Client Uploads");
    assertThat(folders.text("items/0/access")).isEqualTo("view-upload");
    String folder = client.path() + "/folders/" + folders.text("items/0/folderId");
    File file = File.pdf("Bescheid “2025” 💶.pdf");

    String id = file.upload(carla.person(), folder);

    Answer document = office.administrator().get(folder + "/documents/" + id).is(200);
    assertThat(document.text("status")).isEqualTo("available");
    assertThat(document.text("name")).isEqualTo(file.name());
    assertThat(document.text("sha256")).isEqualTo(file.sha256());
    assertThat(document.text("uploadedBy/name")).isEqualTo("Carla");
    assertThat(document.text("uploadedBy/as")).isEqualTo("client");
    Answer download = File.download(office.administrator(), folder + "/documents/" + id);
    assertThat(download.is(200).bytes()).isEqualTo(file.bytes());
    assertThat(download.header("content-disposition").orElseThrow())
        .startsWith("attachment;")
        .contains("filename*=UTF-8''Bescheid%20%E2%80%9C2025%E2%80%9D%20%F0%9F%92%B6.pdf");
    assertThat(download.header("cache-control")).contains("no-store");
    assertThat(office.administrator().get(folder + "/documents").text("items/0/documentId"))
        .isEqualTo(id);
  }

  @Test
  void aPendingDocument_isForItsUploaderAndStaff_andCannotBeDownloaded() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    String folder = carla.client().path() + "/folders/" + carla.client().uploads();
    Answer declared = File.text("a.txt", "a").declare(carla.person(), folder).is(201);
    String document = folder + "/documents/" + declared.text("documentId");
    assertThat(declared.header("location")).contains(document);

    assertThat(carla.person().get(document).is(200).text("status")).isEqualTo("pending");
    assertThat(office.administrator().get(document).is(200).text("status")).isEqualTo("pending");
    carla.person().post(document + "/download").isProblem(409, "not-available");
    carla.person().post(document + "/upload/completion").isProblem(409, "not-available");
    assertThat(carla.person().get(folder + "/documents").at("items")).isEmpty();
  }

  @Test
  void aClient_hasTenThousandFolders_atMost() {
    Office.Client client = office.client("Carl");
    Portal.stack()
        .dynamoDbClient()
        .putItem(request ->
            request
                .tableName(Portal.tableName())
                .item(
                    Map.of(
                        "PK",
                        AttributeValue.fromS(
                            "FIRM#%s#CLIENT#%s".formatted(office.firmId(), client.clientId())),
                        "SK",
                        AttributeValue.fromS("FOLDERS"),
                        "count",
                        AttributeValue.fromN("9999"))));
    client.folder("The last");
    Map<String, Object> before = Portal.everything();

    office
        .administrator()
        .post(client.path() + "/folders", json().put("name", "One more"))
        .isProblem(409, "limit-reached");
    office
        .administrator()
        .post(client.path() + "/engagements", json().put("name", "With a folder"))
        .isProblem(409, "limit-reached");

    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void s3_storesTheDeclaredBytes_orNothing() {
    Office.Client client = office.client("Carl");
    String folder = client.path() + "/folders/" + client.folder("Box");
    byte[] bytes = "exactly this".getBytes(StandardCharsets.UTF_8);
    Answer declared =
        new File("a.txt", "text/plain", bytes).declare(office.administrator(), folder).is(201);

    assertThat(put(declared, "exactly that".getBytes(StandardCharsets.UTF_8)).send().status())
        .isGreaterThanOrEqualTo(400);
    assertThat(
            put(declared, "longer than declared".getBytes(StandardCharsets.UTF_8)).send().status())
        .isGreaterThanOrEqualTo(400);
    assertThat(put(declared, bytes).header("Content-Type", "text/html").send().status())
        .isEqualTo(403);
    assertThat(put(declared, bytes).header("x-amz-meta-note", "n").send().status()).isEqualTo(403);
    Portal.settle();
    String document = folder + "/documents/" + declared.text("documentId");
    assertThat(office.administrator().get(document).text("status")).isEqualTo("pending");

    assertThat(put(declared, bytes).send().status()).isEqualTo(200);
    assertThat(put(declared, bytes).send().status()).isEqualTo(412);
    Portal.settle();
    assertThat(office.administrator().get(document).text("status")).isEqualTo("available");
    assertThat(File.download(office.administrator(), document).bytes()).isEqualTo(bytes);
  }

  @Test
  void anExpiredOrAlteredUrl_isRefused() {
    Office.Client client = office.client("Carl");
    String folder = client.path() + "/folders/" + client.folder("Box");
    File file = File.text("a.txt", "a");
    Answer declared = file.declare(office.administrator(), folder).is(201);
    String altered =
        declared
            .text("upload/url")
            .replaceFirst("documents/[0-9a-z]{26}", "documents/01arz3ndektsv4rrffq69g5fav");
    assertThat(
            new Call(altered).method("PUT").body(file.bytes()).outsideTheContract().send().status())
        .isEqualTo(403);
    String id = file.upload(office.administrator(), folder);
    String url = office.administrator().post(folder + "/documents/" + id + "/download").text("url");
    Portal.advance(Duration.ofSeconds(61));
    assertThat(new Call(url).outsideTheContract().send().status()).isEqualTo(403);
    Portal.advance(Duration.ofMinutes(15));
    assertThat(put(declared, file.bytes()).send().status()).isEqualTo(403);
  }

  @Test
  void aTypeThatTheFirstBytesContradict_isRejected_andCannotBeDownloaded() {
    Office.Client client = office.client("Carl");
    String folder = client.path() + "/folders/" + client.folder("Box");
    File liar =
        new File(
            "invoice.pdf",
            "application/pdf",
            "MZ\u0090 this is a program".getBytes(StandardCharsets.ISO_8859_1));

    String id = liar.upload(office.administrator(), folder);

    String document = folder + "/documents/" + id;
    Answer rejected = office.administrator().get(document).is(200);
    assertThat(rejected.text("status")).isEqualTo("rejected");
    assertThat(rejected.text("rejection/code")).isEqualTo("content-type-mismatch");
    office.administrator().post(document + "/download").isProblem(409, "not-available");
    assertThat(office.administrator().get(folder + "/documents").at("items")).isEmpty();
  }

  /** As Windows declares a CSV where Excel is installed, and phones a photo that was renamed. */
  @ParameterizedTest
  @CsvSource({
    "konto.csv, application/vnd.ms-excel, 'Datum;Betrag', text/plain",
    "brief.doc, application/msword, {\\rtf1 Brief, application/rtf",
    "logo.ai, application/postscript, %PDF-1.6, application/pdf",
    "scan, binary/octet-stream, %PDF-1.6, application/pdf",
    "photo.jpg, image/jpeg, '\0\0\0\u001cftypheic', image/heic",
  })
  void aFileOfAnotherType_isAvailable_andServedAsWhatItIs(
      String name, String declared, String bytes, String detected) {
    Office.Client client = office.client("Carl");
    String folder = client.path() + "/folders/" + client.folder("Box");
    File file = new File(name, declared, bytes.getBytes(StandardCharsets.ISO_8859_1));

    String document = folder + "/documents/" + file.upload(office.administrator(), folder);

    Answer available = office.administrator().get(document).is(200);
    assertThat(available.text("status")).isEqualTo("available");
    assertThat(available.text("contentType")).isEqualTo(declared);
    assertThat(available.text("detectedType")).isEqualTo(detected);
    assertThat(office.administrator().post(document + "/download").text("detectedType"))
        .isEqualTo(detected);
    Answer download = File.download(office.administrator(), document).is(200);
    assertThat(download.header("content-type")).contains(detected);
    assertThat(download.bytes()).isEqualTo(file.bytes());
  }

  @Test
  void allFaultsOfADeclaration_areReportedTogether() {
    Office.Client client = office.client("Carl");
    String folder = client.path() + "/folders/" + client.folder("Box");
    ObjectNode faulty =
        json()
            .put("name", "a/b")
            .put("size", 5_000_000_000_001L)
            .put("contentType", "pdf")
            .put("sha256", "x");
    Map<String, Object> before = Portal.everything();

    Answer answer =
        office
            .administrator()
            .post(folder + "/documents", faulty)
            .isProblem(400, "invalid-request");

    assertThat(answer.faults())
        .contains("/name format", "/size range", "/contentType format")
        .anyMatch(fault -> fault.startsWith("/sha256 "));
    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void aRepeatedDeclaration_isTheSameDocument_withAFreshUrl() {
    Office.Client client = office.client("Carl");
    String folder = client.path() + "/folders/" + client.folder("Box");
    Person staff = office.administrator();
    ObjectNode body =
        json()
            .put("name", "a")
            .put("size", 1)
            .put("contentType", "text/plain")
            .put("sha256", File.text("a", "a").sha256());

    Answer first =
        staff
            .call("POST", folder + "/documents")
            .header("Idempotency-Key", "k")
            .json(body)
            .send()
            .is(201);
    Portal.advance(Duration.ofSeconds(2));
    Answer again =
        staff
            .call("POST", folder + "/documents")
            .header("Idempotency-Key", "k")
            .json(body)
            .send()
            .is(201);

    assertThat(again.text("documentId")).isEqualTo(first.text("documentId"));
    assertThat(again.text("upload/url")).isNotEqualTo(first.text("upload/url"));
    staff
        .call("POST", folder + "/documents")
        .header("Idempotency-Key", "k")
        .json(body.put("name", "b"))
        .send()
        .isProblem(422, "idempotency-key-reused");
  }

  @Test
  void aDocumentUnderAnotherFoldersPath_isUnknown() {
    Office.Client client = office.client("Carl");
    String one = client.path() + "/folders/" + client.folder("One");
    String other = client.path() + "/folders/" + client.folder("Other");
    String id = File.text("a.txt", "a").upload(office.administrator(), one);

    office.administrator().get(other + "/documents/" + id).isProblem(404, "not-found");
    office
        .administrator()
        .post(other + "/documents/" + id + "/download")
        .isProblem(404, "not-found");
  }

  @Test
  void anEmptyFile_isAFile() {
    Office.Client client = office.client("Carl");
    String folder = client.path() + "/folders/" + client.folder("Box");

    String id = File.text("empty.txt", "").upload(office.administrator(), folder);

    assertThat(office.administrator().get(folder + "/documents/" + id).text("status"))
        .isEqualTo("available");
    assertThat(File.download(office.administrator(), folder + "/documents/" + id).is(200).bytes())
        .isEmpty();
  }
}
