package clientportal.access.keys;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.StaffId;
import clientportal.platform.table.Fields;

/** The holder of an account: a staff member, client or contact. */
public sealed interface Holder {

  FirmId firm();

  /** A staff member of the firm. */
  record Staff(FirmId firm, StaffId staff) implements Holder {}

  /** A client, or one of its contacts. */
  record Party(ClientPath client, Recipient.Party party) implements Holder {
    @Override
    public FirmId firm() {
      return client.firm();
    }
  }

  default Fields toFields() {
    return switch (this) {
      case Staff(FirmId firm, StaffId staff) ->
          Fields.of().with("firmId", firm.value()).with("staffId", staff.value()).build();
      case Party(ClientPath client, Recipient.Party party) ->
          Fields.of()
              .with("firmId", client.firm().value())
              .with("clientId", client.client().value())
              .with("party", party.text())
              .build();
    };
  }

  static Holder fromFields(Fields fields) {
    FirmId firm = new FirmId(fields.text("firmId"));
    return fields.has("staffId")
        ? new Staff(firm, new StaffId(fields.text("staffId")))
        : new Party(
            new ClientPath(firm, new ClientId(fields.text("clientId"))),
            Recipient.party(fields.text("party")));
  }
}
