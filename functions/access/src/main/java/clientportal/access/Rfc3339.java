package clientportal.access;

import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Times of requests: RFC 3339 with any offset, kept to the millisecond. */
public final class Rfc3339 {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

  /** The last instant that RFC 3339 can write in UTC. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  /** Reads any time. */
  public static final Shape<Instant> TIME =
      json -> {
        Instant time = parse(Shape.string(json));
        if (time.isAfter(LAST)) {
          throw new Shape.Mismatch(Fault.Code.RANGE, "must be a time that UTC can write");
        }
        return time;
      };

  private Rfc3339() {}

  /** Reads a time after this one. */
  public static Shape<Instant> after(Instant now) {
    return json -> {
      Instant time = parse(Shape.string(json));
      if (!now.isBefore(time) || time.isAfter(LAST)) {
        throw new Shape.Mismatch(Fault.Code.RANGE, "must be in the future");
      }
      return time;
    };
  }

  private static Instant parse(String text) throws Shape.Mismatch {
    try {
      if (SYNTAX.matcher(text).matches()) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      }
    } catch (DateTimeException _) {
      // no such day or time: the same fault as a wrong syntax
    }
    throw new Shape.Mismatch(Fault.Code.FORMAT, "must be a time of RFC 3339");
  }
}
