package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.RegistrationCompleted;
import clientportal.access.events.EventData.RegistrationResolved;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Registration;
import clientportal.access.records.Registration.Resolution;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Links a registration to a client or contact, or rejects it. Staff vouch for the person: the
 * account gets the verified address, whatever is on file. The person is notified by mail in both
 * cases. A repeated request has the same answer.
 */
record ResolveRegistration(Access access, Table table, Ids ids) {
  Registration handle(Caller caller, RegistrationPath path, Body<Resolution> body) {
    return Attempts.run(() -> attempt(caller, path, body));
  }

  private Registration attempt(Caller caller, RegistrationPath path, Body<Resolution> body) {
    List<Key> keys =
        List.of(
            TableKeys.pendingRegistration(path.firm(), path.registration()),
            TableKeys.resolvedRegistration(path.firm(), path.registration()));
    Reach reach = access.reach(caller, path.parent(), keys);
    reach.require(Action.READ_FIRM);
    Registration registration =
        table
            .findMoving(reach.items(), keys, found -> found.newest(keys))
            .filter(item -> !item.isExpired(reach.now()))
            .map(Registration::fromItem)
            .orElseThrow(ProblemException::notFound);
    reach.require(Action.RESOLVE_REGISTRATIONS);
    Resolution resolution = body.read();
    if (registration.resolution().isPresent()) {
      return repeated(registration, resolution);
    }
    List<Write> writes = new ArrayList<>(registration.resolve(resolution, reach.now()));
    Optional<Holder.Party> linked = linked(registration, resolution);
    linked.ifPresent(holder -> writes.addAll(link(registration, holder, reach)));
    writes.add(
        reach
            .recorder(ids)
            .record(new RegistrationResolved(path.firm(), path.registration(), linked)));
    table.write(writes);
    return registration.resolved(resolution);
  }

  private static Registration repeated(Registration registration, Resolution resolution) {
    if (!registration.resolution().equals(Optional.of(resolution))) {
      throw new ProblemException(
          ProblemType.CONFLICT, "The registration was resolved in another way.");
    }
    return registration;
  }

  private static Optional<Holder.Party> linked(Registration registration, Resolution resolution) {
    return switch (resolution) {
      case Resolution.Linked linked -> Optional.of(holder(registration, linked));
      case Resolution.Rejected() -> Optional.empty();
    };
  }

  /** Returns the client or contact of the resolution; an id of another shape is unknown. */
  private static Holder.Party holder(Registration registration, Resolution.Linked linked) {
    Optional<ContactId> contact = linked.contactId().flatMap(ContactId::parse);
    if (!Ids.isId(linked.clientId()) || contact.isPresent() != linked.contactId().isPresent()) {
      throw unknown();
    }
    return new Holder.Party(
        new ClientPath(registration.firm(), new ClientId(linked.clientId())),
        contact.<Recipient.OfClient>map(Recipient.Contact::new).orElse(Recipient.CLIENT));
  }

  private List<Write> link(Registration registration, Holder.Party holder, Reach reach) {
    Key accountKey = TableKeys.account(holder);
    Key pending = TableKeys.pendingRegistration(registration.firm(), registration.id());
    Items items = table.read(List.of(accountKey, TableKeys.holder(holder), pending));
    if (items.at(pending).isEmpty()) {
      throw resolvedMeanwhile();
    }
    AccountHolder.OfParty party =
        items
            .at(TableKeys.holder(holder))
            .map(item -> AccountHolder.OfParty.of(holder, item))
            .orElseThrow(ResolveRegistration::unknown);
    party.requirePermitted();
    Optional<Account> before = items.at(accountKey).map(Account::fromItem);
    if (before.filter(CreateAccount::isTaken).isPresent()) {
      // It may just have been created by somebody else who resolved the same registration.
      throw table.find(pending).isEmpty()
          ? resolvedMeanwhile()
          : CreateAccount.exists(before.get());
    }
    List<Write> writes =
        new ArrayList<>(
            new Activation(party, before)
                .writes(table, registration.person(), registration.email(), ids, reach.now()));
    writes.add(address(registration, holder));
    writes.add(reach.recorder(ids).record(new RegistrationCompleted(holder, party.name())));
    return writes;
  }

  private static ConflictException resolvedMeanwhile() {
    return new ConflictException("the registration is being resolved");
  }

  /** Lets the firm find the account by its address, which can differ from the one on file. */
  private static Write address(Registration registration, Holder.Party holder) {
    Fields.Builder owner = Fields.of().with("clientId", holder.client().client().value());
    return switch (holder.party()) {
      case Recipient.Client _ ->
          Write.put(owner.at(TableKeys.clientEmail(holder.client(), registration.email())));
      case Recipient.Contact(ContactId contact) ->
          Write.put(
              owner
                  .with("contactId", contact.value())
                  .at(TableKeys.contactEmail(holder.client(), contact, registration.email())));
    };
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.RECIPIENT_NOT_PERMITTED, "The client or contact does not exist.");
  }
}
