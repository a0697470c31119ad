package clientportal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FailureLogTest {
  @Test
  void failuresAndWhatIsNoFunctionsLine_areShown_theRestIsNot() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    FailureLog log = new FailureLog(new PrintStream(shown, true, StandardCharsets.UTF_8));

    log.println("{\"function\":\"f\",\"requestId\":\"1\",\"status\":200}");
    log.println("{\"function\":\"f\",\"requestId\":\"2\",\"failure\":\"java.lang\"}");
    log.println("portal-F cannot be made");

    assertThat(shown.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"function\":\"f\",\"requestId\":\"2\",\"failure\":\"java.lang\"}",
            "portal-F cannot be made");
  }
}
