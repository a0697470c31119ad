package clientportal.documents;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.platform.http.HostileNames;
import clientportal.platform.http.SavedAs;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class HostileNamesIT {
  private final Office office = Office.open();
  private final Person staff = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String folderId = client.folder("Box");
  private final String folder = client.path() + "/folders/" + folderId;

  HostileNamesIT() {
    client.share(folderId, "client", "view-upload").is(200);
  }

  private static void assertSavedAs(String name, Answer download) {
    assertThat(download.is(200).header("content-disposition")).isPresent();
    assertThat(SavedAs.name(download.header("content-disposition").orElseThrow())).contains(name);
    assertThat(download.header("cache-control")).contains("no-store");
  }

  @Test
  void threeHundredNames_areReturnedUnchanged_inListsAndInDownloads() {
    String document = folder + "/documents/" + File.text("first", "x").upload(staff, folder);

    HostileNames.accepted(4, 255)
        .limit(300)
        .forEach(name -> {
          staff.patch(document, json().put("name", name)).is(200);
          assertThat(carla.person().get(document).text("name")).isEqualTo(name);
          assertThat(carla.person().get(folder + "/documents").text("items/0/name"))
              .isEqualTo(name);
          assertSavedAs(name, File.download(carla.person(), document));
        });
  }

  @Test
  void documentsDeclaredUnderSuchNames_arriveAndAreNotified() {
    List<String> names = HostileNames.accepted(5, 255).limit(20).toList();
    for (String name : names) {
      String id = File.text(name, "x").upload(carla.person(), folder);
      String document = folder + "/documents/" + id;
      assertThat(staff.get(document).text("name")).isEqualTo(name);
      assertSavedAs(name, File.download(staff, document));
    }

    Answer listed = staff.get(folder + "/documents?limit=100").is(200);
    assertThat(listed.at("items"))
        .extracting(item -> item.path("name").asText())
        .containsExactlyElementsOf(names.reversed());
  }

  @Test
  void foldersOfSuchNames_areListedOnce_toStaffAndReaders_pageByPage() {
    TreeSet<String> names = new TreeSet<>(HostileNames.accepted(6, 120).limit(60).toList());
    for (String name : names) {
      client.share(client.folder(name), "client", "view").is(200);
    }

    for (Person person : List.of(staff, carla.person())) {
      List<String> listed = new ArrayList<>();
      String next = "";
      do {
        Answer page = person.get(client.path() + "/folders?limit=7" + next).is(200);
        for (JsonNode item : page.at("items")) {
          listed.add(item.path("name").asText());
        }
        next = page.json().has("nextCursor") ? "&cursor=" + page.text("nextCursor") : "";
      } while (!next.isEmpty());
      assertThat(listed).doesNotHaveDuplicates().containsAll(names).hasSize(names.size() + 2);
    }
  }

  @Test
  void aRefusedName_hasAClearFault_andChangesNothing() {
    String document = folder + "/documents/" + File.text("first", "x").upload(staff, folder);
    Map<String, Object> before = Portal.everything();

    HostileNames.refused()
        .forEach((name, code) -> {
          String fault = "/name " + code;
          String body = "{\"name\": " + name + "}";
          assertThat(patch(document, body).faults()).as(name).containsExactly(fault);
          assertThat(patch(folder, body).faults()).as(name).containsExactly(fault);
          assertThat(post(client.path() + "/folders", body).faults()).containsExactly(fault);
          assertThat(post(folder + "/documents", declaration(name)).faults())
              .as(name)
              .containsExactly(fault);
        });

    assertThat(Portal.everything()).isEqualTo(before);
  }

  private static String declaration(String name) {
    File file = File.text("x", "x");
    return "{\"size\": 1, \"contentType\": \"text/plain\", \"sha256\": \"%s\", \"name\": %s}"
        .formatted(file.sha256(), name);
  }

  private Answer patch(String path, String body) {
    return staff
        .call("PATCH", path)
        .header("Content-Type", "application/merge-patch+json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .send()
        .isProblem(400, "invalid-request");
  }

  private Answer post(String path, String body) {
    return staff.call("POST", path).json(body).send().isProblem(400, "invalid-request");
  }
}
