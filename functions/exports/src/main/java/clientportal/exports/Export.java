package clientportal.exports;

import clientportal.access.ids.ItemId;
import clientportal.access.records.Engagement;
import clientportal.access.records.FiledDocument;
import clientportal.access.records.Firm;
import clientportal.access.records.ItemFile;
import clientportal.access.records.RequestItem;
import clientportal.access.shares.RecipientNames;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What was asked for in an engagement that has ended, and what came of it.
 *
 * @param names of the client and of those who were asked
 * @param items that were sent, in their order
 * @param files of all items
 * @param at when it was exported
 */
record Export(
    Firm firm,
    RecipientNames names,
    Engagement engagement,
    List<RequestItem> items,
    List<ExportedFile> files,
    Instant at) {

  /** A file of an item, and the document that it is. */
  record ExportedFile(ItemFile file, FiledDocument document) {}

  Export {
    items = List.copyOf(items);
    files = List.copyOf(files);
  }

  /** Returns the files of an item, in the order in which they arrived. */
  List<ExportedFile> filesOf(ItemId item) {
    return files.stream()
        .filter(each -> each.file().item().item().equals(item))
        .sorted(Comparator.comparing(each -> each.file().by().at()))
        .toList();
  }

  /** Returns the name of the recipient who was asked for an item. */
  String assignee(RequestItem item) {
    return names.of(item.assignee());
  }
}
