package clientportal.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code infra/redrive} against a stand-in for the AWS CLI, for a stack with three dead letters of
 * uploads and two of digests. The stand-in prints what LocalStack and AWS print.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is Bash's")
final class RedriveIT {
  @TempDir Path folder;

  private record Run(int code, String said) {}

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectory(folder.resolve("bin"));
    Files.createDirectory(folder.resolve("state"));
    Path aws = folder.resolve("bin/aws");
    try (InputStream script = RedriveIT.class.getResourceAsStream("/aws-stand-in.sh")) {
      Files.copy(Objects.requireNonNull(script), aws);
    }
    assertThat(aws.toFile().setExecutable(true)).isTrue();
    state("UploadsDeadLetters", "3");
    state("DigestsDeadLetters", "2");
  }

  private void state(String file, String content) throws IOException {
    Files.writeString(folder.resolve("state").resolve(file), content + "\n");
  }

  private String state(String file) throws IOException {
    Path path = folder.resolve("state").resolve(file);
    return Files.exists(path) ? Files.readString(path).strip() : "";
  }

  private Run redrive(String... arguments) throws IOException, InterruptedException {
    return redriveWith(folder.resolve("bin") + ":/usr/bin:/bin", arguments);
  }

  private Run redriveWith(String path, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", "../redrive"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", path);
    builder.environment().put("STATE", folder.resolve("state").toString());
    builder.environment().put("REDRIVE_PAUSE", "0");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), said);
  }

  @Test
  void messagesWithASourceQueue_areSentBack_andTheOthersAreReported() throws Exception {
    Run run = redrive("portal-test");

    assertThat(run.code()).as(run.said()).isZero();
    assertThat(run.said())
        .contains("in account 123456789012", "Uploads          3", "Digests          2")
        .contains("Uploads: 1 of about 3", "Uploads: 3 redriven")
        .contains("Digests: only reports failed rounds", "--queue Digests --discard");
    assertThat(state("moves"))
        .isEqualTo("arn:aws:sqs:x:1:UploadsDeadLetters to arn:aws:sqs:x:1:Uploads");
  }

  @Test
  void aList_changesNothing() throws Exception {
    Run run = redrive("portal-test", "--list");

    assertThat(run.code()).isZero();
    assertThat(run.said()).contains("Uploads          3", "Digests          2");
    assertThat(state("asked")).doesNotContain("start-message-move-task", "purge-queue");
  }

  @Test
  void withoutDeadLetters_nothingIsDone() throws Exception {
    state("UploadsDeadLetters", "0");
    state("DigestsDeadLetters", "0");

    assertThat(redrive("portal-test").code()).isZero();
    assertThat(state("moves")).isEmpty();
  }

  @Test
  void messagesOfOneQueue_canBeDiscarded_butNotOfAllAtOnce() throws Exception {
    assertThat(redrive("portal-test", "--discard").code()).isEqualTo(2);
    assertThat(state("asked")).isEmpty();

    assertThat(redrive("portal-test", "--queue", "Digests", "--discard").code()).isZero();
    assertThat(state("DigestsDeadLetters")).isEqualTo("0");
    assertThat(state("UploadsDeadLetters")).isEqualTo("3");
  }

  @Test
  void aMoveThatFails_isPrinted_withAwssReason() throws Exception {
    state("reason", "AWS.SimpleQueueService.NonExistentQueue");

    Run run = redrive("portal-test");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.said())
        .contains("Uploads: FAILED after 1 of about 3: AWS.SimpleQueueService.NonExistentQueue")
        .contains("Some messages were not redriven; nothing is lost");
  }

  @Test
  void aMoveThatIsUnderWay_isJoined() throws Exception {
    state(
        "broken",
        "sqs start-message-move-task: There is already a task in RUNNING state for this queue");

    Run run = redrive("portal-test", "--queue", "Uploads");

    assertThat(run.code()).isZero();
    assertThat(run.said()).contains("Uploads: 3 redriven");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sts get-caller-identity: Unable to locate credentials | aws sso login",
        "sts get-caller-identity: (ExpiredToken) The token is expired | aws sso login",
        "sts get-caller-identity: You must specify a region | AWS_REGION=",
        "cloudformation list-stack-resources: (AccessDenied) not authorized to perform |"
            + " StartMessageMoveTask",
        "cloudformation list-stack-resources: Stack with id portal-test does not exist |"
            + " list-stacks",
        "sqs get-queue-attributes: (AccessDenied) not authorized to perform | It needs cloud",
      })
  void aRefusalByAws_isPrinted_withTheNextStep(String refusal, String advice) throws Exception {
    state("broken", refusal);

    Run run = redrive("portal-test");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.said()).contains(refusal.substring(refusal.indexOf(": ") + 2)).contains(advice);
  }

  @Test
  void withoutTheCli_itSaysWhereToGetIt() throws Exception {
    Path nothing = Files.createDirectory(folder.resolve("nothing"));

    Run run = redriveWith(nothing.toString(), "portal-test");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.said()).contains("The AWS CLI, version 2, is needed");
  }

  @ParameterizedTest
  @CsvSource({"--help, 0", "'', 2", "--nonsense, 2", "--queue, 2"})
  void usage_isPrinted_forHelpAndForWrongArguments(String argument, int code) throws Exception {
    Run run = argument.isEmpty() ? redrive() : redrive(argument);

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.said()).contains(code == 0 ? "infra/redrive <stack>" : "");
    assertThat(run.said()).isNotBlank();
  }
}
