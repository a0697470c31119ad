package clientportal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A field that was in each answer of all tests before this one is required. It runs late and proves
 * nothing alone.
 */
@Isolated
final class RequiredFieldsIT {
  @Test
  void fieldsThatAreAlwaysThere_areRequired() {
    assertThat(Contract.optionalFields().faults())
        .as("run all integration tests (mvn verify); then require the field, or test its absence")
        .isEmpty();
  }
}
