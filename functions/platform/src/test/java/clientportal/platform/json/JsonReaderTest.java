package clientportal.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class JsonReaderTest {
  private final JsonReader json =
      JsonReader.read(
          """
          {"a": {"text": "x", "number": 7, "flag": true, "texts": ["y", "z"]}, "list": [{"n": 1}, 2]}
          """);

  @Test
  void members_areReadByTheirType() {
    assertThat(json.object("a").text("text")).isEqualTo("x");
    assertThat(json.object("a").number("number")).isEqualTo(7);
    assertThat(json.object("a").flag("flag")).isTrue();
    assertThat(json.object("a").texts("texts")).containsExactly("y", "z");
    assertThat(json.objects("list")).hasSize(2);
    assertThat(json.objects("list").getFirst().number("n")).isEqualTo(1);
  }

  @Test
  void aMemberThatIsMissing_orOfAnotherType_isEmpty() {
    assertThat(json.object("a").optionalText("number")).isEmpty();
    assertThat(json.object("a").optionalNumber("none")).isEmpty();
    assertThat(json.object("none").object("deeper").members()).isEmpty();
    assertThat(json.flag("a")).isFalse();
    assertThat(json.objects("a")).isEmpty();
    assertThat(json.texts("none")).isEmpty();
  }

  @Test
  void aMissingMember_isNamedWithItsPath() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.object("none").object("deeper").text("text"))
        .withMessage("JSON without /none/deeper/text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.objects("list").getLast().number("n"))
        .withMessage("JSON without /list/1/n");
    assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read("[]"));
  }
}
