package clientportal.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Names that people could choose, and some that only an attacker would; the same in each run. */
public final class HostileNames {
  private static final List<String> LETTERS =
      List.of(
          "aBcßŒıİſ",
          "ΑΒΓσς",
          "ЖщЪё",
          "שלום",
          "مرحبا",
          "नमस्ते",
          "สวัสดี",
          "漢字仮名",
          "한글ᄀ",
          "ሰላም",
          "Ꮳꭰ",
          "𝔘𐍈𠀀");
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "`",
          "“",
          "”",
          "„",
          "«",
          "''",
          "\";",
          "; filename=\"x.exe\"",
          "filename*=UTF-8''x",
          "%",
          "%22",
          "%0d%0a",
          "%E2%82",
          "=?UTF-8?Q?x?=",
          "*",
          ":",
          "?",
          "#",
          "&",
          "+",
          "<script>",
          "|",
          "~",
          "..",
          ".",
          " ",
          "\u00A0",
          "\u3000",
          "{}",
          "${x}",
          "FOLDER#",
          "DOC#",
          "\u00AD",
          "🧾",
          "👩‍👩‍👧‍👦",
          "👍🏽",
          "🇸🇪",
          "☺\uFE0F",
          "\u0301",
          "\u0308\u0323",
          "\u20DD",
          "a\u030A",
          "Å",
          "\u212B",
          "\u200E",
          "\u200F",
          "\u061C",
          "\u200B",
          "\u200D",
          "\uFEFF",
          "\uFFFE",
          "\uE000",
          "\uDBFF\uDFFF",
          "ﬀ",
          "ﷺ");

  private final Random random;

  private HostileNames(long seed) {
    random = new Random(seed);
  }

  /**
   * Returns names that are accepted.
   *
   * @param longest the greatest length in characters; one in ten names has it
   */
  public static Stream<String> accepted(long seed, int longest) {
    HostileNames names = new HostileNames(seed);
    return Stream.generate(() -> names.next(longest));
  }

  private String next(int longest) {
    int length =
        switch (random.nextInt(10)) {
          case 0 -> longest;
          case 1, 2 -> 1 + random.nextInt(longest);
          default -> 1 + random.nextInt(Math.min(longest, 24));
        };
    List<Integer> name = new ArrayList<>();
    while (name.size() < length) {
      piece().codePoints().forEach(name::add);
    }
    int[] characters = name.stream().limit(length).mapToInt(Integer::intValue).toArray();
    // A name must not be blank.
    characters[random.nextInt(length)] = letter();
    return new String(characters, 0, length);
  }

  private String piece() {
    return switch (random.nextInt(3)) {
      case 0 -> PIECES.get(random.nextInt(PIECES.size()));
      case 1 -> Character.toString(anyCharacter());
      default -> Character.toString(letter());
    };
  }

  private int letter() {
    int[] script = LETTERS.get(random.nextInt(LETTERS.size())).codePoints().toArray();
    int letter = script[random.nextInt(script.length)];
    return Character.isLetter(letter) ? letter : script[0];
  }

  /** Any character of Unicode that a name may contain, assigned or not. */
  private int anyCharacter() {
    while (true) {
      int c = random.nextInt(random.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT + 1);
      boolean control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
      boolean direction = (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
      boolean halfOfOne = c >= 0xD800 && c <= 0xDFFF;
      if (!control && !direction && !halfOfOne && c != '/' && c != '\\') {
        return c;
      }
    }
  }

  /** Returns names that are refused everywhere, as JSON, with the code of the fault. */
  public static Map<String, String> refused() {
    return Map.ofEntries(
        Map.entry("\"\"", "length"),
        Map.entry("\" \"", "format"),
        Map.entry("\" \u00A0\u2003\u3000\"", "format"),
        Map.entry("\"\u200B\u200D\uFEFF\"", "format"),
        Map.entry("\"\u3164\"", "format"),
        Map.entry("\"a\\u0000\"", "format"),
        Map.entry("\"a\\tb\"", "format"),
        Map.entry("\"a\\r\\nSet-Cookie: x=y\"", "format"),
        Map.entry("\"a\u007F\"", "format"),
        Map.entry("\"a\u0085\"", "format"),
        Map.entry("\"a\u2028b\"", "format"),
        Map.entry("\"a\u2029b\"", "format"),
        Map.entry("\"gpj.\u202Eexe\"", "format"),
        Map.entry("\"\u202Aa\"", "format"),
        Map.entry("\"\u2066a\u2069\"", "format"),
        Map.entry("\"a\\ud800\"", "format"),
        Map.entry("\"\\udc00a\"", "format"),
        Map.entry("17", "type"),
        Map.entry("[\"a\"]", "type"),
        Map.entry("null", "type"));
  }
}
