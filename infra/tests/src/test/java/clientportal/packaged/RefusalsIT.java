package clientportal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.contract.PublishedContract;
import clientportal.contract.PublishedContract.Operation;
import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.Portal;
import clientportal.driver.Refused;
import clientportal.local.LocalStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the contract says of every operation alike: each is called as it would succeed, but for one
 * fault of the request or one of AWS, and nothing has changed afterwards.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusalsIT {
  private static final String TOO_LARGE = "{\"name\": \"" + "x".repeat(64 * 1024) + "\"}";

  /**
   * Their calls are for an upload that is settled and write nothing; {@code LargeFilesIT} has both.
   */
  private static final Set<String> SETTLED = Set.of("resumeUpload", "completeUpload");

  private final PublishedContract contract = PublishedContract.read();
  private final Scene scene = Scene.another();

  @AfterAll
  void stop() {
    scene.stack().close();
  }

  @Test
  void aBody_isJson_ofTheRightType_notTooLarge_andWithoutUnknownFields() {
    Predicate<Operation> hasBody = operation -> operation.node().has("requestBody");

    assertRefused(hasBody, 400, "malformed-json", call -> call.body("no json"));
    assertRefused(hasBody, 400, "invalid-request", call -> call.body("{\"unknown\": 1}"));
    assertRefused(hasBody, 413, "body-too-large", call -> call.body(TOO_LARGE));
    assertRefused(
        hasBody, 415, "unsupported-media-type", call -> call.header("Content-Type", "text/plain"));
  }

  @Test
  void aTokenThatIsNoAccessToken_isTheGateways403() {
    Portal.on(
        scene.stack(),
        () -> {
          String token = "Bearer " + Portal.signIn(LocalStack.OPERATOR).idToken();
          assertThat(contract.operations())
              .filteredOn(operation -> !operation.isPublic())
              .hasSizeGreaterThan(50)
              .allSatisfy(operation -> {
                Call call = scene.events().call(operation.function());
                assertThat(call.header("Authorization", token).send().is(403).text())
                    .isEqualTo("{\"message\":\"Forbidden\"}");
              });
          return null;
        });
  }

  @Test
  void aPage_hasAtLeastOneItem() {
    assertRefused(
        operation -> operation.parameters().contains("limit"),
        400,
        "invalid-request",
        call -> call.query("limit=0"));
  }

  @Test
  void anotherRevision_isNotChanged() {
    assertRefused(
        operation -> operation.parameters().contains("If-Match"),
        412,
        "precondition-failed",
        call -> call.header("If-Match", "\"999\""));
  }

  @Test
  void aPortalThatIsBusy_saysWhenToTryAgain() {
    assertRefused(
        _ -> true,
        503,
        "try-again",
        (function, call) -> Refused.with("ThrottlingError", function, call::send));
  }

  @Test
  void anErrorThatNobodyExpects_isAFaultOfOurs() {
    assertRefused(
        _ -> true,
        500,
        "internal-error",
        (function, call) -> Refused.with("ValidationException", function, call::send));
  }

  @Test
  void whatOthersKeepChanging_isAConflict() {
    assertRefused(
        operation -> operation.hasProblem(409, "conflict") && !SETTLED.contains(operation.id()),
        409,
        "conflict",
        (function, call) -> Refused.byConflicts(function, call::send));
  }

  private void assertRefused(
      Predicate<Operation> which, int status, String problem, UnaryOperator<Call> fault) {
    assertRefused(which, status, problem, (_, call) -> fault.apply(call).send());
  }

  /** Sends a call of a function. */
  @FunctionalInterface
  private interface Sending {
    Answer send(String function, Call call);
  }

  private void assertRefused(
      Predicate<Operation> which, int status, String problem, Sending sending) {
    Portal.on(
        scene.stack(),
        () -> {
          Map<String, Object> before = Portal.everything();
          List<String> wrong = new ArrayList<>();
          List<Operation> operations = contract.operations().stream().filter(which).toList();
          for (Operation operation : operations) {
            String function = operation.function();
            Answer answer = sending.send(function, scene.events().call(function));
            if (answer.status() != status
                || !answer.text("type").equals("urn:problem:" + problem)) {
              wrong.add(operation.id() + ": " + answer);
            }
          }
          assertThat(wrong).as("%s %s", status, problem).isEmpty();
          assertThat(operations).hasSizeGreaterThan(5);
          assertThat(Portal.everything()).isEqualTo(before);
          return null;
        });
  }
}
