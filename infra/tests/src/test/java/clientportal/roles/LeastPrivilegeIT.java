package clientportal.roles;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Portal;
import clientportal.local.template.Application;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Each role grants exactly what its function used in all tests before this one, so it runs last and
 * proves nothing alone. What a role does not grant was refused to the function at once, as on AWS.
 */
@Isolated
final class LeastPrivilegeIT {
  @Test
  void eachRole_grantsWhatItsFunctionUses_andNothingElse() {
    Portal.settle();
    List<String> differences =
        Portal.stack().application().functions().stream()
            .flatMap(function -> differences(function).stream())
            .toList();

    assertThat(differences)
        .as("run all integration tests (mvn verify); then fix the role, or test what it is for")
        .isEmpty();
  }

  private static List<String> differences(Application.Function function) {
    return RoleDifferences.of(function, Portal.stack().roles().of(function.name()).used());
  }
}
