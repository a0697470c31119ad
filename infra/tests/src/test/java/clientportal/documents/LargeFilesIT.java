package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.LargeFile;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** Real multi-part uploads: above 5 MiB on this stack. */
final class LargeFilesIT {
  private final Office office = Office.open();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final String folder = carla.client().path() + "/folders/" + carla.client().uploads();

  private Answer declare(LargeFile file) {
    return carla.person().post(folder + "/documents", file.declaration()).is(201);
  }

  private String document(Answer declared) {
    return folder + "/documents/" + declared.text("documentId");
  }

  private static List<Integer> numbers(Answer uploading) {
    List<Integer> numbers = new ArrayList<>();
    uploading.at("upload/parts").forEach(part -> numbers.add(part.path("number").asInt()));
    return numbers;
  }

  private static JsonNode part(Answer uploading, int number) {
    return uploading.at("upload/parts/" + (number - 1));
  }

  private static List<MultipartUpload> open(String documentId) {
    return Portal.stack()
        .s3Client()
        .listMultipartUploads(list -> list.bucket(Portal.bucketName()))
        .uploads()
        .stream()
        .filter(upload -> upload.key().contains(documentId))
        .toList();
  }

  @Test
  void aFileInParts_survivesALostConnection_andIsResumedInAnotherSession() {
    LargeFile file = LargeFile.of("ledger.bin", 2 * LargeFile.PART + 1_234);
    Answer declared = declare(file);
    String document = document(declared);
    assertThat(numbers(declared)).containsExactly(1, 2, 3);
    assertThat(declared.at("upload/partSize").asInt()).isEqualTo(LargeFile.PART);
    LargeFile.put(part(declared, 1), file.part(1)).is(200);
    LargeFile.put(part(declared, 3), file.part(3)).is(200);
    carla.person().post(document + "/upload/completion").isProblem(409, "not-available");
    Portal.advance(Duration.ofMinutes(16));
    assertThat(LargeFile.put(part(declared, 2), file.part(2)).status()).isEqualTo(403);

    Person again = Portal.signIn(carla.person().email());
    assertThat(again.accessToken()).isNotEqualTo(carla.person().accessToken());
    assertThat(again.get(folder + "/uploads").text("items/0/documentId"))
        .isEqualTo(declared.text("documentId"));
    Answer resumed = again.post(document + "/upload").is(200);
    assertThat(numbers(resumed)).containsExactly(2);
    assertThat(resumed.text("upload/uploadId")).isEqualTo(declared.text("upload/uploadId"));
    file.putAll(resumed);
    assertThat(numbers(again.post(document + "/upload").is(200))).isEmpty();
    Answer completed = again.post(document + "/upload/completion").is(202);
    Answer repeated = again.post(document + "/upload/completion").is(202);
    Portal.settle();

    assertThat(completed.text("documentId")).isEqualTo(repeated.text("documentId"));
    Answer available = again.get(document).is(200);
    assertThat(available.text("status")).isEqualTo("available");
    assertThat(available.text("sha256")).isEqualTo(file.declaration().path("sha256").asText());
    assertThat(again.post(document + "/upload/completion").is(202).text("status"))
        .isEqualTo("available");
    assertThat(again.post(document + "/upload").is(200).at("upload").isMissingNode()).isTrue();
    assertThat(file.isEqualTo(File.download(again, document).is(200).bytes())).isTrue();
  }

  @Test
  void aPartThatIsAlteredOnTheWay_isRefused_andSentAgain() {
    LargeFile file = LargeFile.of("altered.bin", LargeFile.PART + 100);
    Answer declared = declare(file);
    byte[] altered = file.part(1);
    altered[4_000_000] ^= 1;

    assertThat(LargeFile.put(part(declared, 1), altered).status()).isEqualTo(400);
    assertThat(LargeFile.put(part(declared, 1), file.part(2)).status()).isEqualTo(403);
    assertThat(LargeFile.put(part(declared, 2), file.part(1)).status()).isEqualTo(403);
    LargeFile.put(part(declared, 1), file.part(1)).is(200);
    LargeFile.put(part(declared, 2), file.part(2)).is(200);
    carla.person().post(document(declared) + "/upload/completion").is(202);
    Portal.settle();

    assertThat(carla.person().get(document(declared)).text("status")).isEqualTo("available");
  }

  @Test
  void whatOthersKeepChanging_isAConflict_andIsCompletedLater() {
    LargeFile file = LargeFile.of("contended.bin", LargeFile.PART + 100);
    Answer declared = declare(file);
    String upload = document(declared) + "/upload";
    file.putAll(declared);
    Person person = carla.person();

    person.post(upload + "?fromPart=0").isProblem(400, "invalid-request");
    Refused.byConflicts("ResumeUpload", () -> person.post(upload)).isProblem(409, "conflict");
    Refused.byConflicts("CompleteUpload", () -> person.post(upload + "/completion"))
        .isProblem(409, "conflict");

    person.post(upload + "/completion").is(202);
    Portal.settle();
    assertThat(person.get(document(declared)).text("status")).isEqualTo("available");
  }

