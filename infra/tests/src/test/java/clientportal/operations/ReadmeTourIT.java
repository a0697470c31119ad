package clientportal.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.LocalStack;
import clientportal.local.Options;
import clientportal.tools.MissingTool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's tour, word for word, on a stack of its own; skipped where its tools are missing. */
final class ReadmeTourIT {
  private static final String API = "http://127.0.0.1:8080";
  private static final Pattern TOUR =
      Pattern.compile("(?s)\n## A first tour\n.*?\n```sh\n(.*?)```\n");

  private static String tour() throws IOException {
    String readme = Files.readString(Options.forTests().root().resolve("README.md"));
    return TOUR.matcher(readme).results().findFirst().orElseThrow().group(1);
  }

  private static void requireTools() {
    for (String tool : List.of("bash", "curl", "jq", "sha256sum")) {
      boolean found =
          Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
      if (!found) {
        throw new MissingTool("the README's tour needs " + tool).ends("tour");
      }
    }
  }

  private static String run(String script, Path folder) throws Exception {
    Path output = folder.resolve("output");
    Process bash =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(bash.waitFor(2, TimeUnit.MINUTES)).as(script).isTrue();
    } finally {
      bash.destroyForcibly();
    }
    String said = Files.readString(output, UTF_8);
    assertThat(bash.exitValue()).as(said).isZero();
    return said;
  }

  @Test
  void theTour_doesWhatItSays(@TempDir Path folder) throws Exception {
    requireTools();
    assertThat(tour()).contains("api=" + API + "\n");
    try (LocalStack stack = LocalStack.start(Options.forTests())) {
      String said = run(tour().replace(API, stack.api().toString()), folder);

      assertThat(said)
          .contains("Please upload your receipts.")
          .contains("Dear Ada, here it is.")
          .contains("\"verdict\":\"reject\"", "\"verdict\":\"accept\"", "\"percent\":100")
          .contains("The Clients, as full-access: Carla Client, Chris Client")
          .contains("open to fay: Client Uploads, Taxes 2025, Welcome, letter.txt\n")
          .contains("The Clients, as contributor: Carla Client, Chris Client", "open to cora: \n")
          .endsWith(stack.api() + "/_local/outbox\n")
          .doesNotContain("urn:problem:");
      assertThat(stack.outbox().messages())
          .filteredOn(mail -> mail.to().equals("carla@example.test"))
          .extracting(mail -> String.valueOf(mail.text()))
          .last()
          .asString()
          .contains("Taxes 2025", "Welcome", "Everything for “Loan” has been accepted");
    }
  }
}
