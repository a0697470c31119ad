package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.MemberPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Member;
import clientportal.access.records.Purpose;
import clientportal.access.records.Token;
import clientportal.platform.Hashes;
import clientportal.platform.Secrets;
import clientportal.platform.http.Exchange;
import clientportal.platform.http.Request;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Calls by staff about a client and a contact, who have no accounts at first. */
final class AccountCalls {
  static final String CLIENT_EMAIL = "carla@example.com";
  static final String CONTACT_EMAIL = "colin@example.com";
  private static final String CODE = "01234567";

  final TestFirm firm = new TestFirm();
  final PersonId staff = firm.staff(Role.STAFF, true);
  final PersonId withoutPermission = firm.staff(Role.ADMINISTRATOR, false);
  final InMemoryIdentities identities = new InMemoryIdentities();
  final Client client = firm.client(Client.Kind.CLIENT, Optional.of(CLIENT_EMAIL));
  final Contact contact = firm.contact(client.path(), Optional.of(CONTACT_EMAIL), true);
  final Holder.Party theClient = new Holder.Party(client.path(), Recipient.CLIENT);
  final Holder.Party theContact = holder(contact);

  static Holder.Party holder(Contact contact) {
    return new Holder.Party(contact.client(), new Recipient.Contact(contact.id()));
  }

  /** A holder of each kind; every rule applies to both. */
  List<Holder.Party> both() {
    return List.of(theClient, theContact);
  }

  static String email(Holder.Party holder) {
    return holder.party() instanceof Recipient.Client ? CLIENT_EMAIL : CONTACT_EMAIL;
  }

  /** A call about an account, below its path. */
  Exchange exchange(String method, Holder.Party holder, String below, PersonId caller) {
    boolean ofClient = holder.party() instanceof Recipient.Client;
    String party = ofClient ? "" : "/contacts/" + holder.party().text();
    Exchange exchange =
        Exchange.of(method, holder.client() + party + "/account" + below)
            .as(caller.value())
            .path("firmId", holder.firm())
            .path("clientId", holder.client().client());
    return ofClient ? exchange : exchange.path("contactId", holder.party().text());
  }

  private static Function<Request, AccountPath<Holder.Party>> path(Holder.Party holder) {
    return holder.party() instanceof Recipient.Client
        ? AccountPath::ofClient
        : AccountPath::ofContact;
  }

  private Access access(Table table) {
    return new Access(table, firm.clock);
  }

  Exchange.Answer create(Table table, Holder.Party holder, PersonId caller, String email) {
    CreateAccount useCase = new CreateAccount(access(table), table, firm.ids);
    return exchange("POST", holder, "", caller)
        .json("{\"email\": \"" + email + "\"}")
        .send(new CreateAccountHandler(useCase, path(holder)));
  }

  Exchange.Answer create(Holder.Party holder) {
    return create(firm.table, holder, staff, email(holder));
  }

  Exchange.Answer get(Holder.Party holder, PersonId caller) {
    GetAccount useCase = new GetAccount(firm.access());
    return exchange("GET", holder, "", caller).send(new GetAccountHandler(useCase, path(holder)));
  }

  Exchange.Answer revoke(Table table, Holder.Party holder, PersonId caller) {
    RevokeAccount useCase = new RevokeAccount(access(table), table, firm.ids);
    return exchange("DELETE", holder, "", caller)
        .send(new RevokeAccountHandler(useCase, path(holder)));
  }

  Exchange.Answer revoke(Holder.Party holder) {
    return revoke(firm.table, holder, staff);
  }

  Exchange.Answer resend(Table table, Holder.Party holder, PersonId caller) {
    ResendInvitation useCase = new ResendInvitation(access(table), table, firm.ids);
    return exchange("POST", holder, "/invitation", caller)
        .send(new ResendInvitationHandler(useCase, path(holder)));
  }

  Exchange.Answer resend(Holder.Party holder) {
    return resend(firm.table, holder, staff);
  }

