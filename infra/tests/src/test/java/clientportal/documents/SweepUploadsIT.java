package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.LargeFile;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Events of the bucket and of its malware scans that are lost, late, doubled or out of order;
 * uploads that never arrive.
 */
final class SweepUploadsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BYTES = "aws.s3";
  private static final String SCANS = "aws.guardduty";
  private static final byte[] DONE = "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);

  private final Office office = Office.open();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Member member = office.member("Tom", false);
  private final String folder = carla.client().path() + "/folders/" + carla.client().uploads();
  private final List<JsonNode> caught = Collections.synchronizedList(new ArrayList<>());

  SweepUploadsIT() {
    carla.client().assignTeam(member.staffId());
  }

  /** From now on no event of the bucket arrives. */
  private void loseEvents() {
    Portal.stack()
        .tap(
            "ConfirmUpload",
            payload -> {
              records(payload).forEach(caught::add);
              return Optional.of(DONE);
            });
  }

  private static JsonNode records(byte[] payload) {
    try {
      return JSON.readTree(payload).path("Records");
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Returns the events that were lost, of one source, oldest first. */
  private List<JsonNode> caught(String source) {
    return caught.stream()
        .filter(record -> record.path("body").asText().contains("\"" + source + "\""))
        .toList();
  }

  @AfterEach
  void letEventsArrive() {
    Portal.stack().tap("ConfirmUpload", payload -> Optional.empty());
  }

  private static void deliver(JsonNode record) throws Exception {
    ObjectNode event = JSON.createObjectNode();
    event.putArray("Records").add(record);
    assertThat(Portal.stack().invoke("ConfirmUpload", event.toString()))
        .isEqualTo(new String(DONE, StandardCharsets.UTF_8));
  }

  private String document(Answer declared) {
    return folder + "/documents/" + declared.text("documentId");
  }

  private Answer put(File file) {
    Answer declared = file.declare(carla.person(), folder).is(201);
    File.put(declared, file.bytes()).is(200);
    Portal.settle();
    return declared;
  }

  private String status(Answer declared) {
    return office.administrator().get(document(declared)).text("status");
  }

  /** Signs in again: earlier tokens have expired since the clock was moved. */
  private int notices() {
    Person again = Portal.signIn(member.person().email());
    return again.get("/v1/me/notices").is(200).at("items").size();
  }

  @Test
  void aLostEvent_isCompensated_andALateOneChangesNothing() throws Exception {
    loseEvents();
    Answer declared = put(File.text("lost.txt", "lost"));
    Answer large = lostInParts();
    assertThat(status(declared)).isEqualTo("pending");
    assertThat(caught(BYTES)).hasSize(2);
    assertThat(caught(SCANS)).hasSize(2);

    Portal.advance(Duration.ofMinutes(21));
    Portal.settle();
    assertThat(Portal.signIn(office.administrator().email()).get(document(declared)).text("status"))
        .isEqualTo("scanning");
    Portal.advance(Duration.ofMinutes(21));
    Portal.settle();

    Person ada = Portal.signIn(office.administrator().email());
    assertThat(ada.get(document(declared)).text("status")).isEqualTo("available");
    assertThat(ada.get(document(large)).text("status")).isEqualTo("available");
    assertThat(notices()).isEqualTo(2);
    letEventsArrive();
    for (JsonNode late : caught) {
      deliver(late);
      deliver(late);
    }
    Portal.settle();
    assertThat(notices()).isEqualTo(2);
    assertThat(ada.get(folder + "/documents").at("items")).hasSize(2);
  }

  @Test
  void aFileForAnItem_whoseEventsAreLost_isAFileOfTheItem() {
    Engagement engagement = Engagement.begin(carla.client(), "Loan");
    String item = engagement.ask(Engagement.items("document", "Wages")).getFirst();
    String files = engagement.files(item);
    loseEvents();
    File file = File.text("wages.txt", "wages");
    File.put(engagement.declare(carla.person(), file, item).is(201), file.bytes()).is(200);
    for (int i = 0; i < 2; i++) {
      Portal.settle();
      Portal.advance(Duration.ofMinutes(21));
    }
    Portal.settle();

    Person ada = Portal.signIn(office.administrator().email());
    assertThat(ada.get(files).is(200).at("items")).hasSize(1);
    assertThat(ada.get(engagement.path()).is(200).text("items/0/started")).isEqualTo("true");
  }

  private Answer lostInParts() {
    LargeFile file = LargeFile.of("lost.bin", LargeFile.PART + 10);
    Answer declared = carla.person().post(folder + "/documents", file.declaration()).is(201);
    file.putAll(declared);
    carla.person().post(document(declared) + "/upload/completion").is(202);
    Portal.settle();
    return declared;
  }

  @Test
  void aDoubledEvent_isOneDocument_notifiedOnce() throws Exception {
    loseEvents();
    Answer declared = put(File.text("doubled.txt", "doubled"));
    letEventsArrive();

    for (int time = 0; time < 3; time++) {
      deliver(caught(BYTES).getFirst());
      deliver(caught(SCANS).getFirst());
    }
    Portal.settle();

    assertThat(status(declared)).isEqualTo("available");
    assertThat(notices()).isEqualTo(1);
  }

  @Test
  void eventsOutOfOrder_leaveTheNewestVersion() throws Exception {
    String id = File.text("a.txt", "first").upload(carla.person(), folder);
    String document = folder + "/documents/" + id;
    loseEvents();
    File.text("a.txt", "second").uploadVersion(carla.person(), document);
    File.text("a.txt", "third").uploadVersion(carla.person(), document);
    letEventsArrive();
    assertThat(caught(BYTES)).hasSize(2);

    for (int number : List.of(1, 0, 1)) {
      deliver(caught(SCANS).get(number));
      deliver(caught(BYTES).get(number));
    }
    Portal.settle();

    assertThat(File.download(carla.person(), document).text()).isEqualTo("third");
    Answer versions = office.administrator().get(document + "/versions").is(200);
    assertThat(versions.at("items")).hasSize(3);
    assertThat(versions.text("items/0/version")).isEqualTo("3");
    assertThat(versions.text("items/1/version")).isEqualTo("2");
    assertThat(notices()).isEqualTo(2);
  }

  @Test
  void anUploadThatNeverArrived_disappearsAfterADay() {
    Answer declared = File.text("never.txt", "never").declare(carla.person(), folder).is(201);
    Portal.advance(Duration.ofMinutes(21));
    Portal.settle();
    Person again = Portal.signIn(carla.person().email());
    assertThat(again.get(document(declared)).is(200).text("status")).isEqualTo("pending");

    Portal.advance(Duration.ofHours(24));
    Portal.settle();

    Person later = Portal.signIn(carla.person().email());
    later.get(document(declared)).isProblem(404, "not-found");
    assertThat(later.get(folder + "/uploads").is(200).at("items")).isEmpty();
    assertThat(notices()).isZero();
  }

  @Test
  void resuming_extendsTheUploadByADay() {
    Answer declared = File.text("slow.txt", "slow").declare(carla.person(), folder).is(201);
    Portal.advance(Duration.ofHours(20));
    Person again = Portal.signIn(carla.person().email());
    again.post(document(declared) + "/upload").is(200);
    Portal.advance(Duration.ofHours(20));
    Portal.settle();

    Person later = Portal.signIn(carla.person().email());
    Answer resumed = later.post(document(declared) + "/upload").is(200);
    File.put(resumed, File.text("slow.txt", "slow").bytes()).is(200);
    Portal.settle();
    assertThat(later.get(document(declared)).text("status")).isEqualTo("available");
  }
}
