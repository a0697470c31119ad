package clientportal.rules;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The constants of the functions that are durations, which rules compare with the templates. */
final class DurationConstants {
  private static final Pattern CONSTANT =
      Pattern.compile("Duration (\\w+) = Duration\\.of(Seconds|Minutes|Hours|Days)\\((\\d+)\\);");

  private DurationConstants() {}

  /**
   * Returns the seconds of each constant by the name of its file and its own: {@code
   * Token.INVITATION}.
   *
   * @param sources the files of the tree by path
   */
  static Map<String, Long> of(Map<String, String> sources) {
    Map<String, Long> constants = new TreeMap<>();
    sources.forEach((path, source) -> {
      if (path.matches("functions/\\w+/src/main/.*\\.java")) {
        String file = path.replaceFirst(".*/(\\w+)\\.java", "$1");
        CONSTANT
            .matcher(source)
            .results()
            .forEach(found -> constants.put(file + "." + found.group(1), seconds(found)));
      }
    });
    return constants;
  }

  private static long seconds(MatchResult constant) {
    ChronoUnit unit = ChronoUnit.valueOf(constant.group(2).toUpperCase(Locale.ROOT));
    return Duration.of(Long.parseLong(constant.group(3)), unit).toSeconds();
  }
}
