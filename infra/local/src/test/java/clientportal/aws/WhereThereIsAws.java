package clientportal.aws;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the tests that are to run on LocalStack where it cannot be started, and says so once. Where
 * they must run, because the environment's {@code PORTAL_MUST_RUN} names {@code localstack}, that
 * is a failure.
 */
final class WhereThereIsAws implements ExecutionCondition {
  private static final String MUST_RUN = "PORTAL_MUST_RUN";
  private static Optional<ConditionEvaluationResult> known = Optional.empty();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isPresent()) {
      return ConditionEvaluationResult.enabled("its class is");
    }
    boolean localStackAlone = context.getTags().contains("localstack");
    return Aws.isLocalStack()
        ? localStack()
        : localStackAlone
            ? ConditionEvaluationResult.disabled("on LocalStack alone")
            : ConditionEvaluationResult.enabled("on the embedded parts");
  }

  private static synchronized ConditionEvaluationResult localStack() {
    if (known.isEmpty()) {
      known =
          Optional.of(
              LocalStackImage.fromProperties()
                  .missing()
                  .map(WhereThereIsAws::skip)
                  .orElseGet(() -> ConditionEvaluationResult.enabled("on LocalStack")));
    }
    return known.get();
  }

  private static ConditionEvaluationResult skip(String missing) {
    String mustRun = Optional.ofNullable(System.getenv(MUST_RUN)).orElse("");
    if (List.of(mustRun.split(",", -1)).contains("localstack")) {
      throw new IllegalStateException(
          "The tests on LocalStack must run here (" + MUST_RUN + "), but " + missing);
    }
    System.out.println("Skipped the tests on LocalStack: " + missing);
    return ConditionEvaluationResult.disabled(missing);
  }
}
