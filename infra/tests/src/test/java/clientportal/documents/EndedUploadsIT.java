package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.File;
import clientportal.driver.LargeFile;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Uploads that come to nothing: rejected ones are notified and dismissed ({@code dismissUpload}),
 * pending ones are cancelled ({@code cancelUpload}), and a wrong file is withdrawn by its uploader
 * ({@code archiveDocument}).
 */
final class EndedUploadsIT {
  private final Office office = Office.open();
  private final Office.Member member = office.member("Sam", false);
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String folder = client.path() + "/folders/" + client.uploads();

  private static List<Message> mailsWith(String email, String text) {
    return Portal.mails(email).stream()
        .filter(mail -> String.valueOf(mail.text()).contains(text))
        .toList();
  }

  private static Set<String> objects(String document) {
    return Portal.everything().keySet().stream()
        .filter(key -> key.startsWith("object ") && key.contains(document))
        .collect(Collectors.toSet());
  }

  private List<String> uploads(Person person) {
    return person.get(folder + "/uploads").is(200).at("items").findValuesAsText("documentId");
  }

  @Test
  void aRejectedUpload_isNotifiedToItsUploaderAndTheTeam_withTheReason_andDismissed() {
    client.assignTeam(member.staffId());
    String id =
        new File("tax.pdf", "application/pdf", new byte[] {1, 2, 3}).upload(carla.person(), folder);

    for (Person person : List.of(carla.person(), member.person())) {
      Answer notices = person.get("/v1/me/notices").is(200);
      assertThat(notices.text("items/0/type")).isEqualTo("upload-rejected");
      assertThat(notices.text("items/0/documentName")).isEqualTo("tax.pdf");
      assertThat(notices.text("items/0/by")).isEqualTo("Carla");
      assertThat(notices.text("items/0/rejection/code")).isEqualTo("content-type-mismatch");
      assertThat(notices.text("items/0/rejection/detail")).contains("upload the new one");
    }
    Portal.advance(Duration.ofMinutes(5));
    assertThat(mailsWith(client.email(), "tax.pdf"))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.subject()).isEqualTo("Your file “tax.pdf” was not accepted");
          assertThat(mail.text()).contains("Its content is not what its type says");
        });
    assertThat(mailsWith(member.person().email(), "tax.pdf"))
        .singleElement()
        .satisfies(
            mail -> assertThat(mail.subject()).isEqualTo("“tax.pdf” from Carla was not accepted"));

    assertThat(uploads(carla.person())).containsExactly(id);
    String upload = folder + "/documents/" + id + "/upload";
    carla.person().delete(upload).isProblem(409, "conflict");
    carla.person().post(upload + "/dismissal").is(204);
    assertThat(uploads(carla.person())).isEmpty();
    assertThat(uploads(office.administrator())).isEmpty();
    carla.person().get(folder + "/documents/" + id).isProblem(404, "not-found");
    assertThat(objects(id)).hasSize(1);
    Portal.advance(Duration.ofDays(1).plusMinutes(1));
    assertThat(objects(id)).isEmpty();
  }

  @Test
  void aPendingUpload_isCancelledByItsUploaderOrByStaff_andLateBytesBecomeNothing() {
    List<String> cancelled = new ArrayList<>();
    for (Person person : List.of(carla.person(), member.person())) {
      File file = File.text("wrong.txt", "wrong");
      Answer declared = file.declare(carla.person(), folder).is(201);
      String id = declared.text("documentId");

      person.delete(folder + "/documents/" + id + "/upload").is(204);

      assertThat(uploads(member.person())).isEmpty();
      File.put(declared, file.bytes()).is(200);
      Portal.settle();
      carla.person().get(folder + "/documents/" + id).isProblem(404, "not-found");
      assertThat(objects(id)).hasSize(1);
      cancelled.add(id);
    }
    Portal.advance(Duration.ofDays(1).plusMinutes(1));
    assertThat(cancelled).allSatisfy(id -> assertThat(objects(id)).isEmpty());
  }

  @Test
  void anUploadInParts_isCancelled_andItsPartsAreGivenUp() {
    LargeFile large = new LargeFile("large.bin", LargeFile.PART + 10, 3);
    Answer declared = carla.person().post(folder + "/documents", large.declaration()).is(201);
    large.putAll(declared);
    String document = folder + "/documents/" + declared.text("documentId");

    carla.person().delete(document + "/upload").is(204);

    carla.person().post(document + "/upload/completion").isProblem(404, "not-found");
    Portal.advance(Duration.ofDays(1).plusMinutes(1));
    Portal.settle();
    assertThat(
            Portal.stack()
                .s3Client()
                .listMultipartUploads(list -> list.bucket(Portal.bucketName()))
                .uploads())
        .noneMatch(upload -> upload.key().contains(declared.text("documentId")));
  }

  @Test
  void aWrongFile_isWithdrawnByItsUploader_untilSomebodyOfTheFirmHasOpenedIt() {
    client.assignTeam(member.staffId());
    String wrong = File.text("wrong.txt", "wrong").upload(carla.person(), folder);
    String opened = File.text("opened.txt", "opened").upload(carla.person(), folder);
    new Call(member.person().post(folder + "/documents/" + opened + "/download").text("url"))
        .outsideTheContract()
        .send()
        .is(200);

    carla.person().delete(folder + "/documents/" + wrong).is(204);
    carla.person().delete(folder + "/documents/" + opened).isProblem(403, "permission-required");

    assertThat(carla.person().get(folder + "/documents/" + wrong).is(200).text("archived"))
        .isEqualTo("true");
    assertThat(
            member
                .person()
                .get(folder + "/documents?archived=true")
                .at("items")
                .findValuesAsText("documentId"))
        .containsExactly(wrong);
    Portal.settle();
    Answer notices = member.person().get("/v1/me/notices").is(200);
    assertThat(notices.text("items/0/type")).isEqualTo("document-withdrawn");
    assertThat(notices.text("items/0/documentName")).isEqualTo("wrong.txt");
    Portal.advance(Duration.ofMinutes(5));
    assertThat(mailsWith(member.person().email(), "wrong.txt"))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.subject()).contains("1 document withdrawn");
          assertThat(mail.text()).contains("Document withdrawn by its uploader");
        });
    assertThat(mailsWith(client.email(), "wrong.txt")).isEmpty();
  }
}
