package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.EventData.AccountActivated;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Contact;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Two actions at once, the second before each call to AWS of the first: one outcome, and no partial
 * change.
 */
final class AccountRacesTest {
  /** More calls than any action makes. */
  private static final int MOST_CALLS = 20;

  /** Runs an action of a fresh firm, with others acting before one of its calls. */
  private static int interleave(
      BiConsumer<AccountCalls, Holder.Party> before,
      BiFunction<AccountCalls, Race, Exchange.Answer> action,
      BiConsumer<AccountCalls, Race> others,
      Outcome outcome) {
    int interleavings = 0;
    for (boolean ofClient : new boolean[] {true, false}) {
      for (int call = 1; call <= MOST_CALLS; call++) {
        AccountCalls calls = new AccountCalls();
        Holder.Party holder = ofClient ? calls.theClient : calls.theContact;
        before.accept(calls, holder);
        Race race = new Race(calls, holder);
        CallSchedule schedule = new CallSchedule().before(call, () -> others.accept(calls, race));
        race.table = schedule.around(calls.firm.table);
        Exchange.Answer answer = action.apply(calls, race);
        if (schedule.made() < call) {
          break;
        }
        interleavings++;
        assertThat(calls.isConsistent(holder)).as("call %s of %s", call, holder.party()).isTrue();
        outcome.check(calls, race, answer);
      }
    }
    return interleavings;
  }

  private static final class Race {
    final Holder.Party holder;
    Table table;
    String token = "";

    Race(AccountCalls calls, Holder.Party holder) {
      this.holder = holder;
      this.table = calls.firm.table;
    }
  }

  private interface Outcome {
    void check(AccountCalls calls, Race race, Exchange.Answer answer);
  }

  @Test
  void create_byTwoStaffAtOnce_createsOneAccount() {
    int interleavings =
        interleave(
            (calls, holder) -> {},
            (calls, race) ->
                calls.create(race.table, race.holder, calls.staff, AccountCalls.email(race.holder)),
            (calls, race) -> assertThat(calls.create(race.holder).status()).isEqualTo(201),
            (calls, race, answer) -> {
              assertThat(answer.problem()).isEqualTo("account-exists");
              assertThat(calls.count(AccountInvited.class)).isEqualTo(1);
            });
    assertThat(interleavings).isEqualTo(2 * 2);
  }

  @Test
  void revoke_whileTheHolderVerifies_endsInNoAccess() {
    Set<Integer> statuses = new HashSet<>();
    int interleavings =
        interleave(
            (calls, holder) -> calls.create(holder),
            (calls, race) -> {
              race.token = calls.sendVerification(race.holder);
              return calls.verify(race.table, race.token);
            },
            (calls, race) -> assertThat(calls.revoke(race.holder).status()).isEqualTo(204),
            (calls, race, answer) -> {
              statuses.add(answer.status());
              assertThat(answer.problem()).isEqualTo("token-not-valid");
              assertThat(calls.account(race.holder).status()).isEqualTo(AccountStatus.REVOKED);
              assertThat(calls.account(race.holder).person()).isEmpty();
            });
    assertThat(statuses).containsExactly(422);
    assertThat(interleavings).isEqualTo(2 * 6);
  }

  @Test
  void verify_whileStaffRevoke_endsInNoAccess() {
    int interleavings =
        interleave(
            (calls, holder) -> calls.create(holder),
            (calls, race) -> {
              race.token = calls.sendVerification(race.holder);
              return calls.revoke(race.table, race.holder, calls.staff);
            },
            (calls, race) ->
                assertThat(calls.verify(calls.firm.table, race.token).status()).isEqualTo(200),
            (calls, race, answer) -> {
              assertThat(answer.status()).isEqualTo(204);
              assertThat(calls.account(race.holder).status()).isEqualTo(AccountStatus.REVOKED);
              assertThat(calls.count(AccountActivated.class)).isEqualTo(1);
            });
    assertThat(interleavings).isEqualTo(2 * 2);
  }

  @Test
  void resend_whileTheHolderVerifies_isRefused_andTheAccountStaysActive() {
    int interleavings =
        interleave(
            (calls, holder) -> calls.create(holder),
            (calls, race) -> {
              race.token = calls.sendVerification(race.holder);
              return calls.resend(race.table, race.holder, calls.staff);
            },
            (calls, race) -> calls.verify(calls.firm.table, race.token),
            (calls, race, answer) -> {
              assertThat(answer.problem()).isEqualTo("conflict");
              assertThat(calls.account(race.holder).status()).isEqualTo(AccountStatus.ACTIVE);
            });
    assertThat(interleavings).isEqualTo(2 * 2);
  }

  @Test
  void revoke_twiceAtOnce_revokesOnce() {
    int interleavings =
        interleave(
            (calls, holder) -> calls.activate(holder),
            (calls, race) -> calls.revoke(race.table, race.holder, calls.staff),
            (calls, race) -> calls.revoke(race.holder),
            (calls, race, answer) -> {
              assertThat(answer.status()).isEqualTo(204);
              assertThat(calls.count(AccountRevoked.class)).isEqualTo(1);
            });
    assertThat(interleavings).isEqualTo(2 * 3);
  }

  /** Removes {@code webPortal} from the relationship, as staff would. */
  private static void removeWebPortal(AccountCalls calls) {
    Key key = TableKeys.contact(calls.client.path(), calls.contact.id());
    Item item = calls.at(key).orElseThrow();
    Contact contact = Contact.fromItem(item);
    calls.write(
        Write.replace(
            Fields.of()
                .withAll(item.fields())
                .with("webPortal", false)
                .with(Item.REVISION, contact.revision() + 1)
                .at(key),
            contact.revision()));
  }

  @Test
  void verify_whileTheRelationshipLosesWebPortal_activatesNothing() {
    for (int call = 1; ; call++) {
      AccountCalls calls = new AccountCalls();
      calls.create(calls.theContact);
      String token = calls.sendVerification(calls.theContact);
      CallSchedule schedule = new CallSchedule().before(call, () -> removeWebPortal(calls));
      Table table = schedule.around(calls.firm.table);

      Exchange.Answer answer = calls.verify(table, token);

      if (schedule.made() < call) {
        assertThat(call).isEqualTo(7);
        break;
      }
      assertThat(answer.problem()).isEqualTo("token-not-valid");
      assertThat(calls.account(calls.theContact).status()).isEqualTo(AccountStatus.INVITED);
      assertThat(calls.isConsistent(calls.theContact)).isTrue();
    }
  }

  @Test
  void create_whileTheRelationshipLosesWebPortal_invitesNobody() {
    for (int call = 1; call <= 2; call++) {
      AccountCalls calls = new AccountCalls();
      CallSchedule schedule = new CallSchedule().before(call, () -> removeWebPortal(calls));
      Table table = schedule.around(calls.firm.table);

      Exchange.Answer answer =
          calls.create(table, calls.theContact, calls.staff, AccountCalls.CONTACT_EMAIL);

      assertThat(schedule.made()).isGreaterThanOrEqualTo(call);
      assertThat(answer.problem()).isEqualTo("recipient-not-permitted");
      assertThat(calls.at(TableKeys.account(calls.theContact))).isEmpty();
    }
  }
}
