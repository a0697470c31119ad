package clientportal.access.records;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.platform.table.Fields;
import java.util.List;

/** Maps grants to and from an attribute of the shared item. */
public final class GrantFields {
  public static final String ATTRIBUTE = "grants";

  private GrantFields() {}

  public static List<Fields> toFields(Grants grants) {
    return grants.all().stream()
        .map(grant ->
            Fields.of()
                .with("recipient", grant.recipient().text())
                .with("access", grant.access().text())
                .with("sharedAt", grant.sharedAt())
                .with("expiresAt", grant.expiresAt())
                .build())
        .toList();
  }

  public static Grants of(Fields item) {
    return new Grants(
        item.maps(ATTRIBUTE).stream()
            .map(fields ->
                new Grant(
                    Recipient.of(fields.text("recipient")),
                    AccessLevel.of(fields.text("access")),
                    fields.instant("sharedAt"),
                    fields.optionalInstant("expiresAt")))
            .toList());
  }
}
