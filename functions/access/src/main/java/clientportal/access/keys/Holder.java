package clientportal.access.keys;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.StaffId;
import clientportal.platform.table.Fields;
import java.util.Optional;

/** The holder of an account: a staff member, client, contact or member of portals. */
public sealed interface Holder {

  FirmId firm();

  /** A staff member of the firm. */
  record Staff(FirmId firm, StaffId staff) implements Holder {}

  /** Somebody that staff share with, and who uses the portal. */
  sealed interface Reader extends Holder {}

  /** A client, or one of its contacts. */
  record Party(ClientPath client, Recipient.OfClient party) implements Reader {
    @Override
    public FirmId firm() {
      return client.firm();
    }
  }

  /** A member of the firm's portals. */
  record Member(FirmId firm, MemberId member) implements Reader {}

  /** Returns the holder of the account of a recipient of a client. */
  static Reader of(ClientPath client, Recipient.Party recipient) {
    return switch (recipient) {
      case Recipient.OfClient party -> new Party(client, party);
      case Recipient.Member(MemberId member) -> new Member(client.firm(), member);
    };
  }

  /** Returns the holder as a recipient of what staff share or ask for; empty for staff. */
  default Optional<Recipient.Party> recipient() {
    return switch (this) {
      case Staff _ -> Optional.empty();
      case Party(var _, Recipient.OfClient party) -> Optional.of(party);
      case Member(var _, MemberId member) -> Optional.of(new Recipient.Member(member));
    };
  }

  default Fields toFields() {
    return switch (this) {
      case Staff(FirmId firm, StaffId staff) ->
          Fields.of().with("firmId", firm.value()).with("staffId", staff.value()).build();
      case Member(FirmId firm, MemberId member) ->
          Fields.of().with("firmId", firm.value()).with("memberId", member.value()).build();
      case Party(ClientPath client, Recipient.OfClient party) ->
          Fields.of()
              .with("firmId", client.firm().value())
              .with("clientId", client.client().value())
              .with("party", party.text())
              .build();
    };
  }

  static Holder fromFields(Fields fields) {
    FirmId firm = new FirmId(fields.text("firmId"));
    if (fields.has("staffId")) {
      return new Staff(firm, new StaffId(fields.text("staffId")));
    }
    return fields.has("memberId")
        ? new Member(firm, new MemberId(fields.text("memberId")))
        : new Party(
            new ClientPath(firm, new ClientId(fields.text("clientId"))),
            Recipient.ofClient(fields.text("party")));
  }
}
