package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.ItemPath;
import java.time.Instant;
import java.util.Optional;

/**
 * What the lists of readers show of an item.
 *
 * @param grants those of which each has a row in its recipient's list
 */
public record Listing(
    ItemPath path,
    String name,
    Instant createdAt,
    boolean archived,
    Optional<DocumentTypeId> documentType,
    Grants grants) {}
