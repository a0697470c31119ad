package clientportal.access.records;

import clientportal.access.events.Actor;
import clientportal.platform.table.Fields;

/** The attribute of a version's item that names the person who declared it. */
public final class UploadedBy {
  public static final String ATTRIBUTE = "uploadedBy";

  private UploadedBy() {}

  public static Actor of(Fields version) {
    return Actor.fromFields(version.map(ATTRIBUTE));
  }
}
