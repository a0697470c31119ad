package clientportal.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import clientportal.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** The tables of {@code docs/aws-errors.md}. */
public final class AwsErrorTable {
  private static final Path FILE = Path.of("..", "..", "docs", "aws-errors.md");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** With the empty cells before the first bar and after the last. */
  private static final int OPERATIONS_COLUMNS = 4;

  private static final int ERRORS_COLUMNS = 7;

  private final List<List<String>> rows;

  private AwsErrorTable(List<List<String>> rows) {
    this.rows = rows;
  }

  /** An error and its answer. */
  public record Refusal(int status, String code, String answer) {}

  public static AwsErrorTable read() {
    try {
      return new AwsErrorTable(
          Files.readAllLines(FILE).stream()
              .filter(line -> line.startsWith("| ") && !line.startsWith("| service |"))
              .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the operations of each service. */
  public Map<String, Set<String>> operations() {
    return rows.stream()
        .filter(row -> row.size() == OPERATIONS_COLUMNS)
        .collect(Collectors.toMap(row -> row.get(1), row -> new TreeSet<>(names(row.get(2)))));
  }

  /** Returns all errors of an operation. */
  public List<Refusal> of(String service, String operation) {
    Map<String, Refusal> refusals = new LinkedHashMap<>();
    errors()
        .filter(row -> isAll(row.get(1)) || row.get(1).equals(service))
        .filter(row -> isAll(row.get(2)) || names(row.get(2)).contains(operation))
        .sorted(Comparator.comparingInt(AwsErrorTable::rank))
        .flatMap(AwsErrorTable::refusals)
        .forEach(refusal -> refusals.put(refusal.code(), refusal));
    return List.copyOf(refusals.values());
  }

  /** The rows that count more come later. */
  private static int rank(List<String> row) {
    return (isAll(row.get(1)) ? 0 : 1) + (isAll(row.get(2)) ? 0 : 2);
  }

  /** Returns the errors in the rows of this service alone, or in those of {@code all}. */
  public List<Refusal> named(String service) {
    return errors()
        .filter(row -> row.get(1).equals(service))
        .flatMap(AwsErrorTable::refusals)
        .toList();
  }

  private Stream<List<String>> errors() {
    return rows.stream().filter(row -> row.size() == ERRORS_COLUMNS);
  }

  private static Stream<Refusal> refusals(List<String> row) {
    int status = Integer.parseInt(row.get(3));
    String answer = names(row.get(4)).getFirst();
    return names(row.get(5)).stream().map(code -> new Refusal(status, code, answer));
  }

  private static boolean isAll(String cell) {
    return cell.equals("all");
  }

  private static List<String> names(String cell) {
    return NAME.matcher(cell).results().map((MatchResult name) -> name.group(1)).toList();
  }

  /**
   * Refuses each operation of a service with each of its errors, and requires the answers of the
   * table; every error that the SDK declares for the operation must be among them.
   *
   * @param client the interface of the SDK
   * @param calls a call of the adapter for each operation
   * @param others operations that the test checks by itself
   */
  public void check(
      String service,
      Class<?> client,
      ScriptedAws aws,
      Map<String, Runnable> calls,
      String... others) {
    Set<String> checked = new TreeSet<>(calls.keySet());
    checked.addAll(List.of(others));
    assertThat(checked).isEqualTo(operations().get(service));
    calls.forEach((operation, call) -> check(service, client, aws, operation, call));
  }

  private void check(
      String service, Class<?> client, ScriptedAws aws, String operation, Runnable call) {
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> actual = new LinkedHashMap<>();
    for (Refusal refusal : of(service, operation)) {
      int before = aws.calls().size();
      aws.refuse(operation, refusal.status(), refusal.code());
      expected.put(refusal.code(), refusal.answer());
      actual.put(refusal.code(), answer(call));
      assertThat(aws.calls().subList(before, aws.calls().size())).contains(operation);
    }
    aws.lose(operation);
    expected.put("no answer", "busy");
    actual.put("no answer", answer(call));
    aws.recover(operation);

    assertThat(actual).as(operation).isEqualTo(expected);
    assertThat(aws.errors()).as(operation).containsAll(declared(client, operation));
  }

  /** Returns how a call ends, in the words of the table. */
  public static String answer(Runnable call) {
    return switch (catchThrowable(call::run)) {
      case null -> "answered";
      case SdkException _ -> "fault";
      case ProblemException problem -> problem.type().slug();
      case IllegalArgumentException bug -> throw new AssertionError(bug);
      case RuntimeException other ->
          other
              .getClass()
              .getSimpleName()
              .replace("Exception", "")
              .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
              .toLowerCase(Locale.ROOT);
      case Throwable error -> throw new AssertionError(error);
    };
  }

  /** The errors of an operation that AWS's model names, as the SDK declares them. */
  private static List<Class<?>> declared(Class<?> client, String operation) {
    List<Class<?>> declared = new ArrayList<>();
    Arrays.stream(client.getMethods())
        .filter(method -> method.getName().equalsIgnoreCase(operation))
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> method.getParameterTypes()[0].getSimpleName().endsWith("Request"))
        .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
        .filter(AwsErrorTable::isModeled)
        .forEach(declared::add);
    return declared;
  }

  /** Each service has one exception for all errors, below which are those of its model. */
  private static boolean isModeled(Class<?> type) {
    @Nullable Class<?> parent = type.getSuperclass();
    return parent != null
        && parent != AwsServiceException.class
        && AwsServiceException.class.isAssignableFrom(parent);
  }
}
