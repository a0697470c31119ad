package clientportal.access;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.functions.AwsCall;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Documents that are read while they move between keys: when their bytes are confirmed, and into
 * the archive and out of it. What is read at none of the keys is looked for again, in a
 * transaction, before it counts as missing.
 */
final class MovingDocumentsIT {
  /** How often something moves while it is read. */
  private static final int MOVES = 30;

  private static final byte[] DONE = "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);

  private final Office office = Office.open();
  private final Person administrator = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final String folderId = carla.client().folder("Statements");
  private final String folder = carla.client().path() + "/folders/" + folderId;
  private Map<String, AttributeValue> taken = Map.of();

  /** The operations on one document, from the table of routes. */
  private static List<Route> routes() {
    List<Route> routes =
        Route.ofEachOperation().stream()
            .filter(route -> route.path().matches("\\{\\w+}/documents/\\{\\w+}.*"))
            .toList();
    assertThat(routes).hasSizeGreaterThan(10);
    return routes;
  }

  /** Calls a route of a document; a body that it takes is no JSON, so that it changes nothing. */
  private static Answer call(Person person, Route route, String document) {
    String path = route.path().replaceFirst("^\\{\\w+}/documents/\\{\\w+}", document);
    boolean bodiless = route.method().equals("GET") || route.method().equals("DELETE");
    return bodiless || path.endsWith("/download")
        ? person.call(route.method(), path).send()
        : person.call(route.method(), path).json("no json").send();
  }

  private static String function(Route route) {
    return route.operation().substring(0, 1).toUpperCase(Locale.ROOT)
        + route.operation().substring(1);
  }

  private static List<String> operations(String function, Runnable action) {
    return Portal.calls(function, action).stream().map(AwsCall::operation).toList();
  }

  private String partition() {
    return "FIRM#%s#CLIENT#%s#FOLDER#%s"
        .formatted(office.firmId(), carla.client().clientId(), folderId);
  }

  /** Takes the item of a document away, as a read between two keys does not see it. */
  private void take(String id) {
    taken = Portal.item(partition(), "DOC#" + id);
    assertThat(taken).isNotEmpty();
    Map<String, AttributeValue> key =
        Map.of("PK", AttributeValue.fromS(partition()), "SK", AttributeValue.fromS("DOC#" + id));
    Portal.stack()
        .dynamoDbClient()
        .deleteItem(request -> request.tableName(Portal.tableName()).key(key));
  }

  private void putBack() {
    if (!taken.isEmpty()) {
      Portal.stack()
          .dynamoDbClient()
          .putItem(request -> request.tableName(Portal.tableName()).item(taken));
    }
  }

  @AfterEach
  void restore() {
    Portal.stack().tap("ConfirmUpload", payload -> Optional.empty());
    putBack();
  }

  /** Opens the folder to the client, who uploads a document. */
  private String uploaded() {
    carla.client().share(folderId, "client", "view-upload").is(200);
    return File.text("passport.txt", "p").upload(carla.person(), folder);
  }

  @Test
  void aDocumentAtNoneOfItsKeys_isLookedForInATransaction_onEachOfItsRoutes() {
    String id = uploaded();
    Person stranger = Office.open().administrator();
    take(id);

    for (Route route : routes()) {
      String document = folder + "/documents/" + id;
      assertThat(operations(function(route), () -> call(administrator, route, document).is(404)))
          .as(route.operation())
          .startsWith("BatchGetItem", "TransactGetItems")
          .containsOnly("BatchGetItem", "TransactGetItems");
      assertThat(operations(function(route), () -> call(stranger, route, document).is(404)))
          .as("%s by a stranger", route.operation())
          .containsExactly("BatchGetItem");
    }
    putBack();
    assertThat(administrator.get(folder + "/documents/" + id).is(200).text("status"))
        .isEqualTo("available");
  }

  @Test
  void aNoticeThatWouldLoseItsName_looksForItsDocumentInATransaction() {
    String id = File.text("balance.txt", "b").upload(administrator, folder);
    administrator
        .put(folder + "/documents/" + id + "/shares", Office.recipients("client", "view"))
        .is(200);
    Portal.settle();
    take(id);

    assertThat(operations("ListNotices", () -> carla.person().get("/v1/me/notices").is(200)))
        .containsExactly("Query", "BatchGetItem", "TransactGetItems");
    assertThat(
            operations(
                "SendDueDigests",
                () -> {
                  Portal.advance(Duration.ofMinutes(5));
                  Portal.settle();
                }))
        .contains("TransactGetItems");
    putBack();
    assertThat(
            operations(
                "ListNotices",
                () ->
                    assertThat(
                            carla
                                .person()
                                .get("/v1/me/notices")
                                .is(200)
                                .text("items/0/documentName"))
                        .isEqualTo("balance.txt")))
        .containsExactly("Query", "BatchGetItem");
  }

