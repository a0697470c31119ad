package clientportal.access.shares;

import clientportal.platform.table.Write;
import java.util.List;

/**
 * The shares that a set gives an item, before they are saved.
 *
 * @param writes those of everything but the item itself; none if the set changes nothing
 */
public record PlannedShares(ItemShares shares, List<Write> writes) {}
