package clientportal.packaged;

import clientportal.driver.WholeLog;
import clientportal.local.LocalStack;
import clientportal.local.roles.Roles;
import clientportal.local.template.Application;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * A function in a JVM of its own, started from its zip by Lambda's runtime interface client, in the
 * environment that its template gives it on the local stack.
 */
final class PackagedFunction {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** What the runtime has beside the function: the client and what it needs itself. */
  private static final List<Class<?>> RUNTIME =
      List.of(
          AWSLambda.class,
          RequestStreamHandler.class,
          PojoSerializer.class,
          SdkInternalThreadLocal.class);

  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /** Lambda sets them for functions without SnapStart. */
  private static final Set<String> KEYS =
      Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

  private final LocalStack stack;
  private final Application.Function function;
  private final String handler;
  private final Path task;
  private final List<String> more = new ArrayList<>();
  private Optional<String> launcher = Optional.empty();
  private AtTheSnapshot atTheSnapshot = process -> {};

  /** Inspects a function at the moment of its snapshot. */
  @FunctionalInterface
  interface AtTheSnapshot {
    void look(Process process) throws IOException, InterruptedException;
  }

  PackagedFunction(LocalStack stack, DeployedFunction deployed) {
    this(stack, deployed.operation(), deployed.handler(), deployed.zip().unpack());
  }

  /** Runs another handler in the environment of an operation's. */
  PackagedFunction(LocalStack stack, String operation, String handler, Path task) {
    this.stack = stack;
    this.function =
        stack.application().functions().stream()
            .filter(each -> each.name().endsWith("-" + operation))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the templates have no " + operation));
    this.handler = handler;
    this.task = task;
  }

  /** Starts the runtime's client through another main class, from a folder of its own. */
  PackagedFunction launchedBy(String mainClass, Path folder) {
    launcher = Optional.of(mainClass);
    more.add(folder.toString());
    return this;
  }

  PackagedFunction atTheSnapshot(AtTheSnapshot look) {
    atTheSnapshot = look;
    return this;
  }

  /**
   * The first answer.
   *
   * @param classes how many classes were loaded when it was given
   * @param log everything that was printed
   */
  record FirstResponse(JsonNode answer, long classes, String log) {}

  /**
   * The first answer of a function that was restored.
   *
   * @param classesBefore how many classes were in the snapshot
   * @param time from the restore to the answer
   */
  record Restored(
      JsonNode answer,
      long classesBefore,
      long classes,
      Duration time,
      List<SnapStartHost.Call> calls,
      String log) {
    List<SnapStartHost.Call> callsBefore() {
      return calls.stream().filter(call -> !call.afterRestore()).toList();
    }

    List<SnapStartHost.Call> callsAfter() {
      return calls.stream().filter(SnapStartHost.Call::afterRestore).toList();
    }
  }

  /** Starts the function, gives it one event, and stops it once it has answered. */
  FirstResponse answer(String event) throws IOException, InterruptedException {
    return run(
        event,
        Map.of(),
        true,
        (api, _, log) -> {
          RuntimeApi.Answer answer = api.answer().get(60, TimeUnit.SECONDS);
          return new FirstResponse(json(answer.body()), answer.classes(), Files.readString(log));
        });
  }

  /** The same for a function with SnapStart: it reaches its snapshot and goes on from it. */
  Restored restoredAnswer(String event) throws IOException, InterruptedException {
    return restoredAnswer(event, true);
  }

  /** The same without the function's hooks, as if it had none. */
  Restored restoredWithoutHooks(String event) throws IOException, InterruptedException {
    return restoredAnswer(event, false);
  }

  private Restored restoredAnswer(String event, boolean hooks)
      throws IOException, InterruptedException {
    URI table = URI.create(stack.environment().get("AWS_ENDPOINT_URL_DYNAMODB"));
    try (SnapStartHost host = new SnapStartHost(table)) {
      return run(
          event,
          host.environment(),
          hooks,
          (api, process, log) -> {
            long before = api.snapshot().get(60, TimeUnit.SECONDS);
            atTheSnapshot.look(process);
            host.restored();
            api.restore();
            RuntimeApi.Answer answer = api.answer().get(60, TimeUnit.SECONDS);
            return new Restored(
                json(answer.body()),
                before,
                answer.classes(),
                answer.time(),
                host.calls(),
                Files.readString(log));
          });
    }
  }

  private interface Course<T> {
    T run(RuntimeApi api, Process process, Path log)
        throws IOException, ExecutionException, InterruptedException, TimeoutException;
  }

  private <T> T run(String event, Map<String, String> more, boolean hooks, Course<T> course)
      throws IOException, InterruptedException {
    String name = function.name() + "-" + NUMBER.incrementAndGet();
    Path work = Files.createDirectories(FunctionZip.UNPACKED.resolve("runs"));
    Path loaded = work.resolve(name + ".classes");
    Path output = work.resolve(name + ".output");
    try (RuntimeApi api = new RuntimeApi(event, () -> lines(loaded))) {
      ProcessBuilder builder =
          new ProcessBuilder(command(loaded, nativeLibrary(work.resolve(name + ".so")), hooks))
              .directory(task.toFile())
              .redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment(api.address(), more));
      Process process = builder.redirectOutput(output.toFile()).start();
      try {
        var _ =
            process
                .onExit()
                .thenRun(() -> api.fail(new AssertionError("exited with " + process.exitValue())));
        return course.run(api, process, output);
      } catch (ExecutionException | TimeoutException e) {
        throw new AssertionError(name + ": " + e + "\n" + Files.readString(output), e);
      } finally {
        process.destroyForcibly().waitFor();
        Files.readAllLines(output).forEach(WholeLog::add);
        Files.deleteIfExists(work.resolve(name + ".so"));
      }
    }
  }

  /** As Lambda's own bootstrap starts it, but for where things are. */
  private List<String> command(Path loaded, Path nativeLibrary, boolean hooks) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-Xlog:class+load:file=" + loaded + ":none:filecount=0",
            // By default the client unpacks it to one fixed name, and two of them crash each other.
            "-D" + NATIVE_CLIENT + "=" + nativeLibrary));
    if (hooks) {
      command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    }
    command.addAll(
        List.of("-cp", classPath(), launcher.orElse(AWSLambda.class.getName()), handler));
    return command;
  }

  private String classPath() {
    return Stream.concat(RUNTIME.stream().map(PackagedFunction::jar), more.stream())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path nativeLibrary(Path copy) {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    try (InputStream library =
        AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + processor + ".so")) {
      if (library == null) {
        throw new IllegalStateException("no runtime interface client for " + processor);
      }
      Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the template gives, where AWS is here, and what Lambda itself adds. */
  private Map<String, String> environment(String runtimeApi, Map<String, String> snapStart) {
    Map<String, String> environment = new HashMap<>(stack.environment());
    environment.putAll(function.environment());
    environment.put("AWS_SESSION_TOKEN", Roles.session(function.name()));
    if (!snapStart.isEmpty()) {
      environment.keySet().removeAll(KEYS);
      environment.putAll(snapStart);
    }
    environment.putAll(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API",
            runtimeApi,
            "AWS_LAMBDA_FUNCTION_NAME",
            function.name(),
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            Integer.toString(function.memory()),
            "AWS_LAMBDA_FUNCTION_VERSION",
            "1",
            // The templates' LogFormat: JSON would have the runtime load its serializer.
            "AWS_LAMBDA_LOG_FORMAT",
            "TEXT",
            "LAMBDA_TASK_ROOT",
            task.toString(),
            "_HANDLER",
            handler));
    return environment;
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
