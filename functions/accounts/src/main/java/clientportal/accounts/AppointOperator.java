package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Items;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a person an operator, and gives the address a sign-in if it has none; by emailed code. */
record AppointOperator(Table table, People people, Clock clock) {
  PersonId handle(EmailAddress email) {
    People.Claim claim = People.Claim.of(Optional.empty());
    return Attempts.run(() -> {
      Items items = table.read(List.of(People.key(email)));
      People.Found found = people.findOrCreate(email, claim, items, clock.instant());
      List<Write> writes = new ArrayList<>(found.writes());
      writes.add(
          Write.put(
              Fields.of()
                  .with("appointedAt", clock.instant())
                  .at(TableKeys.operator(found.person()))));
      table.write(writes);
      return found.person();
    });
  }
}
