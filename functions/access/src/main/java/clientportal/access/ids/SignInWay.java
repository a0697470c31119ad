package clientportal.access.ids;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A first factor that the user pool takes from everybody, and that a site may offer. */
public enum SignInWay {
  CODE,
  PASSWORD,
  PASSKEY;

  /** All ways, in the order in which a site offers them that was not set up. */
  public static final List<SignInWay> ALL = List.copyOf(Arrays.asList(values()));

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SignInWay of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
