package clientportal.access.ids;

import clientportal.platform.Hashes;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address as it was typed. Two are the same when they are equal after NFC, lower-casing
 * (root locale) and IDNA of the domain; plus-tags differ.
 *
 * @param value at most 254 characters (RFC 5321, 4.5.3.1.3)
 */
public record EmailAddress(String value) {
  /** The longest address, in characters (RFC 5321, 4.5.3.1.3). */
  public static final int LONGEST = 254;

  private static final int LONGEST_LOCAL_PART = 64;

  /** RFC 5322's dot-atom, with letters and digits of any script (RFC 6531). */
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  public EmailAddress {
    if (canonical(value).isEmpty()) {
      throw new IllegalArgumentException("not an email address");
    }
  }

  /** Returns the canonical form, which is equal for addresses that are the same. */
  public String canonical() {
    return canonical(value).orElseThrow();
  }

  /**
   * Returns the address that verifications are mailed to. With letters beyond ASCII it is the
   * canonical form: two addresses that count as the same may be two mailboxes as they are typed,
   * such as with the Kelvin sign instead of a k, and only one of them would be verified.
   */
  public EmailAddress mailbox() {
    return value.chars().allMatch(c -> c < 0x80) ? this : new EmailAddress(canonical());
  }

  /** Returns the hash that stands for the address in keys. */
  public String hash() {
    return Hashes.sha256(canonical());
  }

  public boolean isSameAs(EmailAddress other) {
    return canonical().equals(other.canonical());
  }

  private static Optional<String> canonical(String value) {
    int at = value.lastIndexOf('@');
    if (at <= 0 || value.length() > LONGEST) {
      return Optional.empty();
    }
    String local = normal(value.substring(0, at));
    String domain;
    try {
      domain = IDN.toASCII(normal(value.substring(at + 1))).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    return local.length() <= LONGEST_LOCAL_PART
            && LOCAL_PART.matcher(local).matches()
            && DOMAIN.matcher(domain).matches()
        ? Optional.of(local + "@" + domain)
        : Optional.empty();
  }

  private static String normal(String part) {
    String lower = Normalizer.normalize(part, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  /** Hides the address when a record that contains it is printed. */
  @Override
  public String toString() {
    return "(an email address)";
  }
}
