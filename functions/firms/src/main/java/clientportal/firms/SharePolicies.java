package clientportal.firms;

import clientportal.access.keys.TableKeys;
import clientportal.access.records.FirmSharePolicy;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** A firm's share policy and the newest entries of its history, the newest first. */
record SharePolicies(FirmSharePolicy current, List<SharePolicyEntry> history) {
  /** How many entries of the history are shown. */
  static final int SHOWN = 50;

  /**
   * Reads the history of a policy. Entries of later policies are left out, since they were set
   * after it was read.
   */
  static SharePolicies read(FirmSharePolicy current, Table table) {
    if (current.revision() == 0) {
      return new SharePolicies(current, List.of());
    }
    Query upToIt =
        Query.of(Query.Index.TABLE, TableKeys.sharePolicies(current.firm()))
            .between(
                TableKeys.sharePolicy(current.firm(), 1).sk(),
                TableKeys.sharePolicy(current.firm(), current.revision()).sk())
            .backwards()
            .consistently();
    return new SharePolicies(
        current,
        table.page(upToIt.limit(SHOWN)).items().stream().map(SharePolicyEntry::fromItem).toList());
  }
}
