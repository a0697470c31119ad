package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Ids;
import clientportal.platform.Timestamps;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class AccountTest {
  private static final EmailAddress EMAIL = new EmailAddress("colin@example.test");

  private final TestFirm firm = new TestFirm();
  private final Ids ids = firm.ids;
  private final ClientPath client = new ClientPath(firm.id, new ClientId(ids.next()));
  private final ContactId contactId = new ContactId(ids.next());
  private final Holder holder = new Holder.Party(client, new Recipient.Contact(contactId));
  private final Instant later = TestFirm.NOW.plusSeconds(60);
  private final Account invited =
      Account.invite(holder, EMAIL, TestFirm.NOW)
          .withInvitation("i1")
          .withInvitation("i2")
          .withInvitation("i3")
          .withVerification("v1");

  @Test
  void eachAccount_isReadAsItWasWritten() {
    PersonId person = TestFirm.person();
    for (Account account :
        List.of(
            invited,
            invited.activate(person, later),
            invited.bounce(),
            invited.bounce().resend(EMAIL, MailCause.STAFF, later),
            invited.activate(person, later).revoke())) {
      assertThat(Account.fromItem(account.toItem())).isEqualTo(account);
    }
  }

  @Test
  void anItemWithEveryAttribute_isWrittenAsItWasRead() {
    Item item =
        Fields.of()
            .with("holder", holder.toFields())
            .with("status", "active")
            .with("email", EMAIL.value())
            .with("newEmail", "new@example.test")
            .with("invitedAt", TestFirm.NOW)
            .with("resentAt", later)
            .with("activatedAt", later.plusSeconds(1))
            .with("personId", TestFirm.person().value())
            .withTexts("invitations", List.of("i1", "i2"))
            .withTexts("verifications", List.of("v1"))
            .with(
                "mails",
                Fields.of().withTexts("staff", List.of(Timestamps.text(TestFirm.NOW))).build())
            .with(Item.REVISION, 7)
            .at(TableKeys.account(holder));

    assertThat(Account.fromItem(item).toItem()).isEqualTo(item);
  }

  @Test
  void aResend_keepsTokensForTheSameAddress_andInvalidatesThemForAnother() {
    Account again =
        invited.bounce().resend(new EmailAddress("Colin@EXAMPLE.test"), MailCause.STAFF, later);
    assertThat(again.status()).isEqualTo(AccountStatus.INVITED);
    assertThat(again.invitations()).containsExactly("i2", "i3");
    assertThat(again.verifications()).containsExactly("v1");
    assertThat(again.invitedAt()).isEqualTo(TestFirm.NOW);
    assertThat(again.lastInvitedAt()).isEqualTo(later);

    Account toAnotherAddress =
        invited.resend(new EmailAddress("other@example.test"), MailCause.STAFF, later);
    assertThat(toAnotherAddress.invitations()).isEmpty();
    assertThat(toAnotherAddress.verifications()).isEmpty();
    assertThat(toAnotherAddress.invitedAt()).isEqualTo(later);
    assertThat(toAnotherAddress.lastInvitedAt()).isEqualTo(later);
    assertThat(toAnotherAddress.email().value()).isEqualTo("other@example.test");
  }

  @Test
  void aRevokedAccount_hasNoPerson_andStaysClosed_untilItIsInvitedAgain() {
    Account revoked = invited.activate(TestFirm.person(), later).revoke();

    assertThat(revoked.person()).isEmpty();
    assertThat(revoked.invitations()).isEmpty();
    assertThat(revoked.verifications()).isEmpty();
    assertThat(invited.revoke().invitations()).isEmpty();
    assertThat(revoked.isOpen()).isFalse();
    assertThatThrownBy(() -> revoked.activate(TestFirm.person(), later))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> revoked.resend(EMAIL, MailCause.STAFF, later))
        .isInstanceOf(IllegalStateException.class);
    Account invitedAgain = revoked.inviteAgain(EMAIL, later);
    assertThat(invitedAgain.status()).isEqualTo(AccountStatus.INVITED);
    assertThat(invitedAgain.activatedAt()).isEmpty();
    assertThat(invitedAgain.revision()).isEqualTo(revoked.revision() + 1);
  }

  @Test
  void anActiveAccount_movesToAnotherAddressOnlyWhenItIsVerified() {
    PersonId person = TestFirm.person();
    EmailAddress address = new EmailAddress("new@example.test");
    Account moving = invited.activate(person, later).moveTo(address, later);

    assertThat(moving.status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(moving.person()).contains(person);
    assertThat(moving.email()).isEqualTo(EMAIL);
    assertThat(moving.invitedAddress()).isEqualTo(address);
    assertThat(moving.isOpen()).isTrue();
    assertThat(Account.fromItem(moving.toItem())).isEqualTo(moving);

    PersonId other = TestFirm.person();
    Account moved = moving.withInvitation("i4").withVerification("v4").activate(other, later);
    assertThat(moved.status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(moved.email()).isEqualTo(address);
    assertThat(moved.newEmail()).isEmpty();
    assertThat(moved.person()).contains(other);
    assertThat(moved.isOpen()).isFalse();
    assertThat(moved.invitations()).isEmpty();
    assertThat(moved.verifications()).isEmpty();
  }

  @Test
  void aResendDuringAMove_goesToTheNewAddress_andTheAccountKeepsTheOldOne() {
    EmailAddress address = new EmailAddress("new@example.test");
    Account moving =
        invited.activate(TestFirm.person(), later).moveTo(address, later).withInvitation("i4");

    Account again = moving.resend(address, MailCause.STAFF, later.plusSeconds(60));

    assertThat(again.status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(again.email()).isEqualTo(EMAIL);
    assertThat(again.newEmail()).contains(address);
    assertThat(again.person()).isEqualTo(moving.person());
    assertThat(again.invitations()).containsExactly("i4");
    assertThat(again.lastInvitedAt()).isEqualTo(later.plusSeconds(60));
  }

  @Test
  void aMove_endsWhenItIsReplacedOrCancelled_orTheAccountIsRevoked() {
    Account moving =
        invited
            .activate(TestFirm.person(), later)
            .moveTo(new EmailAddress("new@example.test"), later)
            .withInvitation("i4")
            .withVerification("v4");

    for (Account next :
        List.of(moving.moveTo(new EmailAddress("newer@example.test"), later), moving.stay())) {
      assertThat(next.invitations()).isEmpty();
      assertThat(next.verifications()).isEmpty();
      assertThat(next.email()).isEqualTo(EMAIL);
    }
    assertThat(moving.stay().isOpen()).isFalse();
    assertThat(moving.revoke().isOpen()).isFalse();
    assertThatThrownBy(() -> invited.moveTo(EMAIL, later))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theHoldersItem_hasTheStatusOfTheAccount_andItsPersonIfThereIsOne() {
    InMemoryTable table = firm.table;
    PersonId person = TestFirm.person();
    Contact contact =
        new Contact(
            client,
            contactId,
            "Colin",
            Optional.of(EMAIL),
            Optional.empty(),
            Optional.empty(),
            "brother",
            true,
            AccountStatus.NONE,
            Optional.empty(),
            TestFirm.NOW,
            1);
    Account active = invited.activate(person, later);
    write(Write.create(contact.toItem()), active.copyToHolder(1));
    assertThat(stored(table).account()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(stored(table).person()).contains(person);

    write(active.revoke().copyToHolder(2));
    assertThat(stored(table).account()).isEqualTo(AccountStatus.REVOKED);
    assertThat(stored(table).person()).isEmpty();
    assertThat(stored(table).revision()).isEqualTo(3);
  }

  private void write(Write... writes) {
    for (Write write : writes) {
      ((Table) firm.table).write(List.of(write));
    }
  }

  private Contact stored(InMemoryTable table) {
    Item item =
        table
            .read(List.of(TableKeys.contact(client, contactId)))
            .at(TableKeys.contact(client, contactId))
            .orElseThrow();
    return Contact.fromItem(item);
  }

  /** Whatever starts the account anew, nobody gets more mails by it. */
  @Test
  void whatStaffCaused_isKept_overEachStepOfTheAccount() {
    Account account = invited;
    for (int mail = 0; mail < MailCause.STAFF.mostAnHour(); mail++) {
      account = account.resend(EMAIL, MailCause.STAFF, later);
    }
    Account exhausted = account;
    EmailAddress other = new EmailAddress("other@example.test");
    PersonId person = TestFirm.person();
    Map<String, Supplier<Account>> more =
        Map.of(
            "resend", () -> exhausted.resend(EMAIL, MailCause.STAFF, later),
            "to another address", () -> exhausted.resend(other, MailCause.STAFF, later),
            "after a bounce", () -> exhausted.bounce().resend(EMAIL, MailCause.STAFF, later),
            "after revocation", () -> exhausted.revoke().inviteAgain(EMAIL, later),
            "move", () -> exhausted.activate(person, later).moveTo(other, later),
            "after a registration",
                () ->
                    exhausted
                        .revoke()
                        .startAgain(EMAIL, later)
                        .resend(EMAIL, MailCause.STAFF, later),
            "permission",
                () -> exhausted.activate(person, later).requireMail(MailCause.STAFF, later),
            "read again",
                () ->
                    Account.fromItem(exhausted.toItem())
                        .withInvitation("i")
                        .withVerification("v")
                        .resend(EMAIL, MailCause.STAFF, later));

    more.forEach((how, step) ->
        assertThatThrownBy(step::get)
            .as(how)
            .isInstanceOfSatisfying(
                ProblemException.class,
                problem -> {
                  assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
                  assertThat(problem.retryAfter()).contains(Duration.ofHours(1));
                }));
    assertThat(exhausted.resend(EMAIL, MailCause.OPERATOR, later)).isNotNull();
    assertThat(exhausted.resend(EMAIL, MailCause.STAFF, later.plus(Duration.ofHours(1))))
        .isNotNull();
    assertThat(exhausted.revoke().startAgain(EMAIL, later).activate(person, later).stay())
        .isNotNull();
  }
}
