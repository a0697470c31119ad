package clientportal.delivery;

import java.util.Locale;

/**
 * Who did what a notice is about.
 *
 * @param name of a person; empty for the others
 */
public record Author(Kind kind, String name) {
  /** Whoever belongs to no firm is named by what they are. */
  public enum Kind {
    PERSON,
    OPERATOR,
    PORTAL;

    /** Returns the name in items. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  public static final Author OPERATOR = new Author(Kind.OPERATOR, "");
  public static final Author PORTAL = new Author(Kind.PORTAL, "");

  public static Author person(String name) {
    return new Author(Kind.PERSON, name);
  }
}
