package clientportal.documents;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import clientportal.uploads.PartSizes;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limits of what is pending, and the parts of one large upload, a hundred at a time. */
final class PendingUploadsIT {
  private static final File FILE = File.text("a.txt", "a");

  private final Office office = Office.open();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final String folder = carla.client().path() + "/folders/" + carla.client().uploads();

  @Test
  void twoHundredUploadsArePending_andOneMoreOnceOneIsOver() {
    Person person = carla.person();
    String document = folder + "/documents/" + FILE.upload(person, folder);
    Answer first = FILE.declare(person, folder).is(201);
    for (int number = 2; number <= 200; number++) {
      FILE.declare(person, folder).is(201);
    }
    Map<String, Object> before = Portal.everything();

    Answer refused = FILE.declare(person, folder).isProblem(409, "limit-reached");

    assertThat(refused.text("detail")).contains("200 pending uploads");
    person.post(document + "/versions", FILE.declaration()).isProblem(409, "limit-reached");
    assertThat(Portal.everything()).isEqualTo(before);
    FILE.declare(office.administrator(), folder).is(201);
    File.put(first, FILE.bytes()).is(200);
    Portal.settle();
    Answer next = FILE.declare(person, folder).is(201);
    FILE.declare(person, folder).isProblem(409, "limit-reached");
    person.delete(folder + "/documents/" + next.text("documentId") + "/upload").is(204);
    FILE.declare(person, folder).is(201);
  }

  @Test
  void aHundredGigabytesArePending_ofEachPerson() {
    Person person = carla.person();
    long size = 60_000_000_000L;
    person.post(folder + "/documents", large(size)).is(201);

    person.post(folder + "/documents", large(size)).isProblem(409, "limit-reached");
    office.administrator().post(folder + "/documents", large(size)).is(201);
  }

  /** Its bytes would be sent for hours, to be rejected in the end. */
  @Test
  void whatCannotBeScanned_isRefusedWhenItIsDeclared() {
    String document = FILE.upload(office.administrator(), folder);
    Map<String, Object> before = Portal.everything();

    for (String declared :
        List.of(folder + "/documents", folder + "/documents/" + document + "/versions")) {
      Answer refused =
          office
              .administrator()
              .post(declared, large(100_000_000_001L))
              .isProblem(400, "invalid-request");
      assertThat(refused.faults()).containsExactly("/size range");
    }
    assertThat(Portal.everything()).isEqualTo(before);
    office.administrator().post(folder + "/documents", large(100_000_000_000L)).is(201);
  }

  @Test
  void withoutScans_aLargerDocumentMayBePending_ifItIsTheOnlyOne() {
    try (LocalStack stack =
        LocalStack.start(Portal.options().withParameter("MalwareScanning", "false"))) {
      Portal.on(
          stack,
          () -> {
            Office other = Office.open();
            Office.Client client = other.client("Carl");
            String box = client.path() + "/folders/" + client.folder("Box") + "/documents";
            // The limit of one PUT is greater on this stack, and the parts are still of 16 MiB.
            ObjectNode large = large(5_000_000_000_000L, 100 << 20);
            other.administrator().post(box, large).is(201);
            other.administrator().post(box, large).isProblem(409, "limit-reached");
            return other;
          });
    }
  }

  @Test
  void partsAreSignedAHundredAtATime() {
    Person person = carla.person();
    Answer declared = person.post(folder + "/documents", large(300L * (5 << 20))).is(201);
    String upload = folder + "/documents/" + declared.text("documentId") + "/upload";

    assertThat(declared.at("upload/parts")).hasSize(100);
    assertThat(declared.bytes().length).isLessThan(90_000);
    assertThat(declared.at("upload/nextPart").asInt()).isEqualTo(101);
    Answer last = person.post(upload + "?fromPart=201").is(200);
    assertThat(last.at("upload/parts")).hasSize(100);
    assertThat(last.at("upload/parts/99/number").asInt()).isEqualTo(300);
    assertThat(last.at("upload/nextPart").isMissingNode()).isTrue();
    person.post(upload + "?fromPart=0").isProblem(400, "invalid-request");
  }

  /** Declares that many bytes, none of which are sent. */
  private static ObjectNode large(long size) {
    return large(size, 5 << 20);
  }

  private static ObjectNode large(long size, long singlePutLimit) {
    ObjectNode body =
        json()
            .put("name", "large.bin")
            .put("size", size)
            .put("contentType", "application/octet-stream")
            .put("sha256", "0".repeat(64));
    long parts = new PartSizes(singlePutLimit, size).parts(size);
    for (int number = 1; number <= parts; number++) {
      body.withArray("parts").add("0".repeat(64));
    }
    return body;
  }
}
