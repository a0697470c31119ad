package clientportal.access.records;

import clientportal.access.ids.FolderId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.RequestItem.Review;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.Locale;
import java.util.Optional;

/**
 * A document that answers an item, as the item lists it.
 *
 * @param round to which it belongs
 * @param late whether the item had moved on when it arrived
 * @param kept whether staff kept it when they accepted the round in part
 * @param by who uploaded or attached it, and when it arrived
 */
public record ItemFile(
    RequestItemPath item, DocumentPath document, int round, boolean late, boolean kept, By by) {

  /** What staff decided about a file. */
  public enum Verdict {
    NONE,
    KEPT,
    ACCEPTED,
    REJECTED;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Key key() {
    return RequestKeys.file(item, document.document());
  }

  /**
   * Returns what staff decided about it: what they said about its round, once it had arrived.
   *
   * @param asked its item
   */
  public Verdict verdict(RequestItem asked) {
    if (late) {
      return Verdict.NONE;
    }
    if (kept) {
      return Verdict.KEPT;
    }
    Optional<Review.Verdict> said =
        asked.reviews().stream()
            .filter(review -> review.round() == round && !review.by().at().isBefore(by.at()))
            .map(Review::verdict)
            .filter(verdict -> verdict != Review.Verdict.REOPEN)
            .findFirst();
    return said.map(
            verdict -> verdict == Review.Verdict.ACCEPT ? Verdict.ACCEPTED : Verdict.REJECTED)
        .orElse(Verdict.NONE);
  }

  /** Keeps it when its round is accepted in part; it must be there still. */
  public Write keep() {
    return Write.update(key())
        .set(Fields.of().with("kept", true).build())
        .when(Condition.present());
  }

  public Item toItem() {
    return Fields.of()
        .with("folderId", document.folder().folder().value())
        .with("round", round)
        .with("late", late)
        .with("kept", kept)
        .with("by", by.toFields())
        .at(key());
  }

  public static ItemFile fromItem(Item row) {
    Fields fields = row.fields();
    RequestItemPath item = RequestKeys.itemOfFile(row.key());
    FolderPath folder =
        new FolderPath(item.engagement().client(), new FolderId(fields.text("folderId")));
    return new ItemFile(
        item,
        new DocumentPath(folder, RequestKeys.documentOfFile(row.key())),
        Math.toIntExact(fields.number("round")),
        fields.flag("late"),
        fields.flag("kept"),
        By.fromFields(fields.map("by")));
  }
}
