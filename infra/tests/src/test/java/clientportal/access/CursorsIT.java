package clientportal.access;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Portal;
import clientportal.gateway.Contract;
import clientportal.gateway.Operation;
import clientportal.platform.Hashes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * A cursor has no seal and needs none: whatever position anybody writes into one, a list shows
 * nothing that it does not show without.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CursorsIT {
  private static final int POSITIONS = 60;

  private RouteScene scene;

  @BeforeAll
  void build() {
    Portal.advance(Duration.ofDays(8));
    scene = new RouteScene();
  }

  @Test
  void whateverACursorSays_aListShowsOnlyWhatItAlwaysShows() throws IOException {
    Set<String> lists = lists();
    List<String> positions = positions();
    Set<String> called = new HashSet<>();
    int continued = 0;
    for (Route route : Route.all()) {
      if (!lists.contains(route.operation())) {
        continue;
      }
      String path = scene.path(route);
      for (String caller : List.of("client", "administrator")) {
        if (requireNonNull(route.statuses().get(caller)) != 200) {
          continue;
        }
        called.add(route.operation());
        Set<JsonNode> all = items(scene.call(caller, "GET", path + "?limit=100").is(200));
        String list =
            Hashes.sha256(String.join("\n", scene.person(caller).personId(), path, ""))
                .substring(0, 16);
        for (String position : positions) {
          Answer answer =
              scene.call(
                  caller, "GET", path + "?limit=100&cursor=" + encoded(position + "\n" + list));
          if (answer.status() == 200) {
            continued++;
            assertThat(all).as("%s %s", path, position).containsAll(items(answer));
          } else {
            answer.isProblem(400, "invalid-request");
            assertThat(answer.faults()).containsExactly("cursor format");
          }
        }
      }
    }
    assertThat(called).isEqualTo(lists);
    assertThat(continued).isGreaterThan(100);
  }

  /** Returns the operations that take a cursor. */
  private static Set<String> lists() throws IOException {
    return Contract.read(Path.of("..", "openapi.yaml")).operations().stream()
        .filter(operation ->
            operation.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals("cursor")))
        .map(Operation::id)
        .collect(toSet());
  }

  /** Returns positions in the table and its indexes, of items all over the table. */
  private static List<String> positions() {
    List<String> all =
        Portal.stack()
            .dynamoDbClient()
            .scanPaginator(ScanRequest.builder().tableName(Portal.tableName()).build())
            .items()
            .stream()
            .flatMap(CursorsIT::positions)
            .sorted()
            .toList();
    int step = Math.max(1, all.size() / POSITIONS);
    List<String> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      some.add(all.get(i));
    }
    some.addAll(List.of("P\nS\nS", "P\nS\n~", "P\nS\n\uDBFF\uDFFF"));
    return some;
  }

  private static Stream<String> positions(Map<String, AttributeValue> item) {
    String key = text(item, "PK") + "\n" + text(item, "SK") + "\n";
    return Stream.of("SK", "namesSort", "activitySort")
        .filter(item::containsKey)
        .map(sort -> key + text(item, sort));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name).s();
  }

  private static Set<JsonNode> items(Answer answer) {
    Set<JsonNode> items = new HashSet<>();
    answer.at("items").forEach(items::add);
    return items;
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
