package clientportal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @Test
  void parse_nothing_isPort8080InMemory() {
    assertThat(parse(""))
        .isEqualTo(new Arguments(8080, Optional.empty(), Map.of(), false, false, false));
  }

  @Test
  void parse_allArguments_areRead() {
    assertThat(
            parse(
                "--port 9000 --data kept --parameter SinglePutLimit=5 --parameter A=b=c --demo"
                    + " --log"))
        .isEqualTo(
            new Arguments(
                9000,
                Optional.of(Path.of("kept")),
                Map.of("SinglePutLimit", "5", "A", "b=c"),
                true,
                true,
                false));
    assertThat(parse("--help").help()).isTrue();
  }

  @Test
  void parse_theLastPort_leavesThreeAfterIt() {
    assertThat(parse("--port 65532").port()).isEqualTo(65_532);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--prot 1",
        "--port",
        "--port x",
        "--port 65533",
        "--port 65536",
        "--port -1",
        "--data",
        "8080",
        "--parameter",
        "--parameter x"
      })
  void parse_unknownArgument_isReported(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(line))
        .withMessageMatching(".*(--prot|--port|--data|--parameter|8080).*");
  }

  private static Arguments parse(String line) {
    return Arguments.parse(line.isEmpty() ? new String[0] : line.split(" ", -1));
  }
}
