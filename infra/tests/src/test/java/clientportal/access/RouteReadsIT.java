package clientportal.access;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Portal;
import clientportal.local.functions.AwsCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;

/**
 * What is not open to a caller takes the same calls as what does not exist: whoever measures how
 * long the same answer takes learns nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RouteReadsIT {
  private static final String UNKNOWN = "01arz3ndektsv4rrffq69g5fav";

  private RouteScene scene;

  @BeforeAll
  void build() {
    // Due work of other tests is done now, not between two calls that are compared.
    Portal.advance(Duration.ofDays(8));
    scene = new RouteScene();
  }

  @Test
  void anUnknownId_takesTheSameCallsAsOneThatIsNotOpen_whicheverIdItIs() {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (Route route : Route.all()) {
      List<String> path = List.of(scene.path(route).split("/", -1));
      for (String caller : callersWhoFindNothing(route)) {
        List<String> there = calls(caller, route, String.join("/", path));
        for (int slot : slots(path, known(route, caller))) {
          List<String> unknown = new ArrayList<>(path);
          unknown.set(slot, UNKNOWN);
          List<String> nowhere = calls(caller, route, String.join("/", unknown));
          compared++;
          if (!there.equals(nowhere)) {
            wrong.add(
                "%s %s by %s: %s, but %s for an unknown id %d"
                    .formatted(route.method(), route.path(), caller, there, nowhere, slot));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(1_500);
  }

  private static List<String> callersWhoFindNothing(Route route) {
    return route.statuses().entrySet().stream()
        .filter(status -> status.getValue() == 404)
        .map(status -> status.getKey())
        .toList();
  }

  /** Returns how much of the path names a folder that the caller reads, or else their client. */
  private int known(Route route, String caller) {
    return Stream.concat(rows("getFolder", ""), rows("listFolders", "/folders"))
        .filter(known -> scene.path(route).startsWith(scene.path(known) + "/"))
        .filter(known -> Integer.valueOf(200).equals(known.statuses().get(caller)))
        .mapToInt(known -> scene.path(known).split("/", -1).length)
        .max()
        .orElse(0);
  }

  /** Returns the rows of an operation, each with the path above a part of its own. */
  private static Stream<Route> rows(String operation, String below) {
    return Route.all().stream()
        .filter(route -> route.operation().equals(operation))
        .map(route ->
            new Route(
                route.operation(),
                route.method(),
                route.path().substring(0, route.path().length() - below.length()),
                route.statuses()));
  }

  /** Returns where the path has ids, after what the caller knows. */
  private static List<Integer> slots(List<String> path, int known) {
    return IntStream.range(known, path.size())
        .filter(each -> path.get(each).length() == UNKNOWN.length())
        .boxed()
        .toList();
  }

  /** Returns the calls that the function made, with how many items each read. */
  private List<String> calls(String caller, Route route, String path) {
    Portal.stack().calls().clear();
    scene.call(caller, route.method(), path).is(404);
    String function =
        route.operation().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + route.operation().substring(1);
    return Portal.stack().calls().callsOf("-" + function).stream()
        .map(RouteReadsIT::describe)
        .toList();
  }

  private static String describe(AwsCall call) {
    return call.request() instanceof BatchGetItemRequest batch
        ? "BatchGetItem of "
            + batch.requestItems().values().stream().mapToInt(each -> each.keys().size()).sum()
        : call.operation();
  }
}
