package clientportal.contract;

import java.util.Comparator;
import java.util.Optional;

/**
 * One kind of answer of an operation.
 *
 * @param problem the name of the problem, if it is one
 */
public record DocumentedAnswer(String operation, int status, Optional<String> problem)
    implements Comparable<DocumentedAnswer> {

  /** Starts the type of every problem. */
  private static final String PROBLEM = "urn:problem:";

  /** Returns an answer with a problem of this type; of none if it has no type. */
  public static DocumentedAnswer of(String operation, int status, String type) {
    return new DocumentedAnswer(
        operation,
        status,
        Optional.of(type).filter(text -> !text.isEmpty()).map(text -> text.replace(PROBLEM, "")));
  }

  @Override
  public int compareTo(DocumentedAnswer other) {
    return Comparator.comparing(DocumentedAnswer::toString).compare(this, other);
  }

  @Override
  public String toString() {
    return operation + " " + status + problem.map(name -> " " + name).orElse("");
  }
}
