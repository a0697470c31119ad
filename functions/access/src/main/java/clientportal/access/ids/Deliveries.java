package clientportal.access.ids;

import clientportal.platform.table.Fields;
import java.util.List;
import java.util.Optional;

/**
 * Of which notices a firm sends mails. Types of notices are named as in the API.
 *
 * @param portalOnly what clients, contacts and members find in the portal alone; each type once
 * @param requiredForStaff what staff get by mail, whatever they have chosen; each type once
 */
public record Deliveries(List<String> portalOnly, List<String> requiredForStaff) {
  /** Everything is mailed, and staff choose for themselves. */
  public static final Deliveries DEFAULT = new Deliveries(List.of(), List.of());

  private static final String PORTAL_ONLY = "portalOnly";
  private static final String REQUIRED_FOR_STAFF = "requiredForStaff";

  public Deliveries {
    portalOnly = portalOnly.stream().distinct().sorted().toList();
    requiredForStaff = requiredForStaff.stream().distinct().sorted().toList();
  }

  /** Returns the attribute of items that has these; empty if they are the default. */
  public Optional<Fields> toFields() {
    return equals(DEFAULT)
        ? Optional.empty()
        : Optional.of(
            Fields.of()
                .withTexts(PORTAL_ONLY, portalOnly)
                .withTexts(REQUIRED_FOR_STAFF, requiredForStaff)
                .build());
  }

  /** Reads them from the attribute that has them, if there is one. */
  public static Deliveries of(Optional<Fields> attribute) {
    return attribute
        .map(fields -> new Deliveries(fields.texts(PORTAL_ONLY), fields.texts(REQUIRED_FOR_STAFF)))
        .orElse(DEFAULT);
  }
}
