package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.events.EventData.SignInRenewed;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Sessions;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RevokeAccountTest {
  private final AccountCalls calls = new AccountCalls();

  @Test
  void anActiveAccount_losesItsLink_andAccountAndHolderAreRevoked() {
    for (Holder.Party holder : calls.both()) {
      PersonId person = calls.activate(holder);
      assertThat(calls.isConsistent(holder)).isTrue();
      assertThat(clientsOf(person)).hasSize(1);

      Exchange.Answer answer = calls.revoke(holder);

      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.body()).isEmpty();
      assertThat(calls.isConsistent(holder)).isTrue();
      assertThat(calls.at(TableKeys.personClient(person, holder.client()))).isEmpty();
      assertThat(clientsOf(person)).isEmpty();
      Exchange.Answer account = calls.get(holder, calls.staff);
      assertThat(account.get("status")).isEqualTo("revoked");
      assertThat(account.get("email")).isEqualTo(AccountCalls.email(holder));
      assertThat(account.has("activatedAt")).isTrue();
    }
    assertThat(calls.count(AccountRevoked.class)).isEqualTo(2);
  }

  private java.util.List<GetMe.ClientOf> clientsOf(PersonId person) {
    return new GetMe(calls.firm.table, calls.firm.clock).handle(TestFirm.caller(person)).clientOf();
  }

  @Test
  void aPersonWhoIsClientAndContact_keepsTheOtherAccount() {
    calls.write(Write.replace(withEmail(AccountCalls.CLIENT_EMAIL), calls.contact.revision()));
    PersonId person = calls.activate(calls.theClient);
    calls.create(calls.firm.table, calls.theContact, calls.staff, AccountCalls.CLIENT_EMAIL);
    calls.verify(calls.firm.table, calls.sendVerification(calls.theContact));
    assertThat(clientsOf(person)).hasSize(2);

    calls.revoke(calls.theClient);

    assertThat(clientsOf(person))
        .singleElement()
        .satisfies(of -> assertThat(of.capacity().party()).isEqualTo(calls.theContact.party()));
    assertThat(calls.account(calls.theContact).status()).isEqualTo(AccountStatus.ACTIVE);
  }

  private Item withEmail(String email) {
    return clientportal.platform.table.Fields.of()
        .withAll(calls.contact.toItem().fields())
        .with("email", email)
        .with(Item.REVISION, calls.contact.revision() + 1)
        .at(calls.contact.toItem().key());
  }

  @Test
  void mailedTokens_areNoLongerValid() {
    for (Holder.Party holder : calls.both()) {
      calls.create(holder);
      String token = calls.sendVerification(holder);

      calls.revoke(holder);

      assertThat(calls.verify(calls.firm.table, token).problem()).isEqualTo("token-not-valid");
      assertThat(calls.account(holder).status()).isEqualTo(AccountStatus.REVOKED);
    }
    assertThat(calls.identities.people).isEmpty();
  }

  @Test
  void aMissingOrRevokedAccount_writesNothing() {
    for (Holder.Party holder : calls.both()) {
      Map<Key, Item> none = calls.firm.table.everything();
      assertThat(calls.revoke(holder).status()).isEqualTo(204);
      assertThat(calls.firm.table.everything()).isEqualTo(none);

      calls.create(holder);
      calls.revoke(holder);
      Map<Key, Item> revoked = calls.firm.table.everything();
      assertThat(calls.revoke(holder).status()).isEqualTo(204);
      assertThat(calls.firm.table.everything()).isEqualTo(revoked);
    }
  }

  @Test
  void aBouncedAccount_canBeRevoked_andARevokedOneCreatedAgain() {
    calls.create(calls.theContact);
    Account bounced = calls.account(calls.theContact).bounce();
    calls.write(bounced.replace(), bounced.copyToHolder(2));

    assertThat(calls.revoke(calls.theContact).status()).isEqualTo(204);
    assertThat(calls.isConsistent(calls.theContact)).isTrue();
    PersonId person = calls.activate(calls.theContact);
    assertThat(clientsOf(person)).hasSize(1);
    assertThat(calls.isConsistent(calls.theContact)).isTrue();
  }

  @Test
  void whoProvesTheMailboxAfterARevocation_startsWithANewSignIn_once() {
    PersonId person = calls.activate(calls.theContact);
    calls.identities.withPasskeys.add(person);
    calls.identities.passwords.put(person, "set by a stranger");
    calls.revoke(calls.theContact);
    assertThat(calls.identities.withPasskeys).contains(person);

    assertThat(calls.activate(calls.theContact)).isEqualTo(person);

    assertThat(calls.identities.withPasskeys).isEmpty();
    assertThat(calls.identities.passwords.get(person)).isNotEqualTo("set by a stranger");
    assertThat(calls.identities.ended).containsExactly(person);
    assertThat(calls.count(SignInRenewed.class)).isEqualTo(1);

    calls.revoke(calls.theClient);
    calls.activate(calls.theClient);
    assertThat(calls.identities.ended).containsExactly(person);
  }

  @Test
  void aCrashAtAnyCall_leavesNoNewSignInUnreported_andTheNextProofCompletesIt() {
    int points =
        CallSchedule.everywhere(schedule -> {
          AccountCalls here = new AccountCalls();
          PersonId person = here.activate(here.theContact);
          here.identities.passwords.put(person, "set by a stranger");
          here.revoke(here.theContact);
          here.create(here.theContact);
          String token = here.sendVerification(here.theContact);
          schedule.run(() ->
              here.verify(
                  schedule.around(here.firm.table),
                  schedule.around(Identities.class, here.identities),
                  here.firm.clock,
                  token));
          boolean isNew = !here.identities.passwords.get(person).equals("set by a stranger");
          assertThat(here.count(SignInRenewed.class)).isGreaterThanOrEqualTo(isNew ? 1 : 0);

          Clock later = Clock.offset(here.firm.clock, Duration.ofSeconds(16));
          here.verify(here.firm.table, here.identities, later, token);

          assertThat(here.account(here.theContact).person()).contains(person);
          assertThat(here.identities.passwords.get(person)).isNotEqualTo("set by a stranger");
          assertThat(Sessions.isRenewalDue(here.at(TableKeys.person(person)).orElseThrow()))
              .isFalse();
        });
    assertThat(points).isGreaterThan(14);
  }

  @Test
  void aFailureAtAnyCall_canBeTriedAgainAtOnce() {
    int made;
    int step = 0;
    do {
      AccountCalls here = new AccountCalls();
      PersonId person = here.activate(here.theContact);
      here.revoke(here.theContact);
      here.create(here.theContact);
      String token = here.sendVerification(here.theContact);
      CallSchedule failing = new CallSchedule().failAt(++step, false);
      here.verify(
          failing.around(here.firm.table),
          failing.around(Identities.class, here.identities),
          here.firm.clock,
          token);

      here.verify(here.firm.table, token);

      assertThat(here.account(here.theContact).person()).as("step %d", step).contains(person);
      made = failing.made();
    } while (made >= step);
    assertThat(step).isGreaterThan(7);
  }

  @Test
  void withoutPermission_orFromOutside_nothingChanges() {
    calls.activate(calls.theClient);
    PersonId outside = new AccountCalls().staff;
    Map<Key, Item> before = calls.firm.table.everything();

    for (Holder.Party holder : calls.both()) {
      assertThat(calls.revoke(calls.firm.table, holder, calls.withoutPermission).problem())
          .isEqualTo("permission-required");
      assertThat(calls.revoke(calls.firm.table, holder, outside).problem()).isEqualTo("not-found");
      assertThat(
              calls
                  .revoke(calls.firm.table, holder, calls.identities.of(AccountCalls.CLIENT_EMAIL))
                  .problem())
          .isEqualTo("not-found");
    }
    assertThat(calls.firm.table.everything()).isEqualTo(before);
  }
}