  @Test
  void completionAtTheSameMoment_isOneDocument_notifiedOnce() throws Exception {
    LargeFile file = LargeFile.of("twice.bin", LargeFile.PART + 100);
    Office.Member member = office.member("Tom", false);
    carla.client().assignTeam(member.staffId());
    Answer declared = declare(file);
    file.putAll(declared);
    String completion = document(declared) + "/upload/completion";

    List<Thread> both = new ArrayList<>();
    List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 2; i++) {
      both.add(
          Thread.ofVirtual().start(() -> statuses.add(carla.person().post(completion).status())));
    }
    for (Thread each : both) {
      each.join();
    }
    Portal.settle();

    assertThat(statuses).containsOnly(202);
    assertThat(carla.person().get(document(declared)).text("status")).isEqualTo("available");
    assertThat(member.person().get("/v1/me/notices").at("items")).hasSize(1);
  }

  @Test
  void abandonedParts_areGoneAfterADay_andTheirDocumentWithThem() {
    LargeFile file = LargeFile.of("abandoned.bin", LargeFile.PART + 100);
    Answer declared = declare(file);
    String id = declared.text("documentId");
    LargeFile.put(part(declared, 1), file.part(1)).is(200);
    Portal.advance(Duration.ofMinutes(21));
    Portal.settle();
    assertThat(open(id)).hasSize(1);

    Portal.advance(Duration.ofDays(1));
    Portal.settle();

    Person later = Portal.signIn(carla.person().email());
    assertThat(open(id)).isEmpty();
    later.get(document(declared)).isProblem(404, "not-found");
    later.post(document(declared) + "/upload").isProblem(404, "not-found");
    assertThat(later.get(folder + "/uploads").at("items")).isEmpty();
  }

  @Test
  void aWrongNumberOfParts_isAFaultThatSaysWhatIsExpected() {
    LargeFile file = LargeFile.of("wrong.bin", 2 * LargeFile.PART);
    var body = file.declaration();
    body.withArray("parts").remove(1);

    Answer answer =
        carla.person().post(folder + "/documents", body).isProblem(400, "invalid-request");

    assertThat(answer.faults()).containsExactly("/parts length");
    assertThat(answer.text("errors/0/detail")).contains("2 parts of 5242880 bytes");
    body.remove("parts");
    assertThat(carla.person().post(folder + "/documents", body).faults())
        .containsExactly("/parts required");
    body.put("size", LargeFile.PART).set("parts", body.arrayNode().add("0".repeat(64)));
    Answer small =
        carla.person().post(folder + "/documents", body).isProblem(400, "invalid-request");
    assertThat(small.faults()).containsExactly("/parts unknown");
    assertThat(small.text("errors/0/detail")).contains("more than 5242880 bytes", "one PUT");
  }

  @Test
  void aClient_dividesADocumentByTheLimits() {
    Answer limits = carla.person().get("/v1/me/upload-limits").is(200);
    long mebi = 1 << 20;
    long size = limits.at("singlePutLimit").asLong() * 1_000;
    long partSize =
        Math.max(
            limits.at("smallestPartSize").asLong(),
            Math.ceilDiv(Math.ceilDiv(size, 900), mebi) * mebi);
    ObjectNode body = LargeFile.of("by-limits.bin", LargeFile.PART).declaration();
    body.put("size", size);
    ArrayNode parts = body.putArray("parts");
    for (long part = 0; part < Math.ceilDiv(size, partSize); part++) {
      parts.add("0".repeat(64));
    }

    Answer declared = carla.person().post(folder + "/documents", body).is(201);

    assertThat(declared.at("upload/partSize").asLong()).isEqualTo(partSize);
    body.put("size", limits.at("largestSize").asLong() + 1);
    assertThat(carla.person().post(folder + "/documents", body).faults()).contains("/size range");
  }

  @Test
  void twoHundredMegabytes_areUploadedInParts() {
    LargeFile file = LargeFile.of("large.bin", 200_000_000);
    Answer declared = declare(file);
    assertThat(numbers(declared)).hasSize(39);

    file.putAll(declared);
    carla.person().post(document(declared) + "/upload/completion").is(202);
    Portal.settle();

    Answer document = carla.person().get(document(declared)).is(200);
    assertThat(document.text("status")).isEqualTo("available");
    assertThat(document.at("size").asLong()).isEqualTo(200_000_000);
    assertThat(file.isEqualTo(File.download(carla.person(), document(declared)).is(200).bytes()))
        .isTrue();
    forget(declared.text("documentId"));
  }

  /** What is in the bucket is in memory. */
  private static void forget(String documentId) {
    var s3 = Portal.stack().s3Client();
    s3.listObjectsV2Paginator(list -> list.bucket(Portal.bucketName())).contents().stream()
        .filter(object -> object.key().contains(documentId))
        .forEach(object ->
            s3.deleteObject(delete -> delete.bucket(Portal.bucketName()).key(object.key())));
  }
}
