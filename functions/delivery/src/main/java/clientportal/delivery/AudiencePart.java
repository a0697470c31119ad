package clientportal.delivery;

import java.util.List;
import java.util.Optional;

/**
 * A part of a large audience.
 *
 * @param from the index of the first member
 * @param to the index after the last
 */
public record AudiencePart(int from, int to) {

  /** Returns the members that belong to a part; all of them if there is none. */
  public static <T> List<T> of(List<T> audience, Optional<AudiencePart> part) {
    return part.map(is -> audience.subList(is.from(), is.to())).orElse(audience);
  }
}
