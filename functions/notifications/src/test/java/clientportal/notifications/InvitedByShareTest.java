package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Contact;
import clientportal.access.records.ContactInvitation;
import clientportal.access.records.Folder;
import clientportal.delivery.EventMessage;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contacts who are invited because something is shared with them. */
final class InvitedByShareTest {
  private final Scene scene = new Scene();
  private final Folder folder =
      scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.ALL_AUTHORIZED);
  private final SendInvitations sendInvitations =
      new SendInvitations(
          scene.table, scene.mailSender, scene.links, scene.clock, scene.recordBounces());
  private final RecordNotices recordNotices = scene.recordNotices();

  /** Adds a contact with an address, and the account that the share made, if it had room. */
  private Contact contact(String email, boolean account) {
    Contact contact = scene.firm.contact(scene.path, Optional.of(email), true);
    if (account) {
      scene.write(ContactInvitation.of(contact, scene.clock.instant()).toArray(Write[]::new));
    }
    return contact;
  }

  private static Holder.Party holder(Contact contact) {
    return new Holder.Party(contact.client(), new Recipient.Contact(contact.id()));
  }

  private EventMessage shared(Contact... invited) {
    List<Recipient.Party> parties = parties(invited);
    return scene.shared(folder, List.of(), parties, parties.toArray(Recipient[]::new));
  }

  private static List<Recipient.Party> parties(Contact... contacts) {
    return Stream.of(contacts).<Recipient.Party>map(contact -> holder(contact).party()).toList();
  }

  @Test
  void eachIsMailedOnce_withWhatWasShared_andGetsNoNoticeBesides() {
    Contact colin = contact("colin@client.test", true);
    Contact ines = contact("ines@client.test", true);
    EventMessage message = shared(colin, ines);

    sendInvitations.handle(message);
    Map<Key, Item> after = scene.everything();
    sendInvitations.handle(message);
    recordNotices.handle(message);

    assertThat(scene.everything()).isEqualTo(after);
    assertThat(scene.mails.all())
        .extracting(SentMails.Sent::address)
        .containsExactly("colin@client.test", "ines@client.test");
    assertThat(scene.mails.subjects()).containsOnly("Meyer & Søn shared “Taxes 2025” with you");
    assertThat(scene.account(holder(colin)).invitations()).hasSize(1);
    assertThat(scene.digests(holder(colin))).isEmpty();
  }

  @Test
  void aDocument_isCalledByItsName() {
    Contact colin = contact("colin@client.test", true);

    sendInvitations.handle(
        scene.event(
            Scene.ADA,
            new DocumentShared(
                scene.document(folder, "Balance.pdf"),
                Scene.recipients(List.of(), parties(colin)),
                List.copyOf(parties(colin)))));

    assertThat(scene.mails.subjects()).containsExactly("Meyer & Søn shared “Balance.pdf” with you");
    assertThat(scene.mails.all().getFirst().mail().text()).contains("Balance.pdf");
  }

  @Test
  void aContactWithoutAccount_getsItBeforeTheMail() {
    Contact colin = contact("colin@client.test", false);
    EventMessage message = shared(colin);

    sendInvitations.handle(message);

    Account account = scene.account(holder(colin));
    assertThat(account.status()).isEqualTo(AccountStatus.INVITED);
    Contact now = Contact.fromItem(scene.item(TableKeys.holder(holder(colin))));
    assertThat(now.account()).isEqualTo(AccountStatus.INVITED);
    assertThat(scene.mails.all()).hasSize(1);
  }

  @Test
  void aContactWhoseAccountWasRevokedMeanwhile_isNotMailed() {
    Contact colin = contact("colin@client.test", true);
    EventMessage message = shared(colin);
    scene.put(scene.account(holder(colin)).revoke());

    sendInvitations.handle(message);
    recordNotices.handle(message);

    assertThat(scene.mails.all()).isEmpty();
    assertThat(scene.digests(holder(colin))).isEmpty();
  }

  @Test
  void aContactWhoCannotBeMailed_doesNotKeepTheOthers() {
    Contact colin = contact("colin@client.test", true);
    Contact ines = contact("ines@client.test", true);
    EventMessage message = shared(colin, ines);
    Key sending = TableKeys.notified(holder(colin), Scene.id(message));
    scene.write(
        Write.put(
            Fields.of().with("leaseUntil", scene.clock.instant().plusSeconds(30)).at(sending)));

    assertThatThrownBy(() -> sendInvitations.handle(message)).hasMessage("another is sending it");

    assertThat(scene.mails.all())
        .extracting(SentMails.Sent::address)
        .containsExactly("ines@client.test");
  }

  @Test
  void aShareThatInvitesNobody_mailsNobody() {
    scene.put(
        Account.invite(
            scene.clientHolder, new EmailAddress("carla@client.test"), scene.clock.instant()));
    EventMessage message = scene.shared(folder, Recipient.CLIENT);
    Map<Key, Item> before = scene.everything();

    sendInvitations.handle(message);

    assertThat(scene.everything()).isEqualTo(before);
    assertThat(scene.mails.all()).isEmpty();
  }
}
