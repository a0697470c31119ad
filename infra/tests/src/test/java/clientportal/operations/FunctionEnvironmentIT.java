package clientportal.operations;

import static org.assertj.core.api.Assertions.assertThatCode;

import clientportal.aws.Templates;
import clientportal.local.template.Application;
import clientportal.platform.RuntimeContext;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each function starts with the environment that its template gives it, and with nothing less: it
 * names what is missing.
 */
final class FunctionEnvironmentIT {
  /** What Lambda adds. */
  private static final Map<String, String> OF_LAMBDA =
      Map.of(
          "AWS_REGION", "eu-west-1",
          "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
          "AWS_SECRET_ACCESS_KEY", "secret");

  static List<Application.Function> functions() {
    return Templates.APPLICATION.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void eachFunction_needsAllThatItsTemplateGivesIt_andNothingElse(Application.Function function) {
    Map<String, String> environment = new HashMap<>(OF_LAMBDA);
    environment.putAll(function.environment());

    assertThatCode(() -> start(function, environment))
        .as(function.name())
        .doesNotThrowAnyException();
    for (String name : function.environment().keySet()) {
      Map<String, String> less = new HashMap<>(environment);
      less.remove(name);
      assertThatCode(() -> start(function, less)).as(function.name()).hasMessageContaining(name);
    }
  }

  private static void start(Application.Function function, Map<String, String> environment)
      throws Throwable {
    try {
      ScopedValue.where(RuntimeContext.CURRENT, new RuntimeContext(environment, Clock.systemUTC()))
          .call(() ->
              Class.forName(function.handler())
                  .asSubclass(RequestStreamHandler.class)
                  .getConstructor()
                  .newInstance());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
