package clientportal.driver;

import clientportal.local.messaging.Message;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Every text that tests sent, in paths, queries, headers and bodies, or received by mail: names,
 * addresses, tokens, codes, passwords and what they look for.
 */
public final class SentTexts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TEXTS = ConcurrentHashMap.newKeySet();

  /** The token of a link, or a code. */
  private static final Pattern SECRET = Pattern.compile("(?<=#)[\\w-]{43,}|(?m)^\\d{8}$");

  private SentTexts() {}

  /** Returns the texts until now. */
  public static Set<String> all() {
    return Set.copyOf(TEXTS);
  }

  static void add(String text) {
    TEXTS.add(text);
  }

  /** Adds the segments of a path and the names and values of a query. */
  static void addUri(URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String text : (uri.getRawPath() + "&" + query).split("[/&=]", -1)) {
      add(decoded(text));
    }
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return value; // not encoded as it should be
    }
  }

  /** Adds every text in a body; one that is not JSON has none that a portal understands. */
  static void addBody(byte[] body) {
    try {
      addLeaves(JSON.readTree(new String(body, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException _) {
      // A hostile body, or a file.
    }
  }

  /** Adds the address of a mail, and the tokens and codes in it. */
  public static void addMail(Message mail) {
    add(mail.to());
    SECRET
        .matcher(String.valueOf(mail.text()))
        .results()
        .map(MatchResult::group)
        .forEach(SentTexts::add);
  }

  private static void addLeaves(JsonNode node) {
    if (node.isTextual()) {
      add(node.asText());
    }
    node.forEach(SentTexts::addLeaves);
  }
}
