package clientportal.platform.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which a browser saves a response with a {@code Content-Disposition}, read strictly
 * by the grammar of RFC 6266 and RFC 8187.
 */
public final class SavedAs {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern TYPE = Pattern.compile("(" + TOKEN + ")[ \t]*");
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";[ \t]*("
              + TOKEN
              + ")[ \t]*=[ \t]*("
              + TOKEN
              + "|\"(?:[\t !#-\\[\\]-~]|\\\\[\t -~])*\")[ \t]*");
  private static final Pattern EXTENDED =
      Pattern.compile("(?i:utf-8)'[A-Za-z0-9-]*'((?:%[0-9A-Fa-f]{2}|[!#$&+.^_`|~0-9A-Za-z-])*)");

  private SavedAs() {}

  /** Returns the name; empty if the response is shown and not saved, or has no name. */
  public static Optional<String> name(String value) {
    Matcher type = TYPE.matcher(value);
    if (!type.lookingAt()) {
      throw new IllegalArgumentException("no disposition type: " + value);
    }
    if (type.group(1).toLowerCase(Locale.ROOT).equals("inline")) {
      return Optional.empty();
    }
    Map<String, String> parameters = parameters(value, type.end());
    return parameters.containsKey("filename*")
        ? Optional.of(extended(parameters.get("filename*")))
        : Optional.ofNullable(parameters.get("filename")).map(SavedAs::plain);
  }

  private static Map<String, String> parameters(String value, int from) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher parameter = PARAMETER.matcher(value);
    int at = from;
    while (at < value.length()) {
      parameter.region(at, value.length());
      if (!parameter.lookingAt()) {
        throw new IllegalArgumentException("no parameter at " + at + " of " + value);
      }
      String name = parameter.group(1).toLowerCase(Locale.ROOT);
      if (parameters.put(name, parameter.group(2)) != null) {
        throw new IllegalArgumentException(name + " stands twice in " + value);
      }
      at = parameter.end();
    }
    return parameters;
  }

  private static String plain(String token) {
    return token.startsWith("\"")
        ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1")
        : token;
  }

  private static String extended(String text) {
    Matcher value = EXTENDED.matcher(text);
    if (!value.matches()) {
      throw new IllegalArgumentException("no extended value: " + text);
    }
    String encoded = value.group(1);
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      if (encoded.charAt(i) == '%') {
        bytes.put((byte) Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.put((byte) encoded.charAt(i));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException("no UTF-8: " + text, malformed);
    }
  }
}
