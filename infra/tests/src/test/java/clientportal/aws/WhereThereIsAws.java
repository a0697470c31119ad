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
  private static Optional<String> known = Optional.empty();

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

  private static ConditionEvaluationResult localStack() {
    String missing = missing();
    return missing.isEmpty() ? ConditionEvaluationResult.enabled("on LocalStack") : skip(missing);
  }

  private static ConditionEvaluationResult skip(String missing) {
    if (mustRun()) {
      throw new IllegalStateException(
          "The tests on LocalStack must run here (" + MUST_RUN + "), but " + missing);
    }
    return ConditionEvaluationResult.disabled(missing);
  }

  private static boolean mustRun() {
    String names = Optional.ofNullable(System.getenv(MUST_RUN)).orElse("");
    return List.of(names.split(",", -1)).contains("localstack");
  }

  /** Looks once, and prints once what is missing; empty if nothing is. */
  private static synchronized String missing() {
    if (known.isEmpty()) {
      known = Optional.of(LocalStackImage.fromProperties().missing().orElse(""));
      if (!known.get().isEmpty() && !mustRun()) {
        System.out.println("Skipped the tests on LocalStack: " + known.get());
      }
    }
    return known.get();
  }
}
