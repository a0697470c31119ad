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

  /** A body that is accepted, by route; a person's name may be changed by all staff. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("POST {firm}/clients", "{\"kind\": \"client\", \"name\": \"Nils\"}"),
          Map.entry("PATCH {client}", "{\"phone\": \"+4930123456\"}"),
          Map.entry("PUT {client}/team", "{\"staffIds\": []}"),
          Map.entry("POST {client}/contacts", "{\"name\": \"Nina\", \"relationship\": \"Niece\"}"),
          Map.entry("PATCH {contact}", "{\"relationship\": \"Aunt\"}"),
          Map.entry("POST {client}/folders", "{\"name\": \"Changed\"}"),
          Map.entry("PATCH {folder}", "{\"name\": \"Changed\", \"archived\": false}"),
          Map.entry("DELETE {folder}", NO_BODY),
          Map.entry("POST {folder}/documents", declaration()),
          Map.entry("PATCH {document}", "{\"name\": \"Changed\", \"archived\": false}"),
          Map.entry("DELETE {document}", NO_BODY),
          Map.entry("POST {document}/download", NO_BODY),
          Map.entry("POST {document}/versions", declaration()),
          Map.entry("POST {document}/versions/1/download", NO_BODY),
          Map.entry("POST {client}/notes", "{\"title\": \"Changed\", \"text\": \"Changed\"}"),
          Map.entry(
              "PATCH {note}",
              "{\"title\": \"Changed\", \"text\": \"Changed\", \"archived\": false}"),
          Map.entry("DELETE {note}", NO_BODY),
          Map.entry(
              "POST {firm}/group-notes",
              "{\"title\": \"Changed\", \"text\": \"Changed\", \"clientIds\": [\"{clientId}\"]}"),
          Map.entry(
              "PATCH {groupNote}",
              "{\"title\": \"Changed\", \"text\": \"Changed\", \"archived\": false}"),
          Map.entry("POST {groupNote}/participants", "{\"remove\": [\"{clientId}\"]}"),
          Map.entry("DELETE {groupNote}", NO_BODY),
          Map.entry(
              "POST {firm}/checklists",
              "{\"name\": \"Changed\", \"items\": [{\"name\": \"Changed\"}]}"),
          Map.entry("PATCH {firm}/checklists/{checklist}", "{\"name\": \"Changed\"}"),
          Map.entry("DELETE {firm}/checklists/{archivedChecklist}", NO_BODY),
          Map.entry("POST {client}/engagements", "{\"name\": \"Changed\"}"),
          Map.entry(
              "POST {client}/engagements/{engagement}/items",
              "{\"items\": [{\"name\": \"Changed\"}], \"draft\": true}"),
          Map.entry(
              "POST {client}/engagements/{engagement}/cancellations",
              "{\"itemIds\": [\"{draftToCancel}\"]}"),
          Map.entry("PATCH {client}/engagements/{prepared}", "{\"name\": \"Changed\"}"),
          Map.entry(
              "PATCH {client}/engagements/{engagement}/items/{draft}", "{\"name\": \"Changed\"}"));

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
      boolean isOwnSession = route.path().startsWith("/v1/me/");
      if (route.method().equals("GET")
          || isOwnSession
          || Set.of(401, 403, 404, 409).contains(status)) {
        continue;
      }
      String body = BODIES.get(kind(route));
      assertThat(body).as("a body for %s", kind(route)).isNotNull();
      String path = scene.path(route);
      String sent =
          requireNonNull(body)
              .replace("{clientId}", scene.clientId())
              .replace("{draftToCancel}", scene.draftToCancel());
      assertThat(scene.call("staff", route.method(), path, sent).status())
          .as("%s %s", route.method(), route.path())
          .isBetween(200, 204);
      accepted++;
      Portal.settle();
      assertThat(seen()).as("after %s %s", route.method(), route.path()).isEqualTo(before);
    }
    assertThat(accepted).isGreaterThan(12);
  }

  /** Returns the method and path, the same for all items of a kind. */
  private static String kind(Route route) {
    String path =
        route
            .path()
            .replaceFirst("^\\{(open|closed|archived|archivedClosed)}", "{folder}")
            .replaceFirst("^\\{folder}/documents/\\{\\w+}", "{document}")
            .replaceFirst("^\\{client}/notes/\\{\\w+}", "{note}")
            .replaceFirst("^\\{firm}/group-notes/\\{\\w+}", "{groupNote}");
    return route.method() + " " + path;
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
