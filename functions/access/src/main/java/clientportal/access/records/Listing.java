package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.keys.ItemPath;
import java.time.Instant;

/**
 * What the lists of readers show of an item.
 *
 * @param grants those of which each has a row in its recipient's list
 */
public record Listing(
    ItemPath path, String name, Instant createdAt, boolean archived, Grants grants) {}
