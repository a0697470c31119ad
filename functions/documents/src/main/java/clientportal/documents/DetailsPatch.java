package clientportal.documents;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.util.Optional;

/** The body of {@code updateFolder} and {@code updateDocument}: what is absent stays. */
record DetailsPatch(Optional<String> name, Optional<Boolean> archived) {

  static DetailsPatch ofFolder(Input input) {
    return read(input, Shape.name(120));
  }

  static DetailsPatch ofDocument(Input input) {
    return read(input, NewVersion::name);
  }

  private static DetailsPatch read(Input input, Shape<String> shape) {
    Field<Optional<String>> name = input.optional("name", shape);
    Field<Optional<Boolean>> archived = input.optional("archived", Shape.flag());
    return input.build(() -> new DetailsPatch(name.get(), archived.get()));
  }

  /** Returns the patch that archives. */
  static DetailsPatch archive() {
    return new DetailsPatch(Optional.empty(), Optional.of(true));
  }

  /**
   * Returns the details with the changes.
   *
   * @throws ProblemException {@code archived} if what is archived, and stays so, is to be renamed
   */
  Details apply(Details before) {
    Details after = new Details(name.orElse(before.name()), archived.orElse(before.archived()));
    if (before.archived() && after.archived() && !after.name().equals(before.name())) {
      throw new ProblemException(ProblemType.ARCHIVED, "Take it out of the archive first.");
    }
    return after;
  }
}
