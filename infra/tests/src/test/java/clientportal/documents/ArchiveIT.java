package clientportal.documents;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ArchiveIT {
  private final Office office = Office.open();
  private final Person staff = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();

  private static List<String> names(Answer page) {
    return StreamSupport.stream(page.is(200).at("items").spliterator(), false)
        .map(item -> item.path("name").asText())
        .toList();
  }

  private String shared(String name, String access) {
    String id = client.folder(name);
    client.share(id, "client", access).is(200);
    return client.path() + "/folders/" + id;
  }

  private List<String> folders(Person person, boolean archived) {
    return names(person.get(client.path() + "/folders?archived=" + archived));
  }

  @Test
  @Tag("FC5")
  @Tag("FC6")
  @Tag("FC7")
  void theFolderForUploadsThatEveryClientHas_canBeRenamedAndRemoved() {
    String uploads = client.path() + "/folders/" + client.uploads();
    assertThat(folders(carla.person(), false)).containsExactly("Client Uploads");

    Answer renamed = staff.patch(uploads, json().put("name", "Von Ihnen an uns")).is(200);

    assertThat(renamed.text("name")).isEqualTo("Von Ihnen an uns");
    assertThat(renamed.header("etag")).isEqualTo(staff.get(uploads).header("etag"));
    for (Person person : List.of(staff, carla.person())) {
      assertThat(folders(person, false)).containsExactly("Von Ihnen an uns");
      assertThat(person.get(uploads).text("name")).isEqualTo("Von Ihnen an uns");
    }
    assertThat(carla.person().get(client.path() + "/shared").text("items/0/name"))
        .isEqualTo("Von Ihnen an uns");
    File.text("a.txt", "a").upload(carla.person(), uploads);

    staff.delete(uploads).is(204);
    staff.delete(uploads).is(204);

    for (Person person : List.of(staff, carla.person())) {
      assertThat(folders(person, false)).isEmpty();
      assertThat(folders(person, true)).containsExactly("Von Ihnen an uns");
    }
    assertThat(carla.person().get(client.path() + "/shared").at("items")).isEmpty();
    Office.Client.SignedIn cora = office.activeClient("Cora");
    assertThat(names(cora.person().get(cora.client().path() + "/folders")))
        .containsExactly("Client Uploads");
  }

  @Test
  @Tag("FC2")
  void anArchivedFolder_isReadByEarlierReaders_andChangedByNobody() {
    String folder = shared("Reports 2019", "view-upload");
    File report = File.pdf("Report.pdf");
    String id = report.upload(staff, folder);
    String document = folder + "/documents/" + id;
    staff.delete(folder).is(204);

    for (Person person : List.of(staff, carla.person())) {
      assertThat(person.get(folder).is(200).at("archived").asBoolean()).isTrue();
      assertThat(names(person.get(folder + "/documents"))).containsExactly("Report.pdf");
      assertThat(person.get(document).is(200).text("status")).isEqualTo("available");
      assertThat(File.download(person, document).is(200).bytes()).isEqualTo(report.bytes());
    }
    assertThat(carla.person().get(client.path() + "/folders?archived=true").text("items/0/access"))
        .isEqualTo("view-upload");
    Person other = office.activeClient("Otto").person();
    Person stranger = Office.open("Other", true).administrator();
    Map<String, Object> before = Portal.everything();
    staff.patch(folder, json().put("name", "Other")).isProblem(409, "archived");
    staff
        .put(folder + "/shares", Office.recipients("all-authorized", "view"))
        .isProblem(409, "archived");
    staff
        .put(document + "/shares", Office.recipients("all-authorized", "view"))
        .isProblem(409, "archived");
    staff.post(document + "/versions", report.declaration()).isProblem(409, "archived");
    staff.patch(document, json().put("name", "Other.pdf")).isProblem(409, "archived");
    staff.delete(document).isProblem(409, "archived");
    File.text("b.txt", "b").declare(staff, folder).isProblem(409, "archived");
    File.text("b.txt", "b").declare(carla.person(), folder).isProblem(409, "archived");
    carla
        .person()
        .patch(folder, json().put("archived", false))
        .isProblem(403, "permission-required");
    carla.person().delete(document).isProblem(403, "permission-required");
    for (Person unrelated : List.of(other, stranger)) {
      unrelated.get(folder).isProblem(404, "not-found");
      unrelated.get(document).isProblem(404, "not-found");
      unrelated.patch(folder, json().put("archived", false)).isProblem(404, "not-found");
    }
    assertThat(Portal.everything()).isEqualTo(before);

    staff.patch(folder, json().put("archived", false).put("name", "Reports")).is(200);

    assertThat(folders(carla.person(), false)).containsExactly("Client Uploads", "Reports");
    assertThat(folders(carla.person(), true)).isEmpty();
    File.text("b.txt", "b").upload(carla.person(), folder);
  }

  @Test
  @Tag("FC2")
  void anArchivedDocument_isReadAndDownloaded_andListedAmongTheArchived() {
    String folder = shared("Taxes", "view");
    File file = File.pdf("2019.pdf");
    String id = file.upload(staff, folder);
    String document = folder + "/documents/" + id;
    Answer read = staff.get(document);

    staff
        .call("DELETE", document)
        .header("If-Match", "\"77\"")
        .send()
        .isProblem(412, "precondition-failed");
    staff
        .call("DELETE", document)
        .header("If-Match", read.header("etag").orElseThrow())
        .send()
        .is(204);
    staff.delete(document).is(204);

    for (Person person : List.of(staff, carla.person())) {
      assertThat(names(person.get(folder + "/documents"))).isEmpty();
      assertThat(names(person.get(folder + "/documents?archived=true")))
          .containsExactly("2019.pdf");
      assertThat(person.get(document).is(200).at("archived").asBoolean()).isTrue();
      assertThat(File.download(person, document).is(200).bytes()).isEqualTo(file.bytes());
    }
    staff.patch(document, json().put("name", "x.pdf")).isProblem(409, "archived");
    client.share(folder.substring(folder.lastIndexOf('/') + 1), "all-authorized", "view").is(200);
    assertThat(staff.get(document).text("shareState")).isEqualTo("all-authorized");
    staff.put(folder + "/shares", Office.nobody()).is(200);
    carla.person().get(document).isProblem(404, "not-found");
    carla.person().post(document + "/download").isProblem(404, "not-found");

    Answer back =
        staff.patch(document, json().put("archived", false).put("name", "“2019”.pdf")).is(200);

    assertThat(back.text("name")).isEqualTo("“2019”.pdf");
    assertThat(names(staff.get(folder + "/documents"))).containsExactly("“2019”.pdf");
  }

  @Test
  void ifMatch_isHonouredByFolders() {
    String folder = shared("Taxes", "view");
    String tag = staff.get(folder).header("etag").orElseThrow();
    staff.patch(folder, json().put("name", "Renamed")).is(200);

    staff
        .call("PATCH", folder)
        .header("If-Match", tag)
        .header("Content-Type", "application/merge-patch+json")
        .json(json().put("name", "Lost update"))
        .send()
        .isProblem(412, "precondition-failed");
    staff
        .call("DELETE", folder)
        .header("If-Match", tag)
        .send()
        .isProblem(412, "precondition-failed");

    assertThat(staff.get(folder).text("name")).isEqualTo("Renamed");
    assertThat(
            staff
                .patch(folder, json().put("name", " ").put("archived", "no").put("x", 1))
                .isProblem(400, "invalid-request")
                .faults())
        .containsExactlyInAnyOrder("/name format", "/archived type", "/x unknown");
  }

  @Test
  void anUploadDeclaredBeforeTheFolderWasArchived_arrivesInIt_andTheTeamIsNotified() {
    client.assignTeam(office.staffId());
    String folder = shared("Taxes", "view-upload");
    File file = File.text("late.txt", "late");
    Answer declared = file.declare(carla.person(), folder).is(201);
    staff.delete(folder).is(204);

    File.put(declared, file.bytes()).is(200);
    Portal.settle();

    String document = folder + "/documents/" + declared.text("documentId");
    assertThat(carla.person().get(document).text("status")).isEqualTo("available");
    assertThat(names(staff.get(folder + "/documents"))).containsExactly("late.txt");
    assertThat(staff.get("/v1/me/notices").text("items/0/documentName")).isEqualTo("late.txt");
  }

  @Test
  void nobodyIsNotifiedOfNamesAndArchives() {
    String folder = shared("Taxes", "view");
    String document = folder + "/documents/" + File.text("a.txt", "a").upload(staff, folder);
    Portal.advance(Duration.ofMinutes(5));
    int notices = carla.person().get("/v1/me/notices").at("items").size();
    int mails = Portal.mails(client.email()).size();

    staff.patch(document, json().put("name", "b.txt")).is(200);
    staff.delete(document).is(204);
    staff.delete(folder).is(204);
    Portal.advance(Duration.ofMinutes(5));

    assertThat(carla.person().get("/v1/me/notices").at("items")).hasSize(notices);
    assertThat(Portal.mails(client.email())).hasSize(mails);
  }

  @Test
  @Tag("FC16")
  void aReaderSees_allThatIsShared_archivedOrNot_pageByPage() {
    List<String> live =
        IntStream.range(0, 7)
            .mapToObj(i -> "Live " + i)
            .peek(name -> shared(name, "view"))
            .toList();
    List<String> old =
        IntStream.range(0, 7)
            .mapToObj(i -> "Old " + i)
            .peek(name -> staff.delete(shared(name, "view")).is(204))
            .toList();
    client.folder("Not shared");
    staff.delete(client.path() + "/folders/" + client.folder("Not shared, archived")).is(204);

    assertThat(pages("archived=false")).containsExactlyElementsOf(withUploads(live));
    assertThat(pages("archived=true")).containsExactlyElementsOf(old);
    for (String name : live) {
      assertThat(names(carla.person().get(client.path() + "/shared?limit=100"))).contains(name);
    }
    assertThat(names(carla.person().get(client.path() + "/shared?limit=100")))
        .doesNotContainAnyElementsOf(old);
  }

  private static List<String> withUploads(List<String> names) {
    List<String> all = new ArrayList<>(List.of("Client Uploads"));
    all.addAll(names);
    return all;
  }

  private List<String> pages(String query) {
    List<String> all = new ArrayList<>();
    String next = "";
    do {
      Answer page =
          carla.person().get(client.path() + "/folders?" + query + "&limit=3" + next).is(200);
      all.addAll(names(page));
      next = page.json().has("nextCursor") ? "&cursor=" + page.text("nextCursor") : "";
    } while (!next.isEmpty());
    return all;
  }
}
