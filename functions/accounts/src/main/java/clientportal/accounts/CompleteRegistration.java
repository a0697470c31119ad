package clientportal.accounts;

import clientportal.access.decision.Capacity;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.AccountActivated;
import clientportal.access.events.EventData.RegistrationReceived;
import clientportal.access.events.Recorder;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.AddressOwners;
import clientportal.access.records.Client;
import clientportal.access.records.Clients;
import clientportal.access.records.Firm;
import clientportal.access.records.Links;
import clientportal.access.records.Purpose;
import clientportal.access.records.Registration;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.platform.Ids;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what becomes of an address that registered and is proved now. What was there before opens to
 * its owner alone: to the one client or contact who has the address on file and no account. Nothing
 * opens where that is not plain; then staff say whose it is.
 */
record CompleteRegistration(Table table, People people, Ids ids) {
  /** What the address is in the firm, as it was read. */
  private record Found(
      Firm firm,
      AddressOwners address,
      Items items,
      EmailAddress email,
      Purpose.ForRegistration wanted) {}

  VerifyAccount.Verified handle(
      Token token, Purpose.ForRegistration wanted, People.Claim claim, Instant now) {
    FirmId firmId = wanted.firm();
    AddressOwners address = AddressOwners.read(table, firmId, token.email());
    Key sentKey = TableKeys.sentToRegister(token.email(), firmId);
    List<Key> keys = new ArrayList<>(address.keys());
    keys.add(sentKey);
    keys.add(TableKeys.firm(firmId));
    keys.add(People.key(token.email()));
    address
        .registration()
        .ifPresent(waiting -> keys.add(TableKeys.pendingRegistration(firmId, waiting)));
    Items items = table.read(keys);
    ValidTokens sent = ValidTokens.of(sentKey, items);
    Firm firm =
        items
            .at(TableKeys.firm(firmId))
            .map(Firm::fromItem)
            .filter(open -> SelfRegistration.of(open) != SelfRegistration.OFF)
            .filter(_ -> sent.has(token))
            .orElseThrow(Proofs::notValid);
    Found found = new Found(firm, address, items, token.email(), wanted);

    People.Found person = people.findOrCreate(token.email(), claim, items, now);
    List<Write> writes = new ArrayList<>(person.writes());
    writes.add(token.use());
    writes.add(sent.end());
    writes.add(
        Write.put(
            Fields.of()
                .with("site", wanted.site())
                .at(TableKeys.personSite(person.person(), firmId))));
    VerifyAccount.Verified verified = decide(found, person.person(), writes, now);
    table.write(writes);
    return verified;
  }

  /** Adds what is to be written for the address to become what it is. */
  private VerifyAccount.Verified decide(
      Found found, PersonId person, List<Write> writes, Instant now) {
    if (found.address().accountOf(person, found.items()).isPresent()) {
      return VerifyAccount.Verified.ACTIVE;
    }
    List<Holder.Party> matches = found.address().parties();
    if (matches.size() == 1 && found.address().isComplete()) {
      Optional<OwnAccount> own = OwnAccount.of(matches.getFirst(), found.email(), found.items());
      if (own.isPresent()) {
        writes.addAll(own.get().writes(table, person, found.email(), ids, now));
        return VerifyAccount.Verified.ACTIVE;
      }
    }
    boolean isKnown = !matches.isEmpty() || found.address().registration().isPresent();
    if (!isKnown && SelfRegistration.of(found.firm()) == SelfRegistration.CREATE) {
      writes.addAll(create(found, person, now));
      return VerifyAccount.Verified.ACTIVE;
    }
    writes.addAll(await(found, person, now));
    return VerifyAccount.Verified.PENDING;
  }

  /** Makes a client of an address that the firm does not know. */
  private List<Write> create(Found found, PersonId person, Instant now) {
    ClientPath path = new ClientPath(found.firm().id(), new ClientId(ids.next()));
    String name = found.wanted().name();
    Client client =
        new Client(
            path,
            Client.Kind.INDIVIDUAL,
            name,
            Optional.of(found.email()),
            Optional.empty(),
            now,
            List.of(),
            AccountStatus.ACTIVE,
            1);
    Account account =
        Account.invite(new Holder.Party(path, Recipient.CLIENT), found.email(), now)
            .activate(person, now);
    Actor actor = new Actor(Optional.of(person), Actor.As.CLIENT, Recipient.CLIENT.text(), name);
    List<Write> writes = new ArrayList<>(Clients.create(client, actor, ids));
    writes.add(account.create());
    writes.addAll(
        Links.add(
            path,
            person,
            new Capacity(Recipient.CLIENT, name, true, now, Optional.empty()),
            Optional.empty()));
    writes.add(new Recorder(ids, actor, now).record(new AccountActivated(account.holder())));
    return writes;
  }

  /** Puts the registration before staff, in place of an earlier one of the same address. */
  private List<Write> await(Found found, PersonId person, Instant now) {
    FirmId firm = found.firm().id();
    Optional<Registration> earlier =
        found
            .address()
            .registration()
            .flatMap(id -> found.items().at(TableKeys.pendingRegistration(firm, id)))
            .map(Registration::fromItem);
    Registration registration =
        new Registration(
            firm,
            earlier.map(Registration::id).orElseGet(() -> new RegistrationId(ids.next())),
            person,
            found.wanted().name(),
            found.email(),
            found.wanted().site(),
            earlier.map(Registration::registeredAt).orElse(now),
            Registration.Candidate.of(found.address(), found.items()),
            Optional.empty(),
            earlier.map(Registration::revision).orElse(0L) + 1);
    List<Write> writes = new ArrayList<>(registration.await());
    writes.add(
        new Recorder(ids, Actor.PORTAL, now)
            .record(new RegistrationReceived(firm, registration.id())));
    return writes;
  }
}
