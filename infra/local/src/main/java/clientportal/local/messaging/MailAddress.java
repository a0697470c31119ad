package clientportal.local.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One address of a mail, perhaps with a display name, that SES accepts. */
record MailAddress(String asSent, String local, String domain) {
  private static final Pattern CONTROL_OR_SPACE = Pattern.compile("[\\p{Cntrl}\\s]");
  private static final Pattern NAME =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[^,;:@<>\"\\[\\]]*");
  private static final Pattern QUOTED_LOCAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)+\"");
  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+");
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]+");

  static MailAddress parse(String given) {
    String text = given.strip();
    if (text.isEmpty()) {
      throw refused("Invalid email address " + text + ".");
    }
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      // SES has no SMTPUTF8: names must be encoded words (RFC 2047), and domains Punycode.
      throw refused("Invalid email address: it contains characters that are not 7-bit ASCII.");
    }
    String address = text;
    if (text.endsWith(">")) {
      int open = text.lastIndexOf('<');
      if (open < 0 || !NAME.matcher(text.substring(0, open).strip()).matches()) {
        throw refused("Illegal address");
      }
      address = text.substring(open + 1, text.length() - 1);
    }
    int at = address.lastIndexOf('@');
    if (at < 0) {
      throw refused("Missing final '@domain'");
    }
    String local = address.substring(0, at);
    String domain = address.substring(at + 1);
    checkLocal(local);
    checkDomain(domain);
    return new MailAddress(text, local, domain.toLowerCase(Locale.ROOT));
  }

  /** The addresses of a header: separated by commas, which a quoted name may contain. */
  static List<MailAddress> parseList(String header) {
    List<MailAddress> addresses = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      quoted ^= c == '"' && (i == 0 || header.charAt(i - 1) != '\\');
      if (c == ',' && !quoted) {
        addresses.add(parse(current.toString()));
        current.setLength(0);
      } else {
        current.append(c);
      }
    }
    addresses.add(parse(current.toString()));
    return addresses;
  }

  String address() {
    return local + "@" + domain;
  }

  private static void checkLocal(String local) {
    if (local.isEmpty()) {
      throw refused("Missing local name");
    }
    if (local.length() > 64) {
      throw refused("Local address too long");
    }
    if (QUOTED_LOCAL.matcher(local).matches()) {
      return;
    }
    if (CONTROL_OR_SPACE.matcher(local).find()) {
      throw refused("Local address contains control or whitespace");
    }
    if (!LOCAL.matcher(local).matches()) {
      throw refused("Local address contains illegal character");
    }
    checkDots("Local address", local);
  }

  private static void checkDomain(String domain) {
    if (domain.isEmpty()) {
      throw refused("Missing domain");
    }
    if (CONTROL_OR_SPACE.matcher(domain).find()) {
      throw refused("Domain contains control or whitespace");
    }
    if (!DOMAIN.matcher(domain).matches()) {
      throw refused("Domain contains illegal character");
    }
    checkDots("Domain", domain);
  }

  private static void checkDots(String part, String text) {
    if (text.startsWith(".")) {
      throw refused(part + " starts with dot");
    }
    if (text.contains("..")) {
      throw refused(part + " contains dot-dot");
    }
    if (text.endsWith(".")) {
      throw refused(part + " ends with dot");
    }
  }

  private static Refusal refused(String reason) {
    return new Refusal(400, "BadRequestException", reason);
  }
}
