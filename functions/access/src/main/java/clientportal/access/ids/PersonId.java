package clientportal.access.ids;

import java.util.regex.Pattern;

/** The id of a person: the {@code sub} of their access tokens, a UUID. */
public record PersonId(String value) {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  public PersonId {
    if (!UUID.matcher(value).matches()) {
      throw new IllegalArgumentException("not a UUID");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
