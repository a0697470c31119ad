package clientportal.platform;

import com.github.f4b6a3.ulid.Ulid;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Makes ids: ULIDs in lower case, 26 characters of {@code 0-9a-hjkmnp-tv-z}, which sort by the
 * millisecond in which they were made. No state is kept between two ids, so that a restored
 * snapshot repeats none.
 */
public record Ids(Clock clock) {
  public String next() {
    byte[] random = new byte[10];
    new SecureRandom().nextBytes(random);
    return new Ulid(clock.millis(), random).toLowerCase();
  }

  /** Tells whether a text has the shape of an id. */
  public static boolean isId(String text) {
    return text.length() == 26
        && text.chars().allMatch(c -> "0123456789abcdefghjkmnpqrstvwxyz".indexOf(c) >= 0);
  }
}
