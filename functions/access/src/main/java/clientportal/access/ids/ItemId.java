package clientportal.access.ids;

import clientportal.platform.Ids;
import java.util.Optional;

/** The id of what is asked for in an engagement: 26 characters, time-ordered. */
public record ItemId(String value) {

  public ItemId {
    IdShape.require(value);
  }

  /** Reads an id; empty if the text does not have the shape of one. */
  public static Optional<ItemId> parse(String text) {
    return Ids.isId(text) ? Optional.of(new ItemId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
