package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.addresses.AddressChange;
import clientportal.access.addresses.AddressWrites;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.ClientUpdated;
import clientportal.access.events.Recorder;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Client;
import clientportal.access.records.Links;
import clientportal.access.records.OpenItems;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes the name, email or phone of a client. */
record UpdateClient(Access access, Table table, Ids ids) {
  Client handle(Caller caller, ClientPath path, Body<ClientPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Client attempt(
      Caller caller, ClientPath path, Body<ClientPatch> body, Precondition precondition) {
    Holder.Party holder = new Holder.Party(path, Recipient.CLIENT);
    Key accountKey = TableKeys.account(holder);
    Reach reach = access.reach(caller, path, List.of(accountKey));
    reach.require(Action.CHANGE_CLIENT);
    ClientPatch patch = body.read();
    Client before = Client.fromItem(reach.item(TableKeys.client(path)));
    Optional<Account> account = reach.items().at(accountKey).map(Account::fromItem);
    AddressChange change =
        new AddressChange(patch.email(), before.email(), before.emailConfirmedAt(), account);
    change.require(reach, () -> OpenItems.of(before).any(table));
    precondition.check(before.revision());
    AddressChange.Outcome outcome = change.outcome(reach);
    Client after =
        before.withDetails(
            patch.name().orElse(before.name()),
            change.after(),
            change.confirmedAt(reach),
            patch.phone().applyTo(before.phone()),
            outcome.status(before.account()));
    List<String> changed = changed(before, after, outcome);
    if (changed.isEmpty()) {
      return before;
    }
    Recorder recorder = reach.recorder(ids);
    List<Write> writes = new ArrayList<>();
    writes.add(after.saveDetails());
    writes.addAll(AddressWrites.of(holder, change, outcome, true, recorder));
    if (changed.contains("name")) {
      account
          .flatMap(Account::person)
          .flatMap(person -> rename(after, person))
          .ifPresent(writes::add);
    }
    writes.add(recorder.record(new ClientUpdated(path, changed)));
    table.write(writes);
    return after;
  }

  /** The person's link contains the name too, which events take from there. */
  private Optional<Write> rename(Client client, PersonId person) {
    return table
        .find(TableKeys.link(client.path(), person))
        .map(link ->
            Links.change(
                client.path(),
                person,
                Recipient.CLIENT,
                capacity -> capacity.named(client.name()),
                link));
  }

  private static List<String> changed(Client before, Client after, AddressChange.Outcome outcome) {
    return Stream.of(
            Optional.of("name").filter(_ -> !after.name().equals(before.name())),
            Optional.of("email").filter(_ -> !after.email().equals(before.email())),
            Optional.of("emailConfirmedAt")
                .filter(_ -> after.email().equals(before.email()))
                .filter(_ ->
                    outcome instanceof AddressChange.Outcome.Confirmed
                        || !after.emailConfirmedAt().equals(before.emailConfirmedAt())),
            Optional.of("phone").filter(_ -> !after.phone().equals(before.phone())))
        .flatMap(Optional::stream)
        .toList();
  }
}
