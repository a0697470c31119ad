package clientportal.access.records;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.platform.table.Fields;

/** What a token was sent for; it is valid for nothing else. */
public sealed interface Purpose {

  /** To activate an account. */
  record ForAccount(Holder holder) implements Purpose {}

  /**
   * To register with a firm.
   *
   * @param site the slug of the site where the person registers
   * @param name as the person entered it; it is not verified
   */
  record ForRegistration(FirmId firm, String site, String name) implements Purpose {}

  /** To reset a person's password. */
  record ForPasswordReset(PersonId person) implements Purpose {}

  /** Returns the one attribute that stores the purpose. */
  default Fields toFields() {
    return switch (this) {
      case ForAccount(Holder holder) -> Fields.of().with("holder", holder.toFields()).build();
      case ForRegistration(FirmId firm, String site, String name) ->
          Fields.of()
              .with(
                  "registration",
                  Fields.of()
                      .with("firmId", firm.value())
                      .with("site", site)
                      .with("name", name)
                      .build())
              .build();
      case ForPasswordReset(PersonId person) -> Fields.of().with("resetOf", person.value()).build();
    };
  }

  static Purpose fromFields(Fields fields) {
    if (fields.has("registration")) {
      Fields of = fields.map("registration");
      return new ForRegistration(new FirmId(of.text("firmId")), of.text("site"), of.text("name"));
    }
    return fields.has("resetOf")
        ? new ForPasswordReset(new PersonId(fields.text("resetOf")))
        : new ForAccount(Holder.fromFields(fields.map("holder")));
  }
}
