package clientportal.access.ids;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.IDNA;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DomainNameTest {
  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_CONTEXTJ);

  @ParameterizedTest
  @CsvSource({
    "Example.COM, example.com",
    "bücher.example, xn--bcher-kva.example",
    "BU\u0308CHER.example, xn--bcher-kva.example",
    "straße.example, xn--strae-oqa.example",
    "GROẞE.example, xn--groe-xna.example",
    "XN--Strae-OQA.example, xn--strae-oqa.example",
    "ΟΔΟΣ.example, xn--pxavbq.example",
    "οδος.example, xn--pxavbm.example",
    "例え.テスト, xn--r8jz45g.xn--zckzah",
    "пример.испытание, xn--e1afmkfd.xn--80akhbyknj4f",
    "उदाहरण.परीक्षा, xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g",
    "ru\u0161ka-bla\u017E.si, xn--ruka-bla-6wb01a.si"
  })
  void aDomain_hasTheAsciiFormOfTheDns(String typed, String ascii) {
    assertThat(DomainName.ascii(typed)).contains(ascii);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example",
        ".example",
        "example.",
        "a..example",
        "-a.example",
        "a-.example",
        "a_b.example",
        "a b.example",
        "127.0.0.1",
        "a.1st",
        "a.b",
        "\uFF45xample.com",
        "a\u3002example",
        "a\u00ADb.example",
        "a\u200Cb.example",
        "\u0301a.example",
        "\u2603.example",
        "\uD800a.example",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example",
        "üaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example"
      })
  void whatIsNoDomain_orBecomesAnotherOne_isRefused(String typed) {
    assertThat(DomainName.ascii(typed)).isEmpty();
  }

  /** Browsers and mail programs convert by UTS 46; for no character may we find another domain. */
  @Test
  void everyCharacter_isRefused_orConvertedAsByUts46() {
    List<String> different = new ArrayList<>();
    int[] accepted = {0};
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> c != '.' && Character.getType(c) != Character.SURROGATE)
        .forEach(c -> {
          String typed = "ΣA" + Character.toString(c) + "é.example";
          Optional<String> ascii = DomainName.ascii(typed);
          if (ascii.isPresent()) {
            accepted[0]++;
            IDNA.Info info = new IDNA.Info();
            String expected = UTS46.nameToASCII(typed, new StringBuilder(), info).toString();
            if (info.hasErrors() || !ascii.get().equals(expected)) {
              different.add("U+%X is %s, not %s".formatted(c, ascii.get(), expected));
            }
          }
        });

    assertThat(different).isEmpty();
    assertThat(accepted[0]).isGreaterThan(130_000);
  }
}
