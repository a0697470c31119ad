package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven herons over the lake",
        "correct horse battery staple",
        "Correct-horse-9",
        "nur kleine buchstaben",
        "4802-1957-3364-0218",
        "пароль не для всех",
        "二十四の瞳を持つ先生と小豆島",
        "twelve signs",
        "fivedfevidve"
      })
  void everyComposition_isTaken(String password) {
    Password.check(password);
    Password.check(password + " and more of it".repeat(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eleven sign",
        "Password1!",
        "Password1234",
        "password2026!",
        "P@ssw0rd!!!!",
        "Welcome-2026",
        "1q2w3e4r5t6y",
        "123456789123",
        "1111111111112222",
        "abababababab",
        "summersummer",
        "Summer12Summer12",
        "!!!baseball!!!",
        "Sunsh1ne!!!!",
        "M0nst3r-2026",
        "-P@$5w0rd-12",
        "fourruofuorf"
      })
  void shortAndCommonOnes_areRefused(String password) {
    assertThatThrownBy(() -> Password.check(password))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.type().slug()).isEqualTo("password-too-weak"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Aa0^", "Zz9 ", "^0aA", "-mM5"})
  void upperAndLowerCase_aDigitAndASymbol_areAllClasses(String password) {
    assertThat(Password.hasAllClasses(password)).isTrue();
  }

  /** In place of what is missing they have its neighbors in the table of characters. */
  @ParameterizedTest
  @ValueSource(strings = {"a0^@[", "A0^`{", "Aa^/:", "Aa0é€", "ÄA0^", "Äa0^", "Aa^٣"})
  void withoutOneOfThem_aClassIsMissing(String password) {
    assertThat(Password.hasAllClasses(password)).isFalse();
  }
}
