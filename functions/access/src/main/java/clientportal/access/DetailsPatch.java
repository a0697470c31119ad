package clientportal.access;

import clientportal.access.records.Details;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.util.Optional;

/** The body of {@code updateFolder} and {@code updateDocument}: what is absent stays. */
public record DetailsPatch(Optional<String> name, Optional<Boolean> archived) {

  /** Reads the body; the name has the given shape. */
  public static DetailsPatch read(Input input, Shape<String> nameShape) {
    Field<Optional<String>> name = input.optional("name", nameShape);
    Field<Optional<Boolean>> archived = input.optional("archived", Shape.flag());
    return input.build(() -> new DetailsPatch(name.get(), archived.get()));
  }

  /** Returns the patch that archives. */
  public static DetailsPatch archive() {
    return new DetailsPatch(Optional.empty(), Optional.of(true));
  }

  /**
   * Returns the details with the changes.
   *
   * @throws ProblemException {@code archived} if what is archived, and stays so, is to be renamed
   */
  public Details apply(Details before) {
    Details after = new Details(name.orElse(before.name()), archived.orElse(before.archived()));
    if (before.archived() && after.archived() && !after.name().equals(before.name())) {
      throw new ProblemException(ProblemType.ARCHIVED, "Take it out of the archive first.");
    }
    return after;
  }
}
