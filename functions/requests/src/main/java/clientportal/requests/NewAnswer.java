package clientportal.requests;

import clientportal.access.Shapes;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.RequestItem;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** The body of {@code answerItem}: an answer, or none, which takes back the one before. */
record NewAnswer(Optional<String> answer) {
  /** The most characters of an answer. */
  static final int LONGEST = 4_000;

  private static final String NAME = "answer";

  static NewAnswer read(Input input) {
    Field<Optional<String>> answer = input.optional(NAME, Shape.lines(LONGEST));
    return input.build(() -> new NewAnswer(answer.get()));
  }

  /**
   * Requires that it is an answer that the item can have.
   *
   * @throws ProblemException {@code invalid-request}
   */
  void requireFor(RequestItem item) {
    Kind kind = item.wanted().kind();
    List<String> answers = kind.answers(item.wanted().choices());
    if (answer.isEmpty()) {
      return;
    }
    if (!answers.isEmpty() && !answers.contains(answer.get())) {
      throw faulty(Fault.Code.ENUM, "must be one of " + String.join(", ", answers));
    }
    if (kind == Kind.DATE) {
      try {
        Shapes.DAY.read(answer.get());
      } catch (Shape.Mismatch _) {
        throw faulty(Fault.Code.FORMAT, "must be a date such as 2026-03-14");
      }
    }
  }

  private static ProblemException faulty(Fault.Code code, String detail) {
    return ProblemException.invalid(List.of(Fault.at("/" + NAME, code, detail)));
  }
}
