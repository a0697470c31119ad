package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.EventData.SignInRenewed;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.PersonByEmail;
import clientportal.access.records.Sessions;
import clientportal.access.records.SignInChange;
import clientportal.platform.Ids;
import clientportal.platform.Secrets;
import clientportal.platform.table.Condition;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * People and their addresses: one sign-in for each address. A sign-in can't be created in the same
 * transaction as the rest, so each attempt claims the address first: of two at once only one sets a
 * password, and after a crash the next attempt finds the same sign-in.
 */
record People(Table table, Identities identities, Clock clock, Ids ids) {
  private static final String CLAIMED_BY = "claimedBy";
  private static final String CLAIMED_UNTIL = "claimedUntil";

  /** The person with an address, and what must be written if the person is new. */
  record Found(PersonId person, List<Write> writes) {}

  /**
   * The claim of one request to an address: the same in each of its attempts, so that a repeated
   * attempt does not conflict with the one before.
   *
   * @param password for the new sign-in, if the person chose one
   */
  record Claim(String value, Optional<String> password) {
    static Claim of(Optional<String> password) {
      return new Claim(Secrets.token(), password);
    }

    /** Requires that the password has the classes of characters that the firm requires. */
    void checkClasses(Firm firm) {
      password.ifPresent(chosen -> Password.checkClasses(chosen, firm));
    }

    /** Hides the password where the record is printed. */
    @Override
    public String toString() {
      return "Claim";
    }
  }

  /** Runs a use case that finds or creates the person with an address, under a claim to it. */
  <T> T claiming(EmailAddress email, Optional<String> password, Function<Claim, T> useCase) {
    Claim claim = Claim.of(password);
    return Claims.run(table, release(email, claim.value()), () -> useCase.apply(claim));
  }

  /**
   * Returns the person with a proved address; creates the sign-in if there is none. The password of
   * an existing person never changes.
   *
   * @param items read with the key {@link TableKeys#email}
   * @throws ConflictException if another request creates the same person at this moment
   */
  Found findOrCreate(EmailAddress email, Claim claim, Items items, Instant now) {
    return PersonByEmail.of(email, items)
        .map(known -> new Found(known, List.of()))
        .orElseGet(() -> create(email, claim, now));
  }

  /**
   * Returns the person who has proved an address now, as {@link #findOrCreate} does. If access of
   * theirs was revoked since the last proof, the sign-in starts over: passwords, passkeys and
   * sessions from before are gone, and the password that was chosen now counts.
   *
   * @throws ConflictException if another request creates the same person at this moment
   */
  Found prove(EmailAddress email, Claim claim, Items items, Instant now) {
    Found found = findOrCreate(email, claim, items, now);
    Key person = TableKeys.person(found.person());
    return Optional.of(person)
        .filter(_ -> found.writes().isEmpty())
        .flatMap(table::find)
        .filter(Sessions::isRenewalDue)
        .map(self -> renew(found.person(), self, email, claim))
        .orElse(found);
  }

  /** Keeps an authenticator app: who has proved no more than the mailbox does not get past it. */
  private Found renew(PersonId person, Item self, EmailAddress email, Claim claim) {
    SignInChange change = new SignInChange(person, claim.value(), claim.value());
    List<Write> begin = new ArrayList<>();
    begin.addAll(change.begin(clock.instant(), Claims.TIME));
    if (!change.hasBegun(self)) {
      begin.add(
          new Recorder(ids, Actor.PORTAL, clock.instant())
              .record(new SignInRenewed(email, person)));
    }
    Claims.change(
        table,
        change,
        () -> table.write(begin),
        () -> identities.renew(change, claim.password().orElseGet(Secrets::token)),
        () -> table.update(change.release()));
    return new Found(person, List.of(Sessions.renewed(person, clock.instant())));
  }

  private Found create(EmailAddress email, Claim claim, Instant now) {
    claim(email, claim.value(), now);
    PersonId person = identities.create(email);
    claim.password().ifPresent(password -> identities.setPassword(person, password));
    return new Found(person, writes(email, person, claim.value()));
  }

  private void claim(EmailAddress email, String claim, Instant now) {
    Optional<Item> claimed =
        table.update(
            Write.update(TableKeys.email(email))
                .set(
                    Fields.of()
                        .with(CLAIMED_BY, claim)
                        .with(CLAIMED_UNTIL, now.plus(Claims.TIME).toEpochMilli())
                        .build())
                .when(
                    Condition.missing(PersonByEmail.PERSON_ID)
                        .and(
                            Condition.missing(CLAIMED_UNTIL)
                                .or(Condition.less(CLAIMED_UNTIL, now.toEpochMilli() + 1))
                                .or(Condition.equal(CLAIMED_BY, claim)))));
    if (claimed.isEmpty()) {
      throw new ConflictException("the address is being claimed");
    }
  }

  private static Write.Update release(EmailAddress email, String claim) {
    return Write.update(TableKeys.email(email))
        .remove(CLAIMED_BY)
        .remove(CLAIMED_UNTIL)
        .when(Condition.equal(CLAIMED_BY, claim));
  }

  private static List<Write> writes(EmailAddress email, PersonId person, String claim) {
    Item address =
        Fields.of().with(PersonByEmail.PERSON_ID, person.value()).at(TableKeys.email(email));
    Item self = Fields.of().with("email", email.value()).at(TableKeys.person(person));
    return List.of(new Write.Put(address, Condition.equal(CLAIMED_BY, claim)), Write.create(self));
  }
}
