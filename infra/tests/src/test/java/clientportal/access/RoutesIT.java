package clientportal.access;

import static clientportal.driver.Portal.json;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Portal;
import clientportal.gateway.Contract;
import clientportal.gateway.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every route by every kind of caller, with their own ids and with ids of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoutesIT {
  private static final String UNKNOWN = "01arz3ndektsv4rrffq69g5fav";

  private RouteScene scene;

  @BeforeAll
  void build() {
    // Due work of other tests is done now, not while nothing may change.
    Portal.advance(Duration.ofDays(8));
    scene = new RouteScene();
  }

  @Test
  void everyCaller_getsWhatTheTableSays_andNothingChanges_butThatDownloadsAreRecorded() {
    Map<String, Object> before = Portal.everything();
    List<String> wrong = new ArrayList<>();
    List<Answer> downloads = new ArrayList<>();
    // What ends sessions is called by everybody in SessionsIT.
    for (Route route : Route.all().stream().filter(each -> !each.endsSessions()).toList()) {
      String path = scene.path(route);
      route
          .statuses()
          .forEach((caller, status) -> {
            Answer answer = scene.call(caller, route.method(), path);
            if (path.endsWith("/download") && answer.status() == 200) {
              downloads.add(answer);
            }
            if (answer.status() != status) {
              wrong.add(
                  "%s %s by %s: %s instead of %s"
                      .formatted(route.method(), route.path(), caller, answer.status(), status));
            }
          });
    }
    assertThat(wrong).isEmpty();
    Map<String, Object> after = new TreeMap<>(Portal.everything());
    after.keySet().removeAll(before.keySet());
    assertThat(after.values())
        // That a reader has downloaded a document is noted beside the event.
        .filteredOn(item -> !item.toString().contains("#DOWNLOADED)"))
        .hasSameSizeAs(downloads)
        .allSatisfy(item -> assertThat(item.toString()).contains("DocumentDownloaded"));
    assertThat(Portal.everything())
        .containsAllEntriesOf(before)
        .hasSize(before.size() + after.size());
  }

  @Test
  void idsOfOthers_areUnknownToEveryCaller_aloneAndTogether_andNothingChanges() {
    Map<String, Object> before = Portal.everything();
    String notFound =
        scene.call("otherFirm", "GET", "/v1/firms/" + UNKNOWN).is(404).withoutInstance();
    List<String> wrong = new ArrayList<>();
    int calls = 0;
    for (Route route : Route.ofEachOperation()) {
      for (Map.Entry<String, Set<String>> path : scene.withIdsOfOthers(route).entrySet()) {
        for (String caller : Route.CALLERS) {
          if (path.getValue().contains(caller)) {
            continue;
          }
          calls++;
          Answer answer = scene.call(caller, route.method(), path.getKey());
          if (caller.equals("nobody")
              ? answer.status() != 401
              : answer.status() != 404 || !answer.withoutInstance().equals(notFound)) {
            wrong.add(
                "%s %s by %s: %s".formatted(route.method(), path.getKey(), caller, answer.text()));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(calls).isGreaterThan(3_000);
    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void someoneElsesItem_isAnsweredLikeAnUnknownOne_byteForByte() {
    String unknown =
        scene.call("otherFirm", "GET", "/v1/firms/" + UNKNOWN).is(404).withoutInstance();
    List<String> wrong = new ArrayList<>();
    for (Route route : Route.all()) {
      compare(wrong, unknown, route.method(), scene.path(route));
    }
    for (Route route : Route.ofEachOperation()) {
      String path = scene.path(route);
      for (String id : path.split("/", -1)) {
        if (id.length() == UNKNOWN.length()) {
          compare(wrong, unknown, route.method(), path.replace(id, UNKNOWN));
          compare(wrong, unknown, route.method(), path.replace(id, "not-an-id"));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void compare(List<String> wrong, String unknown, String method, String path) {
    if (path.startsWith("/v1/firms/")) {
      Answer answer = scene.call("otherFirm", method, path);
      if (answer.status() != 404 || !answer.withoutInstance().equals(unknown)) {
        wrong.add(method + " " + path + ": " + answer.text());
      }
    }
  }

  @Test
  void theTable_hasEveryOperationOfTheContract_thatIsNotPublic() throws IOException {
    Set<String> operations =
        Contract.read(Path.of("..", "openapi.yaml")).operations().stream()
            .filter(operation -> !operation.isPublic())
            .map(Operation::id)
            .collect(toSet());

    assertThat(Route.all().stream().map(Route::operation).collect(toSet())).isEqualTo(operations);
  }

  @Test
  void anUnknownRoute_isTheGateways404() {
    Answer answer = Portal.anonymous("GET", "/v1/nothing").outsideTheContract().send();

    assertThat(answer.is(404).text()).isEqualTo(json().put("message", "Not Found").toString());
  }
}
