package clientportal.access.records;

import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Write;

/**
 * The share policy of a firm: everything may be open, until an operator sets another.
 *
 * @param revision 0 if none was ever set
 */
public record FirmSharePolicy(FirmId firm, SharePolicy policy, long revision) {

  /** Replaces the policy. */
  public FirmSharePolicy with(SharePolicy other) {
    return new FirmSharePolicy(firm, other, revision + 1);
  }

  /** Updates the stored policy, which must be the one before. */
  public Write save() {
    return revision == 1 ? Write.create(toItem()) : Write.replace(toItem(), revision - 1);
  }

  /** Returns the policy among items that were read with its key. */
  public static FirmSharePolicy of(FirmId firm, Items items) {
    return items
        .at(TableKeys.sharePolicy(firm))
        .map(FirmSharePolicy::fromItem)
        .orElseGet(() -> new FirmSharePolicy(firm, SharePolicy.ALL, 0));
  }

  public Item toItem() {
    return Fields.of()
        .withAll(toFields(policy))
        .with(Item.REVISION, revision)
        .at(TableKeys.sharePolicy(firm));
  }

  public static FirmSharePolicy fromItem(Item item) {
    return new FirmSharePolicy(
        TableKeys.firmOf(item.key()), policyOf(item.fields()), item.fields().number(Item.REVISION));
  }

  /** Returns a policy as the item, its history and its event keep it. */
  public static Fields toFields(SharePolicy policy) {
    return Fields.of()
        .with("mode", policy.mode().text())
        .withTexts("documentTypes", policy.texts())
        .build();
  }

  public static SharePolicy policyOf(Fields fields) {
    return SharePolicy.of(SharePolicy.Mode.of(fields.text("mode")), fields.texts("documentTypes"));
  }
}