  /** Sends a verification of an open account; returns its token. */
  String sendVerification(Holder holder) {
    String token = Secrets.token();
    Account account = account(holder);
    Token verification =
        Token.verification(
            token,
            CODE,
            Hashes.sha256("browser"),
            new Purpose.ForAccount(holder),
            account.email(),
            TestFirm.NOW);
    write(account.withVerification(verification.hash()).replace(), verification.create());
    return token;
  }

  Exchange.Answer verify(Table table, String token) {
    return verify(table, identities, firm.clock, token);
  }

  Exchange.Answer verify(Table table, Identities sign, Clock clock, String token) {
    return Exchange.of("POST", "/v1/verifications")
        .json("{\"token\": \"%s\", \"code\": \"%s\"}".formatted(token, CODE))
        .send(
            new VerifyAccountHandler(
                new VerifyAccount(
                    table, new People(table, sign, clock, firm.ids), clock, firm.ids)));
  }

  /** Invites the holder and activates the account; returns the person. */
  PersonId activate(Holder.Party holder) {
    create(holder);
    verify(firm.table, sendVerification(holder));
    return identities.of(email(holder));
  }

  /** Adds a member of portals without account. */
  Holder.Member member(String name, String email) {
    Member member =
        Member.create(
            firm.id, new MemberId(firm.ids.next()), name, new EmailAddress(email), TestFirm.NOW);
    write(member.create().toArray(Write[]::new));
    return member.holder();
  }

  Member stored(Holder.Member holder) {
    return Member.fromItem(at(TableKeys.holder(holder)).orElseThrow());
  }

  /** Invites a member, as a portal does that lets them in. */
  void invite(Holder.Member holder) {
    Member member = stored(holder);
    Account account = Account.invite(holder, member.email(), TestFirm.NOW);
    write(account.create(), account.copyToHolder(member.revision()));
  }

  private Exchange exchange(String method, Holder.Member holder, String below, PersonId caller) {
    return Exchange.of(method, new MemberPath(holder.firm(), holder.member()) + below)
        .as(caller.value())
        .path("firmId", holder.firm())
        .path("memberId", holder.member());
  }

  Exchange.Answer revoke(Table table, Holder.Member holder, PersonId caller) {
    RevokeAccount useCase = new RevokeAccount(access(table), table, firm.ids);
    return exchange("DELETE", holder, "/account", caller)
        .send(new RevokeAccountHandler(useCase, AccountPath::ofMember));
  }

  Exchange.Answer resend(Table table, Holder.Member holder, PersonId caller) {
    ResendInvitation useCase = new ResendInvitation(access(table), table, firm.ids);
    return exchange("POST", holder, "/invitation", caller)
        .send(new ResendInvitationHandler(useCase, AccountPath::ofMember));
  }

  void write(Write... writes) {
    ((Table) firm.table).write(List.of(writes));
  }

  Optional<Item> at(Key key) {
    return firm.table.read(List.of(key)).at(key);
  }

  Account account(Holder holder) {
    return Account.fromItem(at(TableKeys.account(holder)).orElseThrow());
  }

  /** Returns the number of events of a type. */
  long count(Class<? extends EventData> type) {
    return firm.table.everything().values().stream()
        .filter(item ->
            item.fields().optionalText(Event.TYPE).equals(Optional.of(type.getSimpleName())))
        .count();
  }

  /** Tells whether the account, the holder's item and the link agree: no change is partial. */
  boolean isConsistent(Holder.Party holder) {
    Optional<Account> account = at(TableKeys.account(holder)).map(Account::fromItem);
    Item item = at(TableKeys.holder(holder)).orElseThrow();
    boolean sameStatus =
        account.map(Account::status).equals(Optional.of(Account.statusOf(item.fields())));
    List<Key> links =
        firm.table.everything().keySet().stream()
            .filter(key -> key.sk().startsWith("LINK#"))
            .toList();
    List<Key> persons =
        account.flatMap(Account::person).stream()
            .map(person -> TableKeys.link(holder.client(), person))
            .toList();
    return sameStatus && links.equals(persons);
  }
}
