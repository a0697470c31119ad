package clientportal.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

class MissingToolTest {
  private final MissingTool missing = new MissingTool("there is no Python");

  @ParameterizedTest
  @ValueSource(strings = {"sam", "localstack,sam", "sam, localstack"})
  void tool_thatMustRun_fails(String mustRun) {
    assertThatThrownBy(() -> missing.ends("sam", mustRun))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("PORTAL_MUST_RUN", "sam", "there is no Python");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localstack", "samba"})
  void otherTool_isSkipped(String mustRun) {
    assertThat(missing.ends("sam", mustRun))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("there is no Python");
  }
}
