package clientportal.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.LocalStack;
import clientportal.local.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program from its first moment, and stopped in the middle of its work. */
final class ProgramIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void whileTheDemoIsFilledIn_itIsStoppedWithoutStackTraces() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--demo",
                "--port",
                "0")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.startsWith("Demo: ")) {
        line = output.readLine();
      }
      assertThat(line).as("a step of the demo").isNotNull();

      // The JVM ends in the same way as by Ctrl-C; Process.destroy would close the output, too.
      program.toHandle().destroy();
      List<String> rest = output.lines().toList();

      assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(rest).last().asString().startsWith("Stopped. Nothing was kept");
      assertThat(rest).noneMatch(each -> each.matches("\\s+at .*|.*(Exception|Error)\\b.*"));
      assertThat(rest).noneMatch(each -> each.contains("not complete"));
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void theAddresses_areGivenOnceTheOperatorCanSignIn() throws Exception {
    int port = firstOfFreePorts();
    Options tests = Options.forTests();
    Options options =
        new Options(tests.root(), port, Optional.empty(), tests.log(), tests.progress());
    CompletableFuture<LocalStack> starting =
        CompletableFuture.supplyAsync(
            () -> LocalStack.start(options), task -> Thread.ofPlatform().start(task));
    String api = "http://127.0.0.1:" + port;

    String addresses = firstAnswer(URI.create(api + "/_local"), starting);
    boolean appointedBefore = operatorGetsACode(api, addresses);

    starting.join().close();
    assertThat(appointedBefore).isTrue();
  }

  /** Free ports below those that systems give to outgoing connections, which start at 32768. */
  private static int firstOfFreePorts() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
      try (ServerSocket _ = new ServerSocket(port, 1, here);
          ServerSocket _ = new ServerSocket(port + 1, 1, here);
          ServerSocket _ = new ServerSocket(port + 2, 1, here);
          ServerSocket _ = new ServerSocket(port + 3, 1, here)) {
        return port;
      } catch (BindException e) {
        // One of them is taken: others.
      }
    }
  }

  /** Asks again until the stack listens at all. */
  private static String firstAnswer(URI page, CompletableFuture<LocalStack> starting)
      throws IOException, InterruptedException {
    while (true) {
      try {
        return send(HttpRequest.newBuilder(page));
      } catch (ConnectException e) {
        assertThat(starting.isCompletedExceptionally()).isFalse();
        Thread.onSpinWait();
      }
    }
  }

  private static boolean operatorGetsACode(String api, String addresses) throws Exception {
    String client = addresses.replaceFirst("(?s).*\"staffClientId\":\"([^\"]+)\".*", "$1");
    send(
        HttpRequest.newBuilder(URI.create(api + "/_aws/cognito/"))
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"AuthFlow": "USER_AUTH", "ClientId": "%s", "AuthParameters": {
                      "USERNAME": "%s", "PREFERRED_CHALLENGE": "EMAIL_OTP"}}
                    """
                        .formatted(client, LocalStack.OPERATOR))));
    return send(HttpRequest.newBuilder(URI.create(api + "/_local/outbox")))
        .contains(LocalStack.OPERATOR);
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }
}
