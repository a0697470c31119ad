package clientportal.access.ids;

import clientportal.platform.Ids;

/** Holds a text to the shape of an id, so that no delimiter of a key can stand in one. */
final class IdShape {
  private IdShape() {}

  static void require(String value) {
    if (!Ids.isId(value)) {
      throw new IllegalArgumentException("not the shape of an id");
    }
  }
}
