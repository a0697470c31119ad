package clientportal.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.File;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What readers see is not changed by staff without the web portal permission, whatever they may
 * call. The routes are those of {@link Route}; a new one needs a body here.
 */
final class WithoutWebPortalIT {
  private static final String NO_BODY = "";

  /** A body that is accepted, by operation; a person's name may be changed by all staff. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("createClient", "{\"kind\": \"client\", \"name\": \"Nils\"}"),
          Map.entry("updateClient", "{\"phone\": \"+4930123456\"}"),
          Map.entry("setTeam", "{\"staffIds\": []}"),
          Map.entry("createContact", "{\"name\": \"Nina\", \"relationship\": \"Niece\"}"),
          Map.entry("updateContact", "{\"relationship\": \"Aunt\"}"),
          Map.entry("createFolder", "{\"name\": \"Changed\"}"),
          Map.entry("updateFolder", "{\"name\": \"Changed\", \"archived\": false}"),
          Map.entry("archiveFolder", NO_BODY),
          Map.entry("requestUpload", declaration()),
          Map.entry("updateDocument", "{\"name\": \"Changed\", \"archived\": false}"),
          Map.entry("archiveDocument", NO_BODY),
          Map.entry("requestDownload", NO_BODY),
          Map.entry("requestVersion", declaration()),
          Map.entry("requestVersionDownload", NO_BODY));

  private static final List<String> READERS = List.of("client", "view", "viewUpload", "unshared");

  private final RouteScene scene = new RouteScene();

  private static String declaration() {
    return File.text("changed.txt", "changed").declaration().toString();
  }

  @Test
  @Tag("BS3")
  void noRoute_changesWhatReadersSee() {
    Map<String, JsonNode> before = seen();
    assertThat(before).hasSizeGreaterThan(20);
    int accepted = 0;
    for (Route route : Route.all()) {
      int status = requireNonNull(route.statuses().get("staff"));
      if (route.method().equals("GET") || Set.of(401, 403, 404, 409).contains(status)) {
        continue;
      }
      if (route.path().equals("/v1/firms")) {
        continue;
      }
      String body = BODIES.get(route.operation());
      assertThat(body).as("a body of %s", route.operation()).isNotNull();
      String path = scene.path(route);
      assertThat(scene.call("staff", route.method(), path, body).status())
          .as("%s %s", route.method(), route.path())
          .isBetween(200, 204);
      accepted++;
      Portal.settle();
      assertThat(seen()).as("after %s %s", route.method(), route.path()).isEqualTo(before);
    }
    assertThat(accepted).isGreaterThan(12);
  }

  /** Returns the answer to every call by which readers read, by reader and path. */
  private Map<String, JsonNode> seen() {
    Map<String, JsonNode> seen = new TreeMap<>();
    for (String reader : READERS) {
      Person person = scene.person(reader);
      for (Route route : Route.all()) {
        if (route.method().equals("GET") && requireNonNull(route.statuses().get(reader)) == 200) {
          String path = scene.path(route);
          seen.put(reader + " " + path, person.get(path).is(200).json());
          if (route.operation().startsWith("list")) {
            String archived = path + "?archived=true";
            seen.put(reader + " " + archived, person.get(archived).is(200).json());
          }
        }
      }
    }
    return seen;
  }
}
