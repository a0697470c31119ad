package clientportal.local.messaging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A raw mail (RFC 5322, 2045 and 2047), with the parts that people see: headers, text and HTML. */
record MimeMessage(Map<String, String> headers, @Nullable String text, @Nullable String html) {
  // Keeps each byte as one character until the character set of a part is known.
  private static final Charset LATIN = StandardCharsets.ISO_8859_1;
  private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");
  private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]+");
  private static final Pattern LINE = Pattern.compile("\r?\n");
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([^=;\\s]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))");
  private static final Pattern ENCODED_WORD =
      Pattern.compile("=\\?([^?]+)\\?([bBqQ])\\?([^?]*)\\?=");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\?=)\\s+(?==\\?)");

  /** Parses a mail; refuses one without a blank line between headers and body. */
  static MimeMessage parse(byte[] raw) {
    try {
      return parse(new String(raw, LATIN));
    } catch (IllegalArgumentException e) { // unknown character set, or invalid Base64
      throw refused("The raw message cannot be decoded.");
    }
  }

  private static MimeMessage parse(String source) {
    Matcher blank = BLANK_LINE.matcher(source);
    if (!blank.find()) {
      throw refused("The raw message must have a header and a body, separated by a blank line.");
    }
    Map<String, String> headers = headers(source.substring(0, blank.start()));
    String body = source.substring(blank.end());
    String type = find(headers, "Content-Type").orElse("text/plain");
    String kind = kind(type);
    if (kind.startsWith("multipart/")) {
      return multipart(headers, body, type);
    }
    boolean attached =
        find(headers, "Content-Disposition")
            .filter(disposition -> kind(disposition).equals("attachment"))
            .isPresent();
    String content = attached ? null : decode(body, headers, type);
    return new MimeMessage(
        headers,
        kind.equals("text/plain") ? content : null,
        kind.equals("text/html") ? content : null);
  }

  Optional<String> header(String name) {
    return find(headers, name);
  }

  static String decodeWords(String header) {
    return ENCODED_WORD
        .matcher(BETWEEN_WORDS.matcher(header).replaceAll(""))
        .replaceAll(word -> Matcher.quoteReplacement(decodeWord(word)));
  }

  private static MimeMessage multipart(Map<String, String> headers, String body, String type) {
    String boundary =
        parameter(type, "boundary").orElseThrow(() -> refused("Missing multipart boundary"));
    String text = null;
    String html = null;
    List<String> pieces = List.of(("\n" + body).split("\r?\n--" + Pattern.quote(boundary), -1));
    for (String piece : pieces.subList(1, pieces.size())) {
      if (piece.startsWith("--")) {
        break; // the closing boundary
      }
      MimeMessage inner = parse(piece.replaceFirst("^[ \t]+", ""));
      text = text == null ? inner.text() : text;
      html = html == null ? inner.html() : html;
    }
    return new MimeMessage(headers, text, html);
  }

  private static Map<String, String> headers(String block) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : LINE.split(FOLD.matcher(block).replaceAll(" "), -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String value =
            new String(line.substring(colon + 1).getBytes(LATIN), StandardCharsets.UTF_8);
        headers.merge(
            line.substring(0, colon), value.strip(), (first, next) -> first + ", " + next);
      } else if (!line.isEmpty()) {
        throw refused("Empty header names are illegal.");
      }
    }
    return headers;
  }

  private static String decode(String body, Map<String, String> headers, String type) {
    String encoding = find(headers, "Content-Transfer-Encoding").orElse("7bit");
    byte[] bytes =
        switch (encoding.toLowerCase(Locale.ROOT)) {
          case "base64" -> Base64.getMimeDecoder().decode(body);
          case "quoted-printable" -> quotedPrintable(body);
          default -> body.getBytes(LATIN);
        };
    return new String(bytes, Charset.forName(parameter(type, "charset").orElse("US-ASCII")));
  }

  private static byte[] quotedPrintable(String body) {
    String joined = body.replaceAll("=[ \t]*\r?\n", "");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      if (c == '=' && i + 2 < joined.length() && isHex(joined, i + 1) && isHex(joined, i + 2)) {
        bytes.write(Integer.parseInt(joined, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isHex(String text, int index) {
    return Character.digit(text.charAt(index), 16) >= 0;
  }

  /** Leaves a word that cannot be decoded unchanged. */
  private static String decodeWord(MatchResult word) {
    try {
      byte[] bytes =
          word.group(2).equalsIgnoreCase("B")
              ? Base64.getMimeDecoder().decode(word.group(3))
              : quotedPrintable(word.group(3).replace('_', ' '));
      return new String(bytes, Charset.forName(word.group(1)));
    } catch (IllegalArgumentException e) {
      return word.group();
    }
  }

  private static String kind(String header) {
    int semicolon = header.indexOf(';');
    return (semicolon < 0 ? header : header.substring(0, semicolon))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static Optional<String> parameter(String header, String name) {
    return PARAMETER
        .matcher(header)
        .results()
        .filter(match -> match.group(1).equalsIgnoreCase(name))
        .map(match -> match.group(2) != null ? match.group(2) : match.group(3))
        .findFirst();
  }

  private static Optional<String> find(Map<String, String> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Refusal refused(String reason) {
    return new Refusal(400, "BadRequestException", reason);
  }
}