  @Test
  void anUploadWhoseDocumentIsAtNoneOfItsKeys_isSettledAfterATransaction() {
    String document = folder + "/documents/" + uploaded();
    Answer second = version(document, "q");
    Answer third = version(document, "r");
    administrator.put(folder + "/shares", Office.nobody()).is(200);
    take(document.substring(document.lastIndexOf('/') + 1));

    assertThat(
            operations(
                "ConfirmUpload",
                () -> {
                  File.put(second, File.text("passport.txt", "q").bytes()).is(200);
                  Portal.settle();
                }))
        .contains("TransactGetItems");
    Portal.stack().tap("ConfirmUpload", payload -> Optional.of(DONE));
    File.put(third, File.text("passport.txt", "r").bytes()).is(200);
    Portal.settle();
    assertThat(
            operations(
                "SweepUploads",
                () -> {
                  Portal.advance(Duration.ofMinutes(21));
                  Portal.settle();
                }))
        .contains("TransactGetItems");
    putBack();
    Person ada = Portal.signIn(administrator.email());
    assertThat(ada.get(document).is(200).text("version")).isEqualTo("1");
  }

  private Answer version(String document, String text) {
    return carla
        .person()
        .post(document + "/versions", File.text("passport.txt", text).declaration())
        .is(201);
  }

  /** Repeats something, at least once, until what others do is over. */
  private static void during(Runnable others, Runnable repeated) {
    CompletableFuture<Void> running = CompletableFuture.runAsync(others);
    do {
      repeated.run();
    } while (!running.isDone());
    running.join();
  }

  @Test
  void whileADocumentIsArchivedAndBroughtBack_allOfItsRoutesFindIt() {
    String document = folder + "/documents/" + uploaded();
    List<String> missed = new ArrayList<>();

    during(
        () -> {
          for (int move = 0; move < MOVES; move++) {
            administrator.patch(document, json().put("archived", move % 2 == 0));
          }
        },
        () -> routes().forEach(route -> call(administrator, route, document, missed)));

    assertThat(missed).isEmpty();
  }

  /** Waits until a version is available, while others go on calling. */
  private void awaitVersion(String document, int version) {
    Instant deadline = Instant.now().plusSeconds(60);
    Answer answer;
    do {
      assertThat(Instant.now()).as("version %d of %s", version, document).isBefore(deadline);
      answer = administrator.get(document);
    } while (answer.status() != 200
        || !answer.text("status").equals("available")
        || !answer.text("version").equals(Integer.toString(version)));
  }

  private static void call(Person person, Route route, String document, List<String> missed) {
    int status = call(person, route, document).status();
    if (status == 404 || status == 500) {
      missed.add(route.operation() + " answered " + status);
    }
  }

  @Test
  void whileADocumentIsConfirmed_allRoutesFindItThatFoundItBefore() {
    carla.client().share(folderId, "client", "view-upload").is(200);
    List<String> missed = new ArrayList<>();
    for (int move = 0; move < MOVES / 3; move++) {
      File file = File.text("a" + move + ".txt", "a");
      Answer declared = file.declare(carla.person(), folder).is(201);
      String document = folder + "/documents/" + declared.text("documentId");
      List<Route> finding =
          routes().stream()
              .filter(route -> !route.method().equals("DELETE"))
              .filter(route -> call(administrator, route, document).status() != 404)
              .toList();
      assertThat(finding).hasSizeGreaterThan(7);

      during(
          () -> {
            File.put(declared, file.bytes()).is(200);
            awaitVersion(document, 1);
          },
          () -> finding.forEach(route -> call(administrator, route, document, missed)));
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void whileVersionsArrive_eachIsListedOnce() {
    String document = folder + "/documents/" + uploaded();
    List<List<Integer>> wrong = new ArrayList<>();

    during(
        () -> {
          for (int move = 2; move <= MOVES / 3; move++) {
            File file = File.text("passport.txt", "p" + move);
            File.put(carla.person().post(document + "/versions", file.declaration()), file.bytes())
                .is(200);
            awaitVersion(document, move);
          }
        },
        () -> {
          List<Integer> listed = new ArrayList<>();
          for (JsonNode version : administrator.get(document + "/versions").is(200).at("items")) {
            listed.add(version.path("version").asInt());
          }
          int newest = listed.getFirst();
          if (!listed.equals(
              IntStream.rangeClosed(1, newest).map(i -> newest + 1 - i).boxed().toList())) {
            wrong.add(listed);
          }
        });

    assertThat(wrong).isEmpty();
  }
}
