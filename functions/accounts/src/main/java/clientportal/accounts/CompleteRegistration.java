package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.EventData.AccountActivated;
import clientportal.access.events.EventData.RegistrationCompleted;
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
import clientportal.platform.table.ConflictException;
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
 * Completes a registration whose address is verified now. If exactly one client or contact has the
 * address on file, confirmed by staff who may give accounts, and no account, the person gets that
 * account. Otherwise, where the address may be somebody's already, staff decide.
 */
record CompleteRegistration(Table table, People people, Ids ids) {

  /** The person who registers, and what was read about their address in the firm. */
  private record Applicant(
      PersonId person,
      EmailAddress email,
      Purpose.ForRegistration wanted,
      Firm firm,
      AddressOwners address,
      Items items) {}

  VerifyAccount.Verified handle(
      Token token, Purpose.ForRegistration wanted, People.Claim claim, Instant now) {
    FirmId firmId = wanted.firm();
    AddressOwners address = AddressOwners.read(table, firmId, token.email());
    Key sentKey = TableKeys.sentToRegister(token.email(), firmId);
    List<Key> keys = new ArrayList<>(address.keys());
    keys.addAll(List.of(sentKey, TableKeys.firm(firmId), TableKeys.email(token.email())));
    address
        .registration()
        .map(pending -> TableKeys.pendingRegistration(firmId, pending))
        .ifPresent(keys::add);
    Items items = table.read(keys);
    requirePending(address, items);
    ValidTokens sent = ValidTokens.of(sentKey, items);
    Firm firm =
        items
            .at(TableKeys.firm(firmId))
            .map(Firm::fromItem)
            .filter(open -> SelfRegistration.of(open) != SelfRegistration.OFF)
            .filter(_ -> sent.has(token))
            .orElseThrow(VerificationProof::notValid);
    claim.checkClasses(firm);
    People.Found found = people.prove(token.email(), claim, items, now);
    PersonId person = found.person();
    Fields.Builder site = Fields.of().with("site", wanted.site());
    List<Write> writes = new ArrayList<>(found.writes());
    writes.add(token.use());
    writes.add(sent.end());
    writes.add(Write.put(site.at(TableKeys.personSite(person, firmId))));
    VerifyAccount.Verified verified =
        decide(new Applicant(person, token.email(), wanted, firm, address, items), writes, now);
    table.write(writes);
    return verified;
  }

  /** A registration of the address that is no longer pending was resolved since it was found. */
  private static void requirePending(AddressOwners address, Items items) {
    boolean resolved =
        address
            .registration()
            .map(id -> TableKeys.pendingRegistration(address.firm(), id))
            .filter(pending -> items.at(pending).isEmpty())
            .isPresent();
    if (resolved) {
      throw new ConflictException("the registration is being resolved");
    }
  }

  /** Decides what the person gets, and adds the writes for it. */
  private VerifyAccount.Verified decide(Applicant applicant, List<Write> writes, Instant now) {
    AddressOwners address = applicant.address();
    if (address.accountOf(applicant.person(), applicant.items()).isPresent()) {
      return VerifyAccount.Verified.ACTIVE;
    }
    List<Holder.Party> matches = address.parties();
    if (matches.size() == 1) {
      Optional<Activation> own = activation(matches.getFirst(), applicant);
      if (own.isPresent()) {
        writes.addAll(own.get().writes(table, applicant.person(), applicant.email(), ids, now));
        pending(applicant).map(Registration::withdraw).ifPresent(writes::addAll);
        writes.add(
            completed(matches.getFirst(), own.get().holder().actor(applicant.person()), now));
        return VerifyAccount.Verified.ACTIVE;
      }
    }
    boolean isKnown = !matches.isEmpty() || address.registration().isPresent();
    if (!isKnown && SelfRegistration.of(applicant.firm()) == SelfRegistration.CREATE) {
      writes.addAll(create(applicant, now));
      return VerifyAccount.Verified.ACTIVE;
    }
    writes.addAll(await(applicant, now));
    return VerifyAccount.Verified.PENDING;
  }

  /**
   * Returns how the applicant gets the account of a client or contact who has the address on file:
   * there is no account and the address is confirmed, or the account waits for this address to be
   * verified. Only staff can give a revoked account back.
   */
  private static Optional<Activation> activation(Holder.Party match, Applicant applicant) {
    EmailAddress email = applicant.email();
    Optional<Account> before =
        applicant.items().at(TableKeys.account(match)).map(Account::fromItem);
    return applicant
        .items()
        .at(TableKeys.holder(match))
        .map(item -> AccountHolder.OfParty.of(match, item))
        .filter(AccountHolder.OfParty::isPermitted)
        .filter(party -> party.email().filter(email::isSameAs).isPresent())
        .filter(party ->
            before
                .map(account -> account.isOpen() && account.invitedAddress().isSameAs(email))
                .orElse(party.isConfirmed()))
        .map(party -> new Activation(party, before));
  }

  private Write completed(Holder.Party holder, Actor applicant, Instant now) {
    return new Recorder(ids, applicant, now)
        .record(new RegistrationCompleted(holder, applicant.name()));
  }

  /** Creates a client with an account for an address that the firm does not know. */
  private List<Write> create(Applicant applicant, Instant now) {
    ClientPath path = new ClientPath(applicant.firm().id(), new ClientId(ids.next()));
    Client client =
        new Client(
            path,
            Client.Kind.INDIVIDUAL,
            applicant.wanted().name(),
            Optional.of(applicant.email()),
            Optional.empty(),
            Optional.empty(),
            now,
            List.of(),
            AccountStatus.ACTIVE,
            1);
    PersonId person = applicant.person();
    AccountHolder.OfParty party = AccountHolder.OfParty.of(client);
    Account account = Account.invite(party.holder(), applicant.email(), now).activate(person, now);
    Actor actor = party.actor(person);
    List<Write> writes = new ArrayList<>(Clients.create(client, actor, ids));
    writes.add(account.create());
    writes.addAll(Links.add(path, person, party.capacity(now), Optional.empty()));
    writes.add(new Recorder(ids, actor, now).record(new AccountActivated(party.holder())));
    writes.add(completed(party.holder(), actor, now));
    return writes;
  }

  private static Optional<Registration> pending(Applicant applicant) {
    FirmId firm = applicant.firm().id();
    return applicant
        .address()
        .registration()
        .flatMap(id -> applicant.items().at(TableKeys.pendingRegistration(firm, id)))
        .map(Registration::fromItem);
  }

  /** Adds a pending registration for staff; it replaces an earlier one of the same address. */
  private List<Write> await(Applicant applicant, Instant now) {
    FirmId firm = applicant.firm().id();
    Optional<Registration> earlier = pending(applicant);
    Registration registration =
        new Registration(
            firm,
            earlier.map(Registration::id).orElseGet(() -> new RegistrationId(ids.next())),
            applicant.person(),
            applicant.wanted().name(),
            applicant.email(),
            applicant.wanted().site(),
            earlier.map(Registration::registeredAt).orElse(now),
            Registration.Candidate.of(applicant.address(), applicant.items()),
            Optional.empty(),
            earlier.map(Registration::revision).orElse(0L) + 1);
    List<Write> writes = new ArrayList<>(registration.await());
    writes.add(
        new Recorder(ids, Actor.PORTAL, now)
            .record(new RegistrationReceived(firm, registration.id(), registration.name())));
    return writes;
  }
}
