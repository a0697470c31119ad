package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the pages get to a stage that has them. */
class PublishIT {
  @TempDir private Path folder;

  @Test
  void theDocuments_comeAfterTheirModules_andBothSitesAreToldToAskAgain() throws Exception {
    publish("files-bucket");

    assertThat(calls())
        .filteredOn(call -> !call.startsWith("cloudformation"))
        .satisfiesExactly(
            call ->
                assertThat(call)
                    .startsWith("s3 sync")
                    .contains("s3://files-bucket --exclude *.html"),
            call -> assertThat(call).startsWith("s3 sync").contains("s3://files-bucket --delete"),
            call ->
                assertThat(call).contains("create-invalidation --distribution-id the-PortalSite"),
            call ->
                assertThat(call).contains("create-invalidation --distribution-id the-StaffSite"));
  }

  @Test
  void aStageWithoutPages_staysAsItIs() throws Exception {
    assertThat(publish("")).contains("portal-test has no pages");
    assertThat(calls()).hasSize(1);
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  /** Publishes with a stand-in for the AWS CLI, which notes its calls. */
  private String publish(String bucket) throws Exception {
    Path cli =
        Files.writeString(
            folder.resolve("aws"),
            """
            #!/bin/bash
            echo "$*" >> "$CALLS"
            case "$*" in
              *PagesBucket*) echo "$BUCKET" ;;
              *PortalSite*) echo the-PortalSite ;;
              *StaffSite*) echo the-StaffSite ;;
            esac
            """);
    assertThat(cli.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder("bash", "../pages/publish", "portal-test").redirectErrorStream(true);
    builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    builder.environment().put("CALLS", folder.resolve("calls").toString());
    builder.environment().put("BUCKET", bucket);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
