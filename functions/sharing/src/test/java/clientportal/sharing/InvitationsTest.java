package clientportal.sharing;

import static clientportal.sharing.SharedFirm.put;
import static clientportal.sharing.SharedFirm.share;
import static clientportal.sharing.SharedFirm.view;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Event;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Contact;
import clientportal.access.records.Folder;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contacts who are invited because something is shared with them. */
final class InvitationsTest {
  private static final Recipient ALL = Recipient.ALL_AUTHORIZED;

  private final SharedFirm firm = new SharedFirm();
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(firm.firm.table);
  private final SetFolderSharesHandler handler =
      new SetFolderSharesHandler(
          new SetFolderShares(firm.access, table, firm.firm.ids), firm.clock);

  private Exchange.Answer save(Folder folder, String... shares) {
    return put(firm.sharer, folder, String.join(",", shares)).send(handler);
  }

  private Recipient.Contact contact(AccountStatus account) {
    return firm.contact(
        "Colin", Optional.of(new EmailAddress("colin@example.test")), true, account);
  }

  private Optional<Account> account(Recipient.Contact contact) {
    return Optional.ofNullable(firm.firm.table.everything().get(TableKeys.account(holder(contact))))
        .map(Account::fromItem);
  }

  private Contact stored(Recipient.Contact contact) {
    Item item = firm.firm.table.everything().get(TableKeys.holder(holder(contact)));
    if (item == null) {
      throw new AssertionError("no contact " + contact.text());
    }
    return Contact.fromItem(item);
  }

  private Holder.Party holder(Recipient.Contact contact) {
    return new Holder.Party(firm.client, contact);
  }

  private Event last() {
    return firm.events().getLast();
  }

  @Test
  void aContactWithEmailAndNoAccount_isInvitedInTheSameTransaction() {
    Recipient.Contact colin = contact(AccountStatus.NONE);

    assertThat(save(firm.folder(), share(colin, "view")).status()).isEqualTo(200);

    assertThat(calls.made("write")).isEqualTo(1);
    assertThat(account(colin))
        .hasValueSatisfying(account -> {
          assertThat(account.status()).isEqualTo(AccountStatus.INVITED);
          assertThat(account.email().value()).isEqualTo("colin@example.test");
          assertThat(account.invitedAt()).isEqualTo(last().at());
        });
    assertThat(stored(colin).account()).isEqualTo(AccountStatus.INVITED);
    assertThat(stored(colin).emailConfirmedAt()).contains(last().at());
    assertThat(SharedFirm.recipients(last()).invited()).containsExactly(colin);
    assertThat(last().audience()).containsExactly(colin.text());
  }

  @Test
  void whoIsAddedWhileAllAuthorizedHaveIt_isInvitedTooAndAlone() {
    Recipient.Contact colin = contact(AccountStatus.NONE);
    Recipient.Contact ines = contact(AccountStatus.ACTIVE);

    save(firm.folder(view(ALL)), share(ALL, "view"), share(colin, "view"), share(ines, "view"));

    assertThat(last().audience()).containsExactly(colin.text());
  }

  @Test
  void nobodyElseIsInvited() {
    Recipient.Contact withoutEmail = firm.contact("Wim", true);
    Recipient.Contact revoked = contact(AccountStatus.REVOKED);
    Recipient.Contact bounced = contact(AccountStatus.BOUNCED);
    Recipient.Contact notNamed = contact(AccountStatus.NONE);
    Recipient.Contact namedBefore = contact(AccountStatus.NONE);
    Folder folder = firm.folder(view(namedBefore));

    save(
        folder,
        share(ALL, "view"),
        share(withoutEmail, "view"),
        share(revoked, "view"),
        share(bounced, "view"),
        share(namedBefore, "view-upload"));

    for (Recipient.Contact each : List.of(withoutEmail, revoked, bounced, notNamed, namedBefore)) {
      assertThat(account(each)).isEmpty();
    }
    assertThat(SharedFirm.recipients(last()).invited()).isEmpty();
    assertThat(last().audience())
        .containsExactly("all-authorized", withoutEmail.text(), revoked.text(), bounced.text());
  }

  @Test
  void whoIsInvitedByAnotherAtTheSameMoment_keepsThatInvitation() {
    Recipient.Contact colin = contact(AccountStatus.NONE);
    Folder folder = firm.folder();
    Table contended =
        new CallSchedule()
            .beforeFirstWrite(() -> {
              Account account =
                  Account.invite(
                      holder(colin), new EmailAddress("colin@example.test"), SharedFirm.BEFORE);
              firm.write(account.create(), account.copyToHolder(1));
            })
            .around(firm.firm.table);

    put(firm.sharer, folder, share(colin, "view"))
        .send(
            new SetFolderSharesHandler(
                new SetFolderShares(firm.access, contended, firm.firm.ids), firm.clock));

    assertThat(account(colin).map(Account::invitedAt)).contains(SharedFirm.BEFORE);
    assertThat(SharedFirm.recipients(last()).invited()).isEmpty();
    assertThat(last().audience()).containsExactly(colin.text());
  }

  @Test
  void fortyAtOnce_areAllNamed_andAsManyAccountsCreatedAsFitInATransaction() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    List<Recipient.Contact> added = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      first.add(share(firm.contact("First " + i, true), "view"));
      added.add(contact(AccountStatus.NONE));
      second.add(share(added.getLast(), "view"));
    }
    Folder folder = firm.folder();
    save(folder, first.toArray(String[]::new));

    assertThat(save(folder, second.toArray(String[]::new)).status()).isEqualTo(200);

    assertThat(firm.events())
        .extracting(event -> SharedFirm.recipients(event).invited().size())
        .containsExactlyInAnyOrder(0, 40);
    assertThat(added.stream().filter(each -> account(each).isPresent())).hasSize(9);
    assertThat(firm.stored(folder.path()).grants().all()).hasSize(40);
  }
}
