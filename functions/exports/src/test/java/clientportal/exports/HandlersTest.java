package clientportal.exports;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.RuntimeContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The handler starts with the environment that its template gives it, and names what is missing.
 */
final class HandlersTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-west-1",
          "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
          "AWS_SECRET_ACCESS_KEY", "secret",
          "TABLE_NAME", "table");

  private static void start(Map<String, String> environment) {
    ScopedValue.where(RuntimeContext.CURRENT, new RuntimeContext(environment, Clock.systemUTC()))
        .run(ExportEngagementHandler::new);
  }

  @Test
  void handler_needsOnlyTheTable() {
    Map<String, String> without = new HashMap<>(ENVIRONMENT);
    without.remove("TABLE_NAME");

    assertThatCode(() -> start(ENVIRONMENT)).doesNotThrowAnyException();
    assertThatThrownBy(() -> start(without)).hasMessageContaining("TABLE_NAME");
  }
}
