package clientportal.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clientportal.contract.PublishedContract;
import clientportal.contract.PublishedContract.Operation;
import clientportal.demo.Demo;
import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.Checklist;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.driver.WholeLog;
import clientportal.local.FailureLog;
import clientportal.local.LocalStack;
import clientportal.local.Options;
import clientportal.local.functions.FunctionFailedException;
import clientportal.platform.Hashes;
import clientportal.platform.Ids;
import clientportal.platform.log.Metric;
import clientportal.platform.log.MetricFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the functions log, on a stack of its own that is filled with people and documents. */
final class LogIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NO_FIRM = "Client portal";
  private static final String TOKEN = "mYvZ8a1hRZ_3nHk_0PqTz5wX2cV7bN9dL4fG6jK8sAe";

  private static final ByteArrayOutputStream LINES = new ByteArrayOutputStream();
  private static LocalStack stack;
  private static List<JsonNode> ofTheDemo;

  @BeforeAll
  static void fill() throws InterruptedException {
    stack =
        LocalStack.start(
            Options.forTests().withLog(WholeLog.before(new PrintStream(LINES, true, UTF_8))));
    Demo.fill(stack.api(), new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    stack.clock().advance(Duration.ofMinutes(5));
    stack.settle();
    ofTheDemo = lines().stream().filter(line -> !line.has("mails")).toList();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  private static List<JsonNode> lines() {
    return LINES.toString(UTF_8).lines().map(LogIT::json).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (Exception e) {
      throw new AssertionError("not a line of JSON: " + text, e);
    }
  }

  /** The lines that a person at the terminal sees. */
  private static String shown() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream log = new FailureLog(new PrintStream(shown, true, UTF_8));
    LINES.toString(UTF_8).lines().forEach(log::println);
    return shown.toString(UTF_8);
  }

  @Test
  void eachInvocation_writesOneLine_withItsIdsAndItsOutcome() {
    Map<String, Integer> perRequest = new HashMap<>();
    for (JsonNode line : ofTheDemo) {
      perRequest.merge(line.path("requestId").asText(), 1, Integer::sum);
      assertThat(line.path("function").asText()).matches("portal-\\w+");
      assertThat(line.path("requestId").asText()).matches("[0-9a-f-]{36}");
      assertThat(line.path("trace").asText()).matches("1-[0-9a-f]{8}-[0-9a-f]{24}");
      assertThat(line.path("milliseconds").isIntegralNumber()).isTrue();
      assertThat(line.has("failure")).as(line.toString()).isFalse();
      assertThat(line.has("route"))
          .as("either a route with its status, or the outcome of the work: " + line)
          .isEqualTo(line.has("status"))
          .isNotEqualTo(
              line.has("handled")
                  || line.has("due")
                  || line.has("operator")
                  || line.has("revoked"));
    }
    assertThat(perRequest.values()).containsOnly(1);
    assertThat(ofTheDemo)
        .extracting(line -> line.path("function").asText())
        .contains(
            "portal-AppointOperator",
            "portal-CreateFirm",
            "portal-RequestUpload",
            "portal-ConfirmUpload",
            "portal-RelayEvents",
            "portal-SendInvitations",
            "portal-SendVerifications",
            "portal-RecordNotices",
            "portal-SendDueDigests");
  }

  /** Whatever a mail is about and whoever caused it, it counts for its firm. */
  @Test
  void eachMailOfAFirm_isCounted_inALineWithTheFirm() throws InterruptedException {
    stack.settle();
    List<JsonNode> counted = lines().stream().filter(line -> line.has("mails")).toList();
    long sent =
        stack.outbox().messages().stream()
            .filter(message -> !String.valueOf(message.headers().get("From")).contains(NO_FIRM))
            .filter(message -> message.headers().containsKey("Auto-Submitted"))
            .count();

    assertThat(sent).isGreaterThan(10);
    assertThat(counted.stream().mapToLong(line -> line.path("mails").asLong()).sum())
        .isEqualTo(sent);
    assertThat(counted)
        .allSatisfy(line -> {
          assertThat(line.fieldNames())
              .toIterable()
              .containsExactlyInAnyOrder("function", "requestId", "firmId", "mails");
          assertThat(line.path("firmId").asText()).matches("[0-9a-z]{26}");
        });
    assertThat(counted)
        .extracting(line -> line.path("function").asText())
        .contains("portal-SendInvitations", "portal-SendVerifications", "portal-SendDueDigests");
  }

  @Test
  void noLine_hasAnAddress_aName_aLink_aTokenOrACode() {
    Set<String> secrets = new TreeSet<>(Set.of("@", "://", "Bearer", "X-Amz", "Harbour", "eyJ"));
    Pattern secret = Pattern.compile("#[\\w-]{43,}|(?m)^\\d{8}$");
    stack
        .outbox()
        .messages()
        .forEach(message ->
            secret
                .matcher(Objects.requireNonNullElse(message.text(), ""))
                .results()
                .forEach(found -> secrets.add(found.group().replace("#", ""))));
    secrets.addAll(List.of("Solheim", "Okafor", "Álvarez", "太郎", "Tax return", "Receipt"));
    secrets.addAll(List.of("refund", "depreciate"));
    assertThat(secrets).hasSizeGreaterThan(20);

    String all = ofTheDemo.stream().map(JsonNode::toString).collect(Collectors.joining("\n"));
    assertThat(all).doesNotContain(secrets);
  }

  /** What a line of a route has, whatever it answers. */
  private static final Set<String> OF_ROUTES =
      Set.of(
          "function", "requestId", "trace", "gatewayRequestId", "route", "status", "milliseconds");

  /** What a line of any other function has, besides what it did. */
  private static final Set<String> OF_OTHERS =
      Set.of("function", "requestId", "trace", "milliseconds");

  /** What such a function did: schedules, one that is called by hand, and consumers of batches. */
  private static Set<String> done(String function) {
    return switch (function) {
      case "portal-AppointOperator" -> Set.of("operator");
      case "portal-SendDueDigests", "portal-SendReminders" -> Set.of("due", "failed");
      case "portal-SweepUploads" ->
          Set.of("due", "settled", "waiting", "forgotten", "unscanned", "discarded", "failed");
      case "portal-ConfirmUpload", "portal-ConfirmLogo" -> Set.of("handled", "failed", "outcomes");
      default -> Set.of("handled", "failed");
    };
  }

  private static final Set<String> METRICS =
      Arrays.stream(Metric.values()).map(Metric::title).collect(Collectors.toSet());

  /** In the path, in the query, in the headers, in names and addresses of bodies. */
  private static final String CANARY = "Kanarienvogel";

  /** Known to the firm that makes the calls, by the names of path parameters. */
  private static Map<String, String> ids(Office office) {
    Office.Client client = office.client(CANARY);
    String folder = client.folder(CANARY);
    String document =
        File.text(CANARY + ".txt", CANARY)
            .upload(office.administrator(), client.path() + "/folders/" + folder);
    return Map.of(
        "firmId", office.firmId(),
        "staffId", office.staffId(),
        "clientId", client.clientId(),
        "contactId", client.contact(CANARY, true),
        "folderId", folder,
        "documentId", document,
        "noteId", client.note(CANARY, CANARY),
        "checklistId", Checklist.create(office, CANARY, CANARY).checklistId(),
        "registrationId", office.staffId(),
        "version", "1");
  }

  @Test
  void everyRoute_logsExactlyItsFields_andNothingOfWhatItWasSent() {
    int before = lines().size();
    Portal.<Integer, RuntimeException>on(
        stack,
        () -> {
          Office office = Office.open(CANARY, true);
          Map<String, String> ids = ids(office);
          // Its session is ended last.
          PublishedContract.read().operations().stream()
              .sorted(Comparator.comparing(operation -> operation.id().equals("endSessions")))
              .forEach(operation -> {
                call(operation, ids, office, Optional.of(body(operation)));
                call(operation, ids, office, Optional.of("{\"" + CANARY + "\": "));
                for (String parameter : parameters(operation)) {
                  Map<String, String> others = new HashMap<>(ids);
                  others.put(parameter, CANARY);
                  call(operation, others, office, Optional.empty());
                }
              });
          Portal.advance(Duration.ofMinutes(6));
          Portal.settle();
          return 0;
        });

    List<JsonNode> now = lines();
    List<JsonNode> since = now.subList(before, now.size());
    assertThat(since).hasSizeGreaterThan(200);
    String all = since.stream().map(JsonNode::toString).collect(Collectors.joining("\n"));
    assertThat(all).doesNotContainIgnoringCase(CANARY);
    assertThat(all)
        .doesNotContain(
            Base64.getEncoder().withoutPadding().encodeToString(CANARY.getBytes(UTF_8)));
  }

  @Test
  void everyOtherFunction_logsExactlyItsFields() {
    for (JsonNode line : ofTheDemo) {
      if (!line.has("route")) {
        String function = line.path("function").asText();
        Set<String> expected = new TreeSet<>(OF_OTHERS);
        expected.addAll(done(function));
        Set<String> fields = fields(line);
        removeMetrics(fields);
        assertThat(fields).as(line.toString()).isEqualTo(expected);
        String subject = function.equals("portal-ConfirmLogo") ? "logo" : "object";
        for (JsonNode outcome : line.path("outcomes")) {
          assertThat(fields(outcome)).as(line.toString()).containsExactly(subject, "outcome");
        }
      }
    }
  }

  /** A line has either all that a metric needs, or nothing of it. */
  private static void removeMetrics(Set<String> fields) {
    boolean measured = fields.remove("_aws");
    assertThat(fields.removeAll(METRICS)).isEqualTo(measured);
  }

  private static Set<String> fields(JsonNode line) {
    return line.propertyStream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> parameters(Operation operation) {
    return Pattern.compile("\\{(\\w+)}")
        .matcher(operation.path())
        .results()
        .map(name -> name.group(1))
        .toList();
  }

  /** Calls an operation with the canary wherever there is room, and verifies its line. */
  private static void call(
      Operation operation, Map<String, String> ids, Office office, Optional<String> body) {
    String path = operation.path();
    Set<String> expected = new TreeSet<>(OF_ROUTES);
    for (String parameter : parameters(operation)) {
      String value = String.valueOf(ids.get(parameter));
      path = path.replace("{" + parameter + "}", value);
      if (Ids.isId(value)) {
        expected.add(parameter);
      }
    }
    Call call =
        new Call(stack.api() + path + "?cursor=" + CANARY + "&" + CANARY + "=" + CANARY)
            .method(operation.method())
            .header("User-Agent", CANARY)
            .header("Referer", "https://" + CANARY + ".example/")
            .header("Cookie", CANARY + "=" + CANARY)
            .header("X-" + CANARY, CANARY)
            .header("If-Match", "\"" + CANARY + "\"")
            .header("Idempotency-Key", CANARY + body.hashCode());
    if (!operation.isPublic()) {
      call.header("Authorization", "Bearer " + office.administrator().accessToken());
      expected.add("person");
    }
    if (operation.node().has("requestBody")) {
      body.ifPresent(call::json);
    }
    Answer answer = call.send();
    String id = answer.header("apigw-requestid").orElseThrow();
    JsonNode line =
        lines().stream()
            .filter(each -> each.path("gatewayRequestId").asText().equals(id))
            .findFirst()
            .orElseThrow();
    if (answer.status() >= 400) {
      expected.add("problem");
    }
    Set<String> fields = fields(line);
    removeMetrics(fields);
    assertThat(fields).as(line.toString()).isEqualTo(expected);
    assertThat(line.path("status").asInt()).isEqualTo(answer.status()).isNotEqualTo(500);
    assertThat(line.path("route").asText()).isEqualTo(operation.method() + " " + operation.path());
  }

  /** The example of the contract, with the canary as every name and in every address. */
  private static String body(Operation operation) {
    JsonNode example = operation.bodyExample();
    replace(example);
    return example.toString();
  }

  private static void replace(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(field -> {
            if (Set.of("name", "relationship", "title", "text").contains(field.getKey())) {
              field.setValue(object.textNode(CANARY));
            }
            if (field.getKey().equals("email")) {
              field.setValue(object.textNode(CANARY + "@example.test"));
            }
          });
    }
    node.forEach(LogIT::replace);
  }

  @Test
  void eachRoundOfDigests_measuresTheOldestDueItem_alsoWhenNothingIsDue() {
    List<JsonNode> rounds =
        ofTheDemo.stream()
            .filter(line -> line.path("function").asText().equals("portal-SendDueDigests"))
            .toList();

    assertThat(rounds)
        .allSatisfy(line -> {
          assertThat(line.path("OldestDueItem").isIntegralNumber()).isTrue();
          assertThat(MetricFormat.faults(JSON.convertValue(line, Map.class)))
              .allMatch(fault -> fault.startsWith("Timestamp"), "an integer, of another type");
          assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("portal");
        })
        .anySatisfy(line -> assertThat(line.path("due").asInt()).isZero())
        .anySatisfy(line -> assertThat(line.path("due").asInt()).isPositive());
  }

  @Test
  void aRouteThatFails_isShown_withTheIdsThatItsCallerGot() throws Exception {
    // A verification without its address: it can be presented, but not read.
    put(
        "TOKEN#" + Hashes.sha256(TOKEN),
        "TOKEN",
        Map.of(
            "tries",
            AttributeValue.fromN("0"),
            "browserKeyHash",
            AttributeValue.fromS(Hashes.sha256(TOKEN))));

    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(stack.api() + "/v1/verifications"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"token\": \"%s\", \"browserKey\": \"%s\"}".formatted(TOKEN, TOKEN)))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
    String instance = json(answer.body()).path("instance").asText();
    String gatewayId = answer.headers().firstValue("apigw-requestid").orElseThrow();
    JsonNode line =
        lines().stream()
            .filter(each -> each.path("gatewayRequestId").asText().equals(gatewayId))
            .findFirst()
            .orElseThrow();
    assertThat(instance).isEqualTo("urn:request:" + line.path("requestId").asText());
    assertThat(line.path("status").asInt()).isEqualTo(500);
    assertThat(line.path("failure").asText()).contains("\n\tat clientportal.");
    assertThat(shown())
        .contains(
            "portal-VerifyAccount failed in request "
                + line.path("requestId").asText()
                + " (of the API: "
                + gatewayId
                + "): java.lang.");
  }

  @Test
  void aConsumerThatFails_isShown_withItsRequestAndItsMessage() throws Exception {
    put(
        "FIRM#f#EVENTS",
        "broken-invitation",
        Map.of("eventType", AttributeValue.fromS("StaffInvited")));
    stack.settle();

    List<JsonNode> failed =
        lines().stream()
            .filter(line ->
                line.path("function").asText().equals("portal-SendInvitations")
                    && line.has("failure"))
            .toList();
    assertThat(failed).hasSizeGreaterThanOrEqualTo(5);
    for (JsonNode line : failed) {
      assertThat(line.path("failed").asInt()).isEqualTo(1);
      assertThat(shown())
          .contains(
              "portal-SendInvitations failed in request "
                  + line.path("requestId").asText()
                  + ", record "
                  + line.at("/records/0/record").asText()
                  + ": java.lang.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"email\": \"nobody at all\"}"})
  void aFunctionThatIsCalledDirectlyAndFails_isShown_withItsRequest(String event) {
    int before = lines().size();

    assertThatExceptionOfType(FunctionFailedException.class)
        .isThrownBy(() -> stack.invoke("AppointOperator", event));

    List<JsonNode> now = new ArrayList<>(lines());
    JsonNode own =
        now.subList(before, now.size()).stream()
            .filter(line ->
                line.path("function").asText().equals("portal-AppointOperator")
                    && line.has("trace"))
            .findFirst()
            .orElseThrow();
    assertThat(own.path("failure").asText()).contains("\n\tat clientportal.accounts.");
    assertThat(shown())
        .contains("portal-AppointOperator failed in request " + own.path("requestId").asText());
    assertThat(own.toString()).doesNotContain("nobody");
  }

  private static void put(String pk, String sk, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.put("PK", AttributeValue.fromS(pk));
    item.put("SK", AttributeValue.fromS(sk));
    stack
        .dynamoDbClient()
        .putItem(request ->
            request.tableName(stack.application().tables().getFirst().name()).item(item));
  }
}
