package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.PersonByEmail;
import clientportal.platform.Secrets;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Condition;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * People and their addresses: one identity an address. A sign-in can't be created in the same
 * transaction as the rest, so who creates it claims the address first: of two at once only one sets
 * a password, and after a crash the next attempt finds the same sign-in.
 */
record People(Table table, Identities identities) {
  /** Longer than a function may run. */
  private static final Duration CLAIM = Duration.ofSeconds(15);

  private static final String CLAIMED_BY = "claimedBy";
  private static final String CLAIMED_UNTIL = "claimedUntil";

  /** A person of an address, and what has to be written with it if the person is new. */
  record Found(PersonId person, List<Write> writes) {}

  /**
   * Who wants the person created: the same in every attempt of one request, so that an attempt that
   * conflicts does not stand in its own way.
   */
  record Claim(String value, Optional<String> password) {
    static Claim of(Optional<String> password) {
      return new Claim(Secrets.token(), password);
    }

    /** Hides the password where the record is printed. */
    @Override
    public String toString() {
      return "Claim";
    }
  }

  static Key key(EmailAddress email) {
    return TableKeys.email(email);
  }

  /**
   * Returns the person who has a proved address; creates the sign-in if there is none. An existing
   * person's password is never touched.
   *
   * @param items read with {@link #key}
   * @throws ConflictException if somebody else creates the same person at this moment
   */
  Found findOrCreate(EmailAddress email, Claim claim, Items items, Instant now) {
    Optional<PersonId> known = known(email, items);
    return known.isPresent() ? new Found(known.get(), List.of()) : create(email, claim, now);
  }

  /** Returns the person who has an address, if there is one. */
  static Optional<PersonId> known(EmailAddress email, Items items) {
    return PersonByEmail.of(email, items);
  }

  private Found create(EmailAddress email, Claim claim, Instant now) {
    claim(email, claim.value(), now);
    try {
      PersonId person = identities.create(email);
      claim.password().ifPresent(chosen -> identities.setPassword(person, chosen));
      return new Found(person, writes(email, person, claim.value()));
    } catch (ProblemException refused) {
      release(email, claim.value());
      throw refused;
    }
  }

  private void claim(EmailAddress email, String claim, Instant now) {
    Optional<Item> claimed =
        table.update(
            Write.update(key(email))
                .set(
                    Fields.of()
                        .with(CLAIMED_BY, claim)
                        .with(CLAIMED_UNTIL, now.plus(CLAIM).toEpochMilli())
                        .build())
                .when(
                    Condition.missing(PersonByEmail.PERSON_ID)
                        .and(
                            Condition.missing(CLAIMED_UNTIL)
                                .or(Condition.less(CLAIMED_UNTIL, now.toEpochMilli()))
                                .or(Condition.equal(CLAIMED_BY, claim)))));
    if (claimed.isEmpty()) {
      throw new ConflictException("the address is being claimed");
    }
  }

  private void release(EmailAddress email, String claim) {
    table.update(
        Write.update(key(email))
            .remove(CLAIMED_BY)
            .remove(CLAIMED_UNTIL)
            .when(Condition.equal(CLAIMED_BY, claim)));
  }

  private static List<Write> writes(EmailAddress email, PersonId person, String claim) {
    Item address = Fields.of().with(PersonByEmail.PERSON_ID, person.value()).at(key(email));
    Item self = Fields.of().with("email", email.value()).at(TableKeys.person(person));
    return List.of(new Write.Put(address, Condition.equal(CLAIMED_BY, claim)), Write.create(self));
  }
}
