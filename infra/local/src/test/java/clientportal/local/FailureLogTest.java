package clientportal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FailureLogTest {
  @Test
  void failuresAndLinesOfNoFunction_areShown_theRestIsNot() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    FailureLog log = new FailureLog(new PrintStream(shown, true, StandardCharsets.UTF_8));

    log.println("{\"function\":\"f\",\"requestId\":\"1\",\"status\":200}");
    log.println(
        "{\"function\":\"f\",\"requestId\":\"2\",\"gatewayRequestId\":\"g\",\"status\":500,"
            + "\"failure\":\"java.lang.Error: x\\n\\tat y\"}");
    log.println(
        "{\"function\":\"h\",\"requestId\":\"3\",\"records\":[{\"record\":\"m\"}],"
            + "\"failure\":\"java.lang.Error\"}");
    log.println("portal-F cannot be made");
    log.println("{no line of ours");

    assertThat(shown.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "f failed in request 2 (of the API: g): java.lang.Error: x",
            "\tat y",
            "h failed in request 3, record m: java.lang.Error",
            "portal-F cannot be made",
            "{no line of ours");
  }
}
