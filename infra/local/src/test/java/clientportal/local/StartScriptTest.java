package clientportal.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that starts the stack, in a small tree, with a Maven and a JVM that only say so. */
final class StartScriptTest {
  private static final String FREE = "0";

  @TempDir private Path root;

  @BeforeEach
  void aTree() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "The script needs bash.");
    for (String folder :
        List.of("infra/local/target", "infra/demo/target", "functions", "bin", "jdk/bin")) {
      Files.createDirectories(root.resolve(folder));
    }
    Path help = root.resolve("infra/local/src/main/resources/clientportal/local/help.txt");
    Files.createDirectories(help.getParent());
    Files.writeString(help, "The help.\n");
    for (String file : List.of("pom.xml", "template.yaml", "functions/A.java", "library.jar")) {
      Files.writeString(root.resolve(file), "");
    }
    Files.copy(Path.of("start"), root.resolve("infra/local/start"));
    program("jdk/bin/java", "echo \"Started: ${*: -2}\"");
    program("bin/mvn", "echo '[INFO] Building Access 1   [2/9]'\n" + writeResult());
  }

  private static String writeResult() {
    return """
    echo "$ROOT/jdk" >infra/local/target/java-home
    echo "$ROOT/library.jar" >infra/demo/target/class-path
    """;
  }

  private void program(String path, String script) throws IOException {
    Path file = root.resolve(path);
    Files.writeString(file, "#!/bin/bash\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Outcome(int status, String text) {}

  private Outcome start(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/bash", "infra/local/start"));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().put("ROOT", root.toString());
    builder
        .environment()
        .merge("PATH", root.resolve("bin").toString(), (old, ours) -> ours + ":" + old);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "-x, Unknown option: -x.",
    "--prot 1, Unknown option: --prot.",
    "--port, --port needs a value.",
    "--port abc, 'number from 0 to 65532, not abc'",
    "--port 65533, 'number from 0 to 65532, not 65533'",
    "--data, --data needs a value.",
    "--data --demo, --data needs a value.",
    "--data pom.xml, '--data takes a folder, and pom.xml is none'",
    "--parameter Foo, 'NAME=VALUE, not Foo'",
    "--parameter =1, 'NAME=VALUE, not =1'"
  })
  void aWrongOption_isRefused_beforeAnythingIsBuilt(String options, String message)
      throws IOException, InterruptedException {
    Outcome outcome = start(options.split(" ", -1));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.text()).contains(message, "--help").doesNotContain("Building");
  }

  /** The API's port, and those of S3, of the portal's pages and of the staff's after it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aPortInUse_isRefused_beforeAnythingIsBuilt(int place)
      throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      Outcome outcome = start("--port", Integer.toString(port - place));

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.text())
          .containsPattern(place == 0 ? "Port " + port + " is in use\\." : "Port \\d+ is in use\\.")
          .doesNotContain("Building");
    }
  }

  @Test
  void help_isShown_withoutABuild() throws IOException, InterruptedException {
    assertThat(start("--port", FREE, "--help")).isEqualTo(new Outcome(0, "The help.\n"));
  }

  @Test
  void aTreeIsBuilt_andNotAgain_untilSomethingChanges() throws IOException, InterruptedException {
    assertThat(start("--port", FREE).text()).contains("Building\n", "  [2/9] Access", "Started: ");
    anHourPasses();
    assertThat(start("--port", FREE).text()).isEqualTo("Started: --port 0\n");

    Files.writeString(root.resolve("infra/demo/target/other"), "What a build left.");
    assertThat(start("--port", FREE).text()).isEqualTo("Started: --port 0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "template.yaml", "functions/A.java", "functions/B.java"})
  void afterAChange_itIsBuiltAgain(String file) throws IOException, InterruptedException {
    start("--port", FREE);
    anHourPasses();

    Files.writeString(root.resolve(file), "changed");

    assertThat(start("--port", FREE).text()).contains("Building");
  }

  @ParameterizedTest
  @ValueSource(strings = {"functions/A.java", "library.jar", "infra/local/target/java-home"})
  void withAFileLess_itIsBuiltAgain(String file) throws IOException, InterruptedException {
    start("--port", FREE);
    anHourPasses();

    Files.delete(root.resolve(file));

    assertThat(start("--port", FREE).text()).contains("Building");
  }

  /** Dates everything back; the class path was written last. */
  private void anHourPasses() throws IOException {
    Instant earlier = Instant.now().minusSeconds(3600);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(earlier));
      }
    }
    Files.setLastModifiedTime(
        root.resolve("infra/demo/target/class-path"), FileTime.from(earlier.plusSeconds(1)));
  }

  @Test
  void aFailedBuild_showsItsErrors() throws IOException, InterruptedException {
    program(
        "bin/mvn",
        "echo '[INFO] Building Access 1   [2/9]'; echo '[ERROR] A.java:[3,4] ; expected'; exit 1");

    Outcome outcome = start("--port", FREE);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.text())
        .contains("[ERROR] A.java:[3,4] ; expected", "The build failed.", "build.log")
        .doesNotContain("Started");
  }

  @Test
  void aMavenThatDoesNotStart_isHeard() throws IOException, InterruptedException {
    program(
        "bin/mvn",
        "echo 'The JAVA_HOME environment variable is not defined correctly' >&2; exit 1");

    Outcome outcome = start("--port", FREE);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.text()).contains("The JAVA_HOME environment variable is not defined");
  }
}
