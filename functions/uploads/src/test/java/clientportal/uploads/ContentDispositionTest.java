package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clientportal.platform.http.HostileNames;
import clientportal.platform.http.SavedAs;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentDispositionTest {

  @Test
  void aPlainNameStandsTwice() {
    assertThat(ContentDisposition.attachment("Payslip March.pdf"))
        .isEqualTo(
            "attachment; filename=\"Payslip March.pdf\"; filename*=UTF-8''Payslip%20March.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"; filename=\"evil.exe",
        "back\\slash\\\"",
        "semi;colon;x=y",
        "50%.txt",
        "%22%0d%0aSet-Cookie: a=b",
        "it's (1) *.txt",
        "💶 Übersicht.pdf",
        "ελληνικά.txt",
        "\t\r\n\u0000 controls",
        "..",
      })
  void whateverANameHolds_theValueIsQuotedAscii_andTheNameComesBack(String name) {
    String value = ContentDisposition.attachment(name);

    assertThat(value)
        .matches(
            "attachment; filename=\"[ !#$&-:<-\\[\\]-~]*\";"
                + " filename\\*=UTF-8''[!#$&+.^_`|~A-Za-z0-9%-]*");
    String extended = value.substring(value.indexOf("''") + 2).replace("+", "%2B");
    assertThat(URLDecoder.decode(extended, StandardCharsets.UTF_8)).isEqualTo(name);
  }

  @Test
  void theLongestNameFits() {
    assertThat(ContentDisposition.attachment("💶".repeat(255)))
        .startsWith("attachment; filename=\"" + "_".repeat(255) + "\";")
        .endsWith("%F0%9F%92%B6")
        .hasSizeLessThan(4_000);
  }

  @Test
  void tenThousandHostileNames_comeBackEqual_asABrowserSavesThem() {
    HostileNames.accepted(1, 255)
        .limit(10_000)
        .forEach(name -> {
          String header = ContentDisposition.attachment(name);
          assertThat(header).matches("attachment; [ -~]*").hasSizeLessThan(4_000);
          assertThat(SavedAs.name(header)).contains(name);
        });
  }

  @Test
  void theBrowsersSide_readsByTheGrammar_andRefusesWhatIsNotInIt() {
    assertThat(SavedAs.name("attachment; filename=\"a \\\"b\\\" c\"")).contains("a \"b\" c");
    assertThat(SavedAs.name("attachment; filename=\"x\"; filename*=UTF-8''%E2%82%AC"))
        .contains("€");
    assertThat(SavedAs.name("inline; filename=x")).isEmpty();
    for (String wrong :
        List.of(
            "attachment; filename=\"a\"b\"",
            "attachment; filename=a b",
            "attachment; filename*=UTF-8''a b",
            "attachment; filename*=UTF-8''%E2%82",
            "attachment; filename*=UTF-8''a\"",
            "attachment; filename=\"a\"; filename=\"b\"")) {
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> SavedAs.name(wrong));
    }
  }
}
