package clientportal.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GlobalsTest {
  @Test
  void propertiesOfOneSide_areTaken() {
    assertThat(Globals.merge(Map.of("Timeout", 10), Map.of("Handler", "a.B")))
        .isEqualTo(Map.of("Timeout", 10, "Handler", "a.B"));
  }

  @Test
  void aPlainValue_isOverridden() {
    assertThat(Globals.merge(Map.of("Timeout", 10), Map.of("Timeout", 30)))
        .isEqualTo(Map.of("Timeout", 30));
  }

  @Test
  void mappings_areMergedKeyByKey_howeverDeep() {
    Map<String, Object> globals = variables(Map.of("STAGE", "test", "LEVEL", "info"));

    Map<String, Object> merged = Globals.merge(globals, variables(Map.of("LEVEL", "debug")));

    assertThat(merged).isEqualTo(variables(Map.of("STAGE", "test", "LEVEL", "debug")));
    assertThat(globals).isEqualTo(variables(Map.of("STAGE", "test", "LEVEL", "info")));
  }

  @Test
  void lists_areJoined_theGlobalsFirst() {
    assertThat(
            Globals.merge(
                Map.of("Policies", List.of("all", "both")),
                Map.of("Policies", List.of("both", "own"))))
        .isEqualTo(Map.of("Policies", List.of("all", "both", "both", "own")));
  }

  @Test
  void anIntrinsic_isAValue_notAMappingToMergeWith() {
    for (Map<String, Object> intrinsic :
        List.<Map<String, Object>>of(
            Map.of("Ref", "Other"), Map.of("Fn::If", List.of("a", "b", "c")))) {
      assertThat(Globals.merge(Map.of("Tracing", Map.of("a", 1)), Map.of("Tracing", intrinsic)))
          .isEqualTo(Map.of("Tracing", intrinsic));
    }
  }

  @Test
  void aValueOfAnotherKind_isOverridden() {
    assertThat(Globals.merge(Map.of("A", Map.of("b", 1)), Map.of("A", List.of(1))))
        .isEqualTo(Map.of("A", List.of(1)));
    assertThat(Globals.merge(Map.of("A", List.of(1)), Map.of("A", "plain")))
        .isEqualTo(Map.of("A", "plain"));
  }

  private static Map<String, Object> variables(Map<String, Object> variables) {
    return Map.of("Environment", Map.of("Variables", variables));
  }
}
