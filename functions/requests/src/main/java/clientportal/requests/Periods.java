package clientportal.requests;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The periods for which something is asked, each by its name: {@code 2026-01}, {@code 2026-Q1} or
 * {@code 2026}.
 */
record Periods(List<String> names) {
  private static final int MOST = 12;

  /** The length of a period in months, and how it is spelled. */
  private enum Unit {
    MONTH(1, "[12][0-9]{3}-(0[1-9]|1[0-2])", "2026-01"),
    QUARTER(3, "[12][0-9]{3}-Q[1-4]", "2026-Q1"),
    YEAR(12, "[12][0-9]{3}", "2026");

    private final int months;
    private final Pattern form;
    private final String example;

    Unit(int months, String form, String example) {
      this.months = months;
      this.form = Pattern.compile(form);
      this.example = example;
    }

    private Shape<YearMonth> shape() {
      return json -> {
        String text = Shape.string(json);
        if (!form.matcher(text).matches()) {
          throw new Shape.Mismatch(Fault.Code.FORMAT, "must be a period such as " + example);
        }
        return first(text);
      };
    }

    /** Returns the first month of a period. */
    private YearMonth first(String text) {
      return switch (this) {
        case MONTH -> YearMonth.parse(text);
        case QUARTER ->
            Year.parse(text.substring(0, 4))
                .atMonth(1 + 3 * (Character.digit(text.charAt(6), 10) - 1));
        case YEAR -> Year.parse(text).atMonth(1);
      };
    }

    private String name(YearMonth first) {
      return switch (this) {
        case MONTH -> first.toString();
        case QUARTER -> first.getYear() + "-Q" + (1 + (first.getMonthValue() - 1) / 3);
        case YEAR -> Integer.toString(first.getYear());
      };
    }

    private static Unit of(String text) {
      return switch (text) {
        case "month" -> MONTH;
        case "quarter" -> QUARTER;
        default -> YEAR;
      };
    }
  }

  /** Returns the period of the same length that is a number of months later. */
  static String later(String period, int months) {
    for (Unit unit : Unit.values()) {
      if (unit.form.matcher(period).matches()) {
        return unit.name(unit.first(period).plusMonths(months));
      }
    }
    throw new IllegalArgumentException("no period: " + period);
  }

  static Periods read(Input input) {
    Field<String> text = input.required("unit", Shape.oneOf(Set.of("month", "quarter", "year")));
    Unit unit = text.isFaulty() ? Unit.MONTH : Unit.of(text.get());
    Shape<YearMonth> shape = text.isFaulty() ? _ -> YearMonth.of(2000, 1) : unit.shape();
    Field<YearMonth> first = input.required("first", shape);
    Field<YearMonth> last = input.required("last", shape);
    if (!text.isFaulty() && !first.isFaulty() && !last.isFaulty()) {
      int number = number(unit, first.get(), last.get());
      if (number < 1 || number > MOST) {
        input.fault(
            "last", Fault.Code.RANGE, "must give 1 to %d periods with the first".formatted(MOST));
      }
    }
    return input.build(() ->
        new Periods(
            IntStream.range(0, number(unit, first.get(), last.get()))
                .mapToObj(i -> unit.name(first.get().plusMonths((long) i * unit.months)))
                .toList()));
  }

  private static int number(Unit unit, YearMonth first, YearMonth last) {
    int months =
        12 * (last.getYear() - first.getYear()) + last.getMonthValue() - first.getMonthValue();
    return Math.floorDiv(months, unit.months) + 1;
  }
}
