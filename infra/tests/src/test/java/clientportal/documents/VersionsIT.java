package clientportal.documents;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.File;
import clientportal.driver.LargeFile;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class VersionsIT {
  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String folderId = client.folder("Taxes");
  private final String folder = client.path() + "/folders/" + folderId;

  VersionsIT() {
    client.share(folderId, "client", "view-upload").is(200);
  }

  private static String download(Person person, String document, int version) {
    Answer url = person.post(document + "/versions/" + version + "/download").is(200);
    Answer answer = new Call(url.text("url")).outsideTheContract().send().is(200);
    assertThat(answer.header("content-disposition").orElseThrow()).startsWith("attachment;");
    return answer.text();
  }

  @Test
  @Tag("MX3")
  void uploadedAgain_isANewVersion_andStaffCanFetchTheOldOnes() {
    String document = folder + "/documents/" + File.text("a.txt", "one").upload(ada, folder);
    Answer before = ada.get(document).is(200);

    File.text("b.txt", "two").uploadVersion(ada, document);

    Answer now = carla.person().get(document).is(200);
    assertThat(now.text("version")).isEqualTo("2");
    assertThat(now.text("name")).isEqualTo("b.txt");
    assertThat(now.text("createdAt")).isEqualTo(before.text("createdAt"));
    assertThat(now.header("etag")).isNotEqualTo(before.header("etag"));
    assertThat(File.download(carla.person(), document).text()).isEqualTo("two");
    assertThat(download(ada, document, 1)).isEqualTo("one");
    assertThat(download(ada, document, 2)).isEqualTo("two");
    Answer versions = ada.get(document + "/versions").is(200);
    assertThat(versions.at("items")).hasSize(2);
    assertThat(versions.text("items/0/current")).isEqualTo("true");
    assertThat(versions.text("items/1/name")).isEqualTo("a.txt");
    carla.person().get(document + "/versions").isProblem(403, "permission-required");
    assertThat(carla.person().get(folder + "/documents").at("items")).hasSize(1);
  }

  @Test
  void aVersionInParts_isResumedByItsNumber() {
    String document =
        folder + "/documents/" + File.text("a.txt", "one").upload(carla.person(), folder);
    LargeFile file = LargeFile.of("a.bin", LargeFile.PART + 10);

    Answer declared = carla.person().post(document + "/versions", file.declaration()).is(201);
    assertThat(declared.text("version")).isEqualTo("2");
    LargeFile.put(declared.at("upload/parts/0"), file.part(1)).is(200);
    Answer listed = carla.person().get(folder + "/uploads").is(200);
    assertThat(listed.text("items/0/version")).isEqualTo("2");
    Answer resumed = carla.person().post(document + "/upload?version=2").is(200);
    assertThat(resumed.at("upload/parts")).hasSize(1);
    file.putAll(resumed);
    assertThat(carla.person().get(document).text("version")).isEqualTo("1");
    carla.person().post(document + "/upload/completion?version=2").is(202);
    Portal.settle();

    assertThat(carla.person().get(document).text("version")).isEqualTo("2");
    assertThat(file.isEqualTo(File.download(carla.person(), document).bytes())).isTrue();
    for (String unknown : new String[] {"3", "x", "0", "1000000"}) {
      carla.person().post(document + "/upload?version=" + unknown).isProblem(404, "not-found");
    }
  }

  @Test
  @Tag("FC17")
  void readers_areNotifiedOfAVersionThatStaffAdd() {
    String document = folder + "/documents/" + File.text("a.txt", "one").upload(ada, folder);

    File.text("a.txt", "two").uploadVersion(ada, document);

    Answer notices = carla.person().get("/v1/me/notices").is(200);
    assertThat(notices.at("items")).hasSize(3);
    assertThat(notices.text("items/0/type")).isEqualTo("document-added");
    assertThat(notices.text("items/0/documentId"))
        .isEqualTo(document.substring(document.lastIndexOf('/') + 1));
  }

  @Test
  @Tag("FC18")
  void theTeam_isNotifiedOfAVersionThatAClientUploads() {
    Office.Member member = office.member("Tom", false);
    client.assignTeam(member.staffId());
    String document =
        folder + "/documents/" + File.text("a.txt", "one").upload(carla.person(), folder);

    File.text("a.txt", "two").uploadVersion(carla.person(), document);

    Answer notices = member.person().get("/v1/me/notices").is(200);
    assertThat(notices.at("items")).hasSize(2);
    assertThat(notices.text("items/0/type")).isEqualTo("document-uploaded");
    assertThat(carla.person().get("/v1/me/notices").at("items"))
        .noneMatch(notice -> notice.path("type").asText().startsWith("document-"));
  }

  @Test
  @Tag("FC16")
  void aReader_replacesOnlyTheirOwnDocument_andOnlyWhileTheyMayUpload() {
    String theirs = folder + "/documents/" + File.text("a.txt", "a").upload(ada, folder);
    String own = folder + "/documents/" + File.text("b.txt", "b").upload(carla.person(), folder);
    File next = File.text("c.txt", "c");

    carla
        .person()
        .post(theirs + "/versions", next.declaration())
        .isProblem(403, "permission-required");
    Answer declared = carla.person().post(own + "/versions", next.declaration()).is(201);
    client.share(folderId, "client", "view").is(200);
    carla
        .person()
        .post(own + "/versions", next.declaration())
        .isProblem(403, "permission-required");
    carla.person().post(own + "/upload?version=2").isProblem(403, "permission-required");
    assertThat(declared.text("version")).isEqualTo("2");
  }

  @Test
  void aVersionOfAPendingDocument_isRefused() {
    Answer declared = File.text("a.txt", "a").declare(carla.person(), folder).is(201);
    String document = folder + "/documents/" + declared.text("documentId");

    carla
        .person()
        .post(document + "/versions", File.text("a.txt", "b").declaration())
        .isProblem(409, "not-available");
    carla.person().post(document + "/versions", json()).isProblem(400, "invalid-request");
    Person staff = office.administrator();
    staff.patch(document, json().put("name", "b.txt")).isProblem(409, "not-available");
    staff.delete(document).isProblem(409, "not-available");
  }

  @Test
  void aRepeatedDeclaration_isTheSameVersion() {
    String document =
        folder + "/documents/" + File.text("a.txt", "a").upload(carla.person(), folder);
    for (int time = 0; time < 2; time++) {
      assertThat(
              carla
                  .person()
                  .call("POST", document + "/versions")
                  .header("Idempotency-Key", "k")
                  .json(File.text("a.txt", "b").declaration())
                  .send()
                  .is(201)
                  .text("version"))
          .isEqualTo("2");
    }
    office.administrator().post(document + "/versions/2/download").isProblem(409, "not-available");
  }
}
