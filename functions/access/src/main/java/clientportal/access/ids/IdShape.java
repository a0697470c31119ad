package clientportal.access.ids;

import clientportal.platform.Ids;

/** Requires the shape of an id, so that no id contains the delimiter of keys. */
final class IdShape {
  private IdShape() {}

  static void require(String value) {
    if (!Ids.isId(value)) {
      throw new IllegalArgumentException("not the shape of an id");
    }
  }
}
