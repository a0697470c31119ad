package clientportal.access.ids;

import clientportal.platform.Hashes;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An email address in the form that mails are sent to and people sign in with: as it was typed, the
 * domain in ASCII. Two are the same when they are equal in lower case; plus-tags differ.
 *
 * @param value at most 128 characters of ASCII; blanks around what was typed are removed
 */
public record EmailAddress(String value) {
  /** The longest address, in characters: the user pool's limit for usernames. */
  public static final int LONGEST = 128;

  /** Keeps the work small for what is much too long to be an address. */
  private static final int LONGEST_TYPED = 254;

  /** RFC 5322's dot-atom, up to 64 characters (RFC 5321, 4.5.3.1.1). SES sends to ASCII only. */
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  /** Both domains have the same mailboxes, and ignore dots. */
  private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

  public EmailAddress {
    String typed = withoutBlanks(value);
    int at = typed.lastIndexOf('@');
    if (at < 0 || typed.length() > LONGEST_TYPED) {
      throw new IllegalArgumentException("not an email address");
    }
    String local = typed.substring(0, at);
    String domain = typed.substring(at + 1);
    String ascii =
        DomainName.ascii(domain)
            .filter(_ -> LOCAL_PART.matcher(local).matches())
            .orElseThrow(() -> new IllegalArgumentException("not an email address"));
    value = local + "@" + (domain.chars().allMatch(c -> c < 0x80) ? domain : ascii);
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException("too long an email address");
    }
  }

  /** Removes what is around an address that was copied from a page or a mail. */
  private static String withoutBlanks(String typed) {
    int from = 0;
    int to = typed.length();
    while (from < to && isBlank(typed.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(typed.charAt(to - 1))) {
      to--;
    }
    return typed.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** Returns the address in lower case, which is equal for addresses that are the same. */
  public String canonical() {
    return value.toLowerCase(Locale.ROOT);
  }

  /** Returns the hash that stands for the address in keys. */
  public String hash() {
    return Hashes.sha256(canonical());
  }

  /**
   * Returns the hash that stands for the mailbox of the address, as far as it can be told from the
   * address: without a plus-tag, and at Gmail without dots. Only limits count by it; the addresses
   * of one mailbox are different addresses for all else.
   */
  public String mailboxHash() {
    String address = canonical();
    int at = address.lastIndexOf('@');
    String local = address.substring(0, at);
    String domain = address.substring(at + 1);
    int tag = local.indexOf('+');
    String user = tag > 0 ? local.substring(0, tag) : local;
    return GMAIL.contains(domain)
        ? Hashes.sha256(user.replace(".", "") + "@gmail.com")
        : Hashes.sha256(user + "@" + domain);
  }

  public boolean isSameAs(EmailAddress other) {
    return canonical().equals(other.canonical());
  }

  /** Hides the address when a record that contains it is printed. */
  @Override
  public String toString() {
    return "(an email address)";
  }
}
