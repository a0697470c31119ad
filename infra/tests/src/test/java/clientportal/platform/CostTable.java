package clientportal.platform;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of {@code infra/COSTS.md}, by the names of its rows. */
record CostTable(Map<String, Row> rows) {
  /** As it is published. */
  static final CostTable PUBLISHED = read(Path.of("..", "COSTS.md"));

  /** What an action may cost; a cell without terms is no bound. */
  record Row(List<Term> calls, List<Term> reads, List<Term> writes) {

    /** Returns what a test may count: {@code contact}, of {@code 2 per contact}. */
    Set<String> counted() {
      return Stream.of(calls, reads, writes)
          .flatMap(List::stream)
          .flatMap(term -> term.per().stream())
          .collect(toSet());
    }

    /** Returns how often each call is made, for these counts. */
    Map<String, Integer> calls(Map<String, Integer> counts) {
      return calls.stream()
          .collect(toMap(Term::call, term -> (int) term.times(counts), Integer::sum));
    }

    OptionalDouble mostReads(Map<String, Integer> counts) {
      return most(reads, counts);
    }

    OptionalDouble mostWrites(Map<String, Integer> counts) {
      return most(writes, counts);
    }

    private static OptionalDouble most(List<Term> terms, Map<String, Integer> counts) {
      return terms.stream().mapToDouble(term -> term.times(counts)).reduce(Double::sum);
    }
  }

  /** {@code 5}, {@code 1 Query}, {@code 2 per contact} or {@code 1 Query per feed}. */
  record Term(double number, String call, Optional<String> per) {
    private static final Pattern TERM =
        Pattern.compile("(\\d+(?:\\.\\d)?)(?: (?!per )(\\w+))?(?: per (.+))?");

    static Term parse(String text) {
      Matcher term = TERM.matcher(text);
      if (!term.matches()) {
        throw new IllegalArgumentException("this is no figure: " + text);
      }
      return new Term(
          Double.parseDouble(term.group(1)),
          Optional.ofNullable(term.group(2)).orElse(""),
          Optional.ofNullable(term.group(3)));
    }

    double times(Map<String, Integer> counts) {
      return number * per.map(each -> counts.getOrDefault(each, 0)).orElse(1);
    }
  }

  /** Returns the row with this name. */
  Row row(String action) {
    return Optional.ofNullable(rows.get(action))
        .orElseThrow(() -> new AssertionError("infra/COSTS.md has no row \"" + action + "\""));
  }

  private static CostTable read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CostTable parse(String text) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : text.lines().filter(each -> each.startsWith("| `")).toList()) {
      String[] cells = line.split(" *\\| *", -1);
      Row row = new Row(terms(cells[2]), terms(cells[3]), terms(cells[4]));
      for (String action : actions(cells[1])) {
        if (rows.put(action, row) != null) {
          throw new IllegalArgumentException("two rows have the name " + action);
        }
      }
    }
    return new CostTable(rows);
  }

  /** {@code `a`, `b`: now and then} names two rows, each with when it applies. */
  private static List<String> actions(String cell) {
    String[] parts = cell.replace("`", "").split(": ", 2);
    String when = parts.length == 2 ? ": " + parts[1] : "";
    return Stream.of(parts[0].split(", ", -1)).map(name -> name + when).toList();
  }

  private static List<Term> terms(String cell) {
    return Stream.of(cell.split(" \\+ ", -1))
        .filter(term -> !term.isEmpty())
        .map(Term::parse)
        .toList();
  }
}
