package clientportal.access.keys;

import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.FirmId;
import clientportal.platform.table.Key;

/**
 * Builds the keys of what firms ask their clients for, and reads the ids back from them. The table
 * of all keys is that of {@link TableKeys}.
 */
public final class RequestKeys {
  private static final String CHECKLIST_PREFIX = "CHECKLIST#";

  private RequestKeys() {}

  public static Key checklist(ChecklistPath checklist) {
    return new Key(TableKeys.of(checklist.firm()), CHECKLIST_PREFIX + checklist.checklist());
  }

  public static ChecklistPath checklistOf(Key checklist) {
    return new ChecklistPath(
        TableKeys.firmOf(checklist),
        new ChecklistId(TableKeys.idAfter(CHECKLIST_PREFIX, checklist.sk())));
  }

  /** All items of a checklist. */
  public static Key checklistItems(ChecklistPath checklist) {
    return new Key(
        TableKeys.of(checklist.firm()) + "#" + CHECKLIST_PREFIX + checklist.checklist(), "ITEMS");
  }

  /** Returns the checklist of the key of its items. */
  public static ChecklistPath checklistOfItems(Key items) {
    return new ChecklistPath(
        TableKeys.firmOf(items), new ChecklistId(items.pk().split("#", -1)[3]));
  }

  /** Index {@code Names}: the checklists of a firm, in the archive or not. */
  public static String checklistNames(FirmId firm, boolean archived) {
    return TableKeys.of(firm) + "#CHECKLISTS#" + (archived ? "archived" : "live");
  }
}
