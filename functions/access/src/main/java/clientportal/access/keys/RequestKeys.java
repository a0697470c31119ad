package clientportal.access.keys;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.ItemId;
import clientportal.platform.table.Key;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Builds the keys of what firms ask their clients for, and reads the ids back from them. The table
 * of all keys is that of {@link TableKeys}.
 */
public final class RequestKeys {
  private static final String CHECKLIST_PREFIX = "CHECKLIST#";

  /** The prefix of the sort keys of a client's engagements. */
  public static final String ENGAGEMENT_PREFIX = "ENGAGEMENT#";

  /** The prefix of the sort keys of the items of an engagement. */
  public static final String ITEM_PREFIX = "ITEM#";

  /** The prefix of the sort keys of what is asked of a recipient. */
  private static final String ASSIGNED_PREFIX = "REQUEST#";

  /** The prefix of the sort keys of the files of all items of an engagement. */
  public static final String FILE_PREFIX = "FILE#";

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

  public static Key engagement(EngagementPath engagement) {
    return new Key(
        TableKeys.people(engagement.client()), ENGAGEMENT_PREFIX + engagement.engagement());
  }

  public static EngagementPath engagementOf(Key engagement) {
    return new EngagementPath(
        TableKeys.clientIn(engagement.pk()),
        new EngagementId(TableKeys.idAfter(ENGAGEMENT_PREFIX, engagement.sk())));
  }

  public static boolean isEngagement(Key key) {
    return key.sk().startsWith(ENGAGEMENT_PREFIX);
  }

  public static boolean isRequestItem(Key key) {
    return key.sk().startsWith(ITEM_PREFIX);
  }

  /** The partition of the items of an engagement. */
  public static String ofEngagement(EngagementPath engagement) {
    return TableKeys.people(engagement.client())
        + "#"
        + ENGAGEMENT_PREFIX
        + engagement.engagement();
  }

  public static Key requestItem(RequestItemPath item) {
    return new Key(ofEngagement(item.engagement()), ITEM_PREFIX + item.item());
  }

  public static RequestItemPath requestItemOf(Key item) {
    return engagementIn(item).item(new ItemId(TableKeys.idAfter(ITEM_PREFIX, item.sk())));
  }

  private static EngagementPath engagementIn(Key key) {
    return new EngagementPath(
        TableKeys.clientIn(key.pk()), new EngagementId(key.pk().split("#", -1)[5]));
  }

  /** The prefix of the sort keys of the files of an item, in the partition of the engagement. */
  public static String filesOf(ItemId item) {
    return FILE_PREFIX + item + "#";
  }

  /** A document that answers an item. */
  public static Key file(RequestItemPath item, DocumentId document) {
    return new Key(ofEngagement(item.engagement()), filesOf(item.item()) + document);
  }

  /** Returns the item of the key of one of its files. */
  public static RequestItemPath itemOfFile(Key file) {
    return engagementIn(file).item(new ItemId(file.sk().split("#", -1)[1]));
  }

  /** Returns the document of the key of a file. */
  public static DocumentId documentOfFile(Key file) {
    return new DocumentId(file.sk().split("#", -1)[2]);
  }

  /** The partition of what is asked of a recipient and open or in review, or settled. */
  public static String assigned(ClientPath client, Recipient.Party assignee, boolean settled) {
    return TableKeys.of(client.firm())
        + "#ASSIGNED#"
        + TableKeys.id(Holder.of(client, assignee))
        + (settled ? "#SETTLED" : "");
  }

  /** What is asked of a recipient in one engagement. */
  public static Key assigned(EngagementPath engagement, Recipient.Party assignee, boolean settled) {
    return new Key(
        assigned(engagement.client(), assignee, settled),
        assignedIn(engagement.client().client()) + engagement.engagement());
  }

  /**
   * The prefix of the sort keys of what is asked in the engagements of a client: a member of
   * portals has one partition for all their clients.
   */
  public static String assignedIn(ClientId client) {
    return ASSIGNED_PREFIX + client + "#";
  }

  /** Returns the engagement of the key of what is asked of a recipient. */
  public static EngagementPath engagementOfAssigned(Key row) {
    String[] ids = row.sk().split("#", -1);
    return new EngagementPath(
        new ClientPath(TableKeys.firmOf(row), new ClientId(ids[1])), new EngagementId(ids[2]));
  }

  /** When a recipient was reminded last, of whatever engagement. */
  public static Key lastReminder(ClientPath client, Recipient.Party recipient) {
    return new Key(assigned(client, recipient, false), "REMINDED");
  }

  /** How the assignees of an engagement are reminded. */
  public static Key reminders(EngagementPath engagement) {
    return new Key(ofEngagement(engagement), "REMINDERS");
  }

  /** Returns the engagement of the key of its reminders. */
  public static EngagementPath engagementOfReminders(Key reminders) {
    return engagementIn(reminders);
  }

  /** Index {@code Names}: the engagements of a firm with a status, by due date. */
  public static String engagements(FirmId firm, String status) {
    return TableKeys.of(firm) + "#ENGAGEMENTS#" + status;
  }

  /** Returns the sort key of what is listed by its due date; what has none comes last. */
  public static String dueSort(Optional<LocalDate> dueOn, String id) {
    return dueOn.map(LocalDate::toString).orElse("9999-12-31") + Names.SEPARATOR + id;
  }
}
