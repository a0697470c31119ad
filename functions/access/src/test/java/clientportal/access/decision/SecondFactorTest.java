package clientportal.access.decision;

import static clientportal.access.decision.Role.ADMINISTRATOR;
import static clientportal.access.decision.Role.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class SecondFactorTest {

  @Test
  void theFirmsChoice_saysForWhichRoles() {
    assertThat(roles(SecondFactor.NOBODY)).isEmpty();
    assertThat(roles(SecondFactor.ADMINISTRATORS)).containsExactly(ADMINISTRATOR);
    assertThat(roles(SecondFactor.STAFF)).containsExactly(STAFF, ADMINISTRATOR);
  }

  private static List<Role> roles(SecondFactor choice) {
    return Arrays.stream(Role.values()).filter(choice::isFor).toList();
  }

  @Test
  void aChoice_isReadFromItsText_andAnUnknownTextIsAFault() {
    assertThat(SecondFactor.values())
        .extracting(SecondFactor::text)
        .containsExactly("nobody", "administrators", "staff");
    assertThat(SecondFactor.values())
        .allSatisfy(each -> assertThat(SecondFactor.of(each.text())).isEqualTo(each));
    assertThatThrownBy(() -> SecondFactor.of("everybody"))
        .isInstanceOf(NoSuchElementException.class);
  }
}
