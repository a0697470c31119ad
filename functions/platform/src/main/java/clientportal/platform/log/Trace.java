package clientportal.platform.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id under which X-Ray keeps everything about one call, as a trace header names it. */
public final class Trace {
  private static final Pattern ROOT = Pattern.compile("Root=(1-[0-9a-fA-F]{8}-[0-9a-fA-F]{24})");

  private Trace() {}

  /**
   * Returns the root of a trace header.
   *
   * @param header {@code Root=…;Parent=…;Sampled=…}
   */
  public static Optional<String> root(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    Matcher root = ROOT.matcher(header);
    return root.find() ? Optional.of(root.group(1)) : Optional.empty();
  }
}
