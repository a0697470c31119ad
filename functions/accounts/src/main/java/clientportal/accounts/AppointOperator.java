package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Items;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a person an operator; an address without a sign-in gets one without a password. */
record AppointOperator(Table table, People people, Clock clock) {
  PersonId handle(EmailAddress email) {
    return people.claiming(
        email,
        Optional.empty(),
        claim -> {
          Items items = table.read(List.of(TableKeys.email(email)));
          People.Found found = people.findOrCreate(email, claim, items, clock.instant());
          List<Write> writes = new ArrayList<>(found.writes());
          Fields.Builder operator = Fields.of().with("appointedAt", clock.instant());
          writes.add(Write.put(operator.at(TableKeys.operator(found.person()))));
          table.write(writes);
          return found.person();
        });
  }
}
