package clientportal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A snapshot of a function keeps nothing unique and nothing secret: shown by restoring it twice.
 * Two processes that were the same up to their restore take the place of two instances.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime interface client is Linux's alone")
@OnScene
final class SnapshotIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path LAUNCHER = FunctionZip.UNPACKED.resolve("launcher");
  private static final String PLANTED = PlantedHandler.class.getName();
  private static Scene scene;

  /** An instance: when it was restored, and what it did then. */
  private record Instance(Instant restoredAt, PackagedFunction.Restored restored) {
    JsonNode body() throws IOException {
      return restored.answer().has("body")
          ? JSON.readTree(restored.answer().path("body").asText())
          : restored.answer();
    }
  }

  @BeforeAll
  static void prepare() throws Exception {
    scene = Scene.shared();
    copyClasses(LAUNCHER, FrozenRuntime.class);
  }

  @Test
  void requestUpload_restoredTwice_repeatsNoIdAndUsesNoEarlierCredentials() throws Exception {
    List<Instance> instances = restoreTwice("RequestUpload");

    assertThat(faults(event("RequestUpload"), instances)).isEmpty();
    for (Instance instance : instances) {
      JsonNode body = instance.body();
      assertThat(body.path("status").asText()).isEqualTo("pending");
      assertThat(body.at("/upload/url").asText())
          .contains("X-Amz-Credential=" + SnapStartHost.accessKey(true))
          .contains("X-Amz-Security-Token=" + SnapStartHost.sessionToken(true));
    }
    assertThat(instances.get(0).body().path("documentId").asText().substring(10))
        .isNotEqualTo(instances.get(1).body().path("documentId").asText().substring(10));
  }

  @Test
  void acceptInvitation_restoredTwice_repeatsNoToken() throws Exception {
    List<Instance> instances = restoreTwice("AcceptInvitation");

    assertThat(faults(event("AcceptInvitation"), instances)).isEmpty();
    assertThat(instances.get(0).body().path("browserKey").asText())
        .hasSize(43)
        .isNotEqualTo(instances.get(1).body().path("browserKey").asText());
  }

  @Test
  void aHandlerThatDrawsBeforeItsSnapshot_isFound() throws Exception {
    Path task = planted();

    List<Instance> instances =
        restoreTwice(() -> new PackagedFunction(scene.stack(), "GetFolder", PLANTED, task), "{}");

    assertThat(faults("", instances))
        .containsExactlyInAnyOrder(
            "/id is the same in both",
            "/token is the same in both",
            "/drawn is the same in both",
            "/at is of before the restore",
            "/accessKey is of before the restore");
  }

  @Test
  void theSnapshot_hasNoSecret() throws Exception {
    PackagedFunction function =
        new PackagedFunction(scene.stack(), DeployedFunction.named("RequestUpload"));

    assertThat(secretsInTheSnapshot(function, event("RequestUpload"))).isEmpty();
  }

  @Test
  void aSnapshotWithSecrets_isFound() throws Exception {
    PackagedFunction function =
        new PackagedFunction(scene.stack(), "GetFolder", PLANTED, planted());

    assertThat(secretsInTheSnapshot(function, "{}"))
        .containsExactlyInAnyOrder(
            SnapStartHost.accessKey(false),
            SnapStartHost.secret(false),
            SnapStartHost.sessionToken(false));
  }

  /** Returns which of the credentials that were handed out before are reachable in the heap. */
  private static List<String> secretsInTheSnapshot(PackagedFunction function, String event)
      throws Exception {
    Path dump = Files.createTempFile(FunctionZip.UNPACKED, "snapshot", ".hprof");
    Files.delete(dump);
    function.atTheSnapshot(process -> dump(process, dump)).restoredAnswer(event);
    String heap = Files.readString(dump, StandardCharsets.ISO_8859_1);
    Files.delete(dump);
    assertThat(heap.contains("AWS_CONTAINER_CREDENTIALS_FULL_URI")).as("a heap").isTrue();
    return Stream.of(
            SnapStartHost.accessKey(false),
            SnapStartHost.secret(false),
            SnapStartHost.sessionToken(false))
        .filter(heap::contains)
        .toList();
  }

  /** A function's zip with the planted handler in it. */
  private static Path planted() throws Exception {
    Path task = FunctionZip.of("documents").unpackTo(FunctionZip.UNPACKED.resolve("planted"));
    copyClasses(task, PlantedHandler.class);
    return task;
  }

  /** Printed, not asserted: how long it takes depends on the machine and on its other work. */
  @Test
  void priming_leavesLittleToLoadAfterTheRestore() throws Exception {
    for (String operation : List.of("GetFolder", "RequestUpload")) {
      DeployedFunction deployed = DeployedFunction.named(operation);
      PackagedFunction function = new PackagedFunction(scene.stack(), deployed);
      PackagedFunction.Restored without = function.restoredWithoutHooks(event(operation));
      PackagedFunction.Restored with = function.restoredAnswer(event(operation));

      long loadedWithout = without.classes() - without.classesBefore();
      long loadedWith = with.classes() - with.classesBefore();
      System.out.printf(
          Locale.ROOT,
          "from restore to answer: %s unprimed %d ms, %d classes; primed %d ms, %d classes: %.2f of"
              + " the time, %.2f of the classes%n",
          operation,
          without.time().toMillis(),
          loadedWithout,
          with.time().toMillis(),
          loadedWith,
          (double) with.time().toNanos() / without.time().toNanos(),
          (double) loadedWith / loadedWithout);
      assertThat(without.answer().path("statusCode").asInt()).isBetween(200, 202);
      assertThat(with.answer().path("statusCode").asInt()).isBetween(200, 202);
      assertThat(without.callsBefore()).isEmpty();
      assertThat(loadedWith).isLessThan(loadedWithout / 2);
    }
  }

  private static List<Instance> restoreTwice(String operation) throws Exception {
    return restoreTwice(
        () -> new PackagedFunction(scene.stack(), DeployedFunction.named(operation)),
        event(operation));
  }

  private static List<Instance> restoreTwice(Supplier<PackagedFunction> function, String event)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Instance> one = threads.submit(() -> restore(function.get(), event));
      Future<Instance> other = threads.submit(() -> restore(function.get(), event));
      return List.of(one.get(), other.get());
    }
  }

  private static Instance restore(PackagedFunction function, String event) throws Exception {
    AtomicReference<Instant> restoredAt = new AtomicReference<>(Instant.MAX);
    PackagedFunction.Restored restored =
        function
            .launchedBy(FrozenRuntime.class.getName(), LAUNCHER)
            .atTheSnapshot(process -> {
              // Answers have times in milliseconds, URLs in seconds.
              Thread.sleep(1_100);
              restoredAt.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
            })
            .restoredAnswer(event);
    return new Instance(restoredAt.get(), restored);
  }

  private static String event(String operation) {
    return scene.events().event(operation);
  }

  /** What two instances must not have in common, and what is from before their restore. */
  private static Set<String> faults(String event, List<Instance> instances) throws IOException {
    Set<String> faults = new TreeSet<>();
    JsonNode other = instances.get(1).body();
    texts("", instances.get(0).body())
        .forEach((where, text) -> {
          if (!event.contains(text)
              && random(text).isPresent()
              && random(text).equals(random(other.at(where).asText()))) {
            faults.add(where + " is the same in both");
          }
        });
    for (Instance instance : instances) {
      texts("", instance.body())
          .forEach((where, text) -> {
            if (text.contains(SnapStartHost.accessKey(false)) || isBefore(text, instance)) {
              faults.add(where + " is of before the restore");
            }
          });
      faults.addAll(callFaults(instance.restored()));
    }
    return faults;
  }

  private static Set<String> callFaults(PackagedFunction.Restored restored) {
    Set<String> faults = new TreeSet<>();
    Set<Integer> connections =
        restored.callsBefore().stream()
            .map(SnapStartHost.Call::connection)
            .collect(Collectors.toSet());
    for (SnapStartHost.Call call : restored.callsAfter()) {
      if (!call.accessKey().equals(SnapStartHost.accessKey(true))) {
        faults.add(call.operation() + " has credentials of before the restore");
      }
      if (connections.contains(call.connection())) {
        faults.add(call.operation() + " goes over a connection of before the restore");
      }
    }
    return faults;
  }

  private static Map<String, String> texts(String where, JsonNode node) {
    Map<String, String> texts = new TreeMap<>();
    if (node.isTextual()) {
      texts.put(where, node.asText());
    }
    node.properties()
        .forEach(member -> texts.putAll(texts(where + "/" + member.getKey(), member.getValue())));
    return texts;
  }

  /** What is random in an id (the rest of it is its time), a token or 128 bits. */
  private static Optional<String> random(String text) {
    if (text.matches("[0-9a-hjkmnp-tv-z]{26}")) {
      return Optional.of(text.substring(10));
    }
    return text.matches("[\\w-]{43}|[0-9a-f]{32}") ? Optional.of(text) : Optional.empty();
  }

  private static boolean isBefore(String text, Instance instance) {
    return text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")
        && Instant.parse(text).isBefore(instance.restoredAt());
  }

  /** Writes what is reachable in a JVM to a file. */
  private static void dump(Process process, Path file) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "GC.heap_dump",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(said).isZero();
  }

  /** Copies a class and those within it to where a class loader finds them. */
  private static void copyClasses(Path folder, Class<?> type) throws Exception {
    Path classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path from = classes.resolve(type.getPackageName().replace('.', '/'));
    Path to = Files.createDirectories(folder.resolve(classes.relativize(from)));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file :
          files
              .filter(each ->
                  each.getFileName().toString().matches(type.getSimpleName() + "(\\$.*)?\\.class"))
              .toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
