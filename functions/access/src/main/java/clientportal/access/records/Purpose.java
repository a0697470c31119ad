package clientportal.access.records;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.platform.table.Fields;

/** What a token was sent for; one of another purpose is worth nothing. */
public sealed interface Purpose {

  /** To come in to an account. */
  record ForAccount(Holder holder) implements Purpose {}

  /**
   * To register with a firm.
   *
   * @param site the slug of the site where it was asked for
   * @param name as who registers gave it
   */
  record ForRegistration(FirmId firm, String site, String name) implements Purpose {}

  /** To give a person another password. */
  record ForPasswordReset(PersonId person) implements Purpose {}

  /** Returns the one attribute that says it. */
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
