package clientportal.firms;

import clientportal.access.decision.SharePolicy;
import clientportal.access.events.Actor;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FirmSharePolicy;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;

/**
 * A share policy that an operator set, as the history of the firm keeps it.
 *
 * @param by the operator, who has no name
 */
record SharePolicyEntry(
    FirmId firm, long revision, SharePolicy policy, String reason, Instant at, Actor by) {

  Write create() {
    return Write.create(toItem());
  }

  private Item toItem() {
    return Fields.of()
        .withAll(FirmSharePolicy.toFields(policy))
        .with("reason", reason)
        .with("at", at)
        .with("by", by.toFields())
        .with(Item.REVISION, revision)
        .at(TableKeys.sharePolicy(firm, revision));
  }

  static SharePolicyEntry fromItem(Item item) {
    Fields fields = item.fields();
    return new SharePolicyEntry(
        TableKeys.firmOf(item.key()),
        fields.number(Item.REVISION),
        FirmSharePolicy.policyOf(fields),
        fields.text("reason"),
        fields.instant("at"),
        Actor.fromFields(fields.map("by")));
  }
}
