package clientportal.platform.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What media types a caller takes (RFC 9110, section 12.5.1).
 *
 * @param ranges empty if the caller takes any
 */
record Accept(List<Range> ranges) {
  private static final Pattern QUALITY = Pattern.compile("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)");

  /**
   * A media type, or all of a kind: {@code text/*} or {@code *}{@code /*}.
   *
   * @param quality how much the caller likes it, from 0, not at all, to 1
   */
  record Range(String type, double quality) {
    private boolean includes(String mediaType) {
      return type.equals("*/*")
          || type.equals(mediaType)
          || (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)));
    }

    /** Returns how exactly it names media types. */
    private int precision() {
      return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
    }
  }

  Accept {
    ranges = List.copyOf(ranges);
  }

  static Accept parse(String header) {
    List<Range> ranges = new ArrayList<>();
    for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      String type = parts[0].strip();
      if (!type.isEmpty()) {
        ranges.add(new Range(type, quality(parts)));
      }
    }
    return new Accept(ranges);
  }

  private static double quality(String[] parts) {
    return Arrays.stream(parts)
        .skip(1)
        .map(part -> QUALITY.matcher(part.replace(" ", "").strip()))
        .filter(Matcher::matches)
        .findFirst()
        .map(quality -> Double.parseDouble(quality.group(1)))
        .orElse(1.0);
  }

  /** Returns the media type that the caller likes best, and of equal ones the first. */
  Optional<String> preferred(List<String> offered) {
    return offered.stream()
        .filter(type -> quality(type) > 0)
        // Of equal ones min takes the first, and max the last.
        .min(Comparator.comparingDouble(type -> -quality(type)));
  }

  /** Returns how much the caller likes a media type, by the range that names it most exactly. */
  private double quality(String mediaType) {
    if (ranges.isEmpty()) {
      return 1;
    }
    return ranges.stream()
        .filter(range -> range.includes(mediaType))
        .max(Comparator.comparingInt(Range::precision))
        .map(Range::quality)
        .orElse(0.0);
  }
}
