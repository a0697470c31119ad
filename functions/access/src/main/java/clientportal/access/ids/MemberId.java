package clientportal.access.ids;

import clientportal.platform.Ids;
import java.util.Optional;

/** The id of a member of a firm's portals: 26 characters, time-ordered. */
public record MemberId(String value) {

  public MemberId {
    IdShape.require(value);
  }

  /** Reads an id; empty if the text does not have the shape of one. */
  public static Optional<MemberId> parse(String text) {
    return Ids.isId(text) ? Optional.of(new MemberId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
