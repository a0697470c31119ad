package clientportal.packaged;

import clientportal.driver.Portal;
import clientportal.local.LocalStack;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * A function in a JVM of its own, started from its zip by Lambda's runtime interface client, in the
 * environment that its template gives it on the local stack.
 */
final class PackagedFunction {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the runtime has beside the function: the client and what it needs itself. */
  private static final List<Class<?>> RUNTIME =
      List.of(
          AWSLambda.class,
          RequestStreamHandler.class,
          PojoSerializer.class,
          SdkInternalThreadLocal.class);

  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final Application.Function function;
  private final Path task;
  private final Path work;

  PackagedFunction(Application.Function function, FunctionZip zip) {
    this.function = function;
    this.task = zip.unpack();
    this.work = FunctionZip.UNPACKED;
  }

  /**
   * The first answer.
   *
   * @param classes how many classes were loaded when it was given
   */
  record FirstResponse(JsonNode answer, long classes) {}

  /** Starts the function, gives it one event, and stops it once it has answered. */
  FirstResponse answer(String event) throws IOException, InterruptedException {
    Path loaded = work.resolve(function.name() + ".classes");
    Path output = work.resolve(function.name() + ".output");
    try (RuntimeApi<FirstResponse> api =
        new RuntimeApi<>(event, body -> new FirstResponse(json(body), lines(loaded)))) {
      ProcessBuilder builder =
          new ProcessBuilder(command(loaded)).directory(task.toFile()).redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment(api.address()));
      Process process = builder.redirectOutput(output.toFile()).start();
      try {
        var _ =
            process
                .onExit()
                .thenRun(() ->
                    api.answer()
                        .completeExceptionally(
                            new AssertionError("exited with " + process.exitValue())));
        return api.answer().get(60, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new AssertionError(function.name() + ": " + e + "\n" + Files.readString(output), e);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private List<String> command(Path loaded) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED",
        "-Xlog:class+load:file=" + loaded + ":none:filecount=0",
        // By itself the client unpacks it to one fixed name, and two of them crash each other.
        "-D" + NATIVE_CLIENT + "=" + nativeLibrary(),
        "-cp",
        RUNTIME.stream().map(PackagedFunction::jar).collect(Collectors.joining(File.pathSeparator)),
        AWSLambda.class.getName(),
        function.handler());
  }

  private static String jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path nativeLibrary() {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    Path copy = work.resolve(function.name() + ".so");
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
  private Map<String, String> environment(String runtimeApi) {
    LocalStack stack = Portal.stack();
    DynamoDbServiceClientConfiguration dynamoDb =
        stack.dynamoDbClient().serviceClientConfiguration();
    AwsCredentials credentials =
        (AwsCredentials) dynamoDb.credentialsProvider().resolveIdentity().join();
    Map<String, String> environment = new HashMap<>(function.environment());
    environment.putAll(
        Map.of(
            "AWS_REGION", dynamoDb.region().id(),
            "AWS_ACCESS_KEY_ID", credentials.accessKeyId(),
            "AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey(),
            "AWS_ENDPOINT_URL_DYNAMODB",
                dynamoDb.endpointOverride().map(URI::toString).orElseThrow(),
            "AWS_ENDPOINT_URL_S3", stack.s3().toString()));
    environment.putAll(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API", runtimeApi,
            "AWS_LAMBDA_FUNCTION_NAME", function.name(),
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()),
            "AWS_LAMBDA_FUNCTION_VERSION", "1",
            // The templates' LogFormat: JSON would have the runtime load its serializer.
            "AWS_LAMBDA_LOG_FORMAT", "TEXT",
            "LAMBDA_TASK_ROOT", task.toString(),
            "_HANDLER", function.handler()));
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
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
