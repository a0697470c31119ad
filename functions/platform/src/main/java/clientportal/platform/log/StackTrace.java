package clientportal.platform.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A failure's stack trace as text for the log. Messages come from anywhere, so what looks like an
 * address, a link, a token or a code is left out.
 */
final class StackTrace {
  /** A line of the log may have 256 KiB. */
  static final int LONGEST = 16_000;

  private static final String LINK = "[A-Za-z][A-Za-z0-9+.-]*://\\S+";
  private static final String ADDRESS = "[^\\s<>\"'(),:;]+@[^\\s<>\"'(),:;]+";

  /** A name of letters alone is that of a type; AWS's support needs AWS's request ids. */
  private static final String TOKEN = "(?<!Request ID: )(?<![\\w-])(?=[A-Za-z_-]*[0-9])[\\w-]{40,}";

  private static final String CODE = "(?<![\\w-])[0-9]{8}(?![\\w-])";
  private static final Pattern SECRET =
      Pattern.compile(String.join("|", LINK, ADDRESS, TOKEN, CODE), Pattern.UNICODE_CASE);

  private StackTrace() {}

  static String of(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    String text =
        trace.toString().lines().map(StackTrace::withoutSecrets).collect(Collectors.joining("\n"));
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Returns the failure's type and message, in one line. */
  static String summary(Throwable failure) {
    return withoutSecrets(failure.toString().lines().collect(Collectors.joining(" ")));
  }

  private static String withoutSecrets(String line) {
    boolean frame = line.stripLeading().startsWith("at ");
    return frame ? line : SECRET.matcher(line).replaceAll("…");
  }
}
