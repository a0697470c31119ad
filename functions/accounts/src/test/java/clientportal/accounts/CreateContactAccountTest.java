package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.ids.ContactId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CreateContactAccountTest {
  private final AccountCalls calls = new AccountCalls();

  @Test
  void aContactWithWebPortal_isInvitedAtTheConfirmedAddress_andItsItemShowsIt() {
    Exchange.Answer answer =
        calls.create(calls.firm.table, calls.theContact, calls.staff, "Colin@EXAMPLE.com");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.get("status")).isEqualTo("invited");
    assertThat(answer.get("email")).isEqualTo(AccountCalls.CONTACT_EMAIL);
    assertThat(answer.headers())
        .containsEntry(
            "location", calls.client.path() + "/contacts/" + calls.contact.id() + "/account");
    assertThat(calls.get(calls.theContact, calls.withoutPermission).body())
        .isEqualTo(answer.body());
    assertThat(calls.isConsistent(calls.theContact)).isTrue();
    assertThat(calls.count(AccountInvited.class)).isEqualTo(1);
    assertThat(calls.at(TableKeys.account(calls.theClient))).isEmpty();
  }

  @Test
  void withoutWebPortalOrAddress_withAnother_orTwice_itIsRefused_andNothingChanges() {
    Contact closed = calls.firm.contact(calls.client.path(), Optional.of("k@example.com"), false);
    Contact mute = calls.firm.contact(calls.client.path(), Optional.empty(), true);
    calls.create(calls.theContact);
    Map<Key, Item> before = calls.firm.table.everything();

    assertThat(create(closed, "k@example.com").problem()).isEqualTo("recipient-not-permitted");
    assertThat(create(mute, "k@example.com").problem()).isEqualTo("email-required");
    assertThat(create(calls.contact, "k@example.com").problem()).isEqualTo("email-mismatch");
    assertThat(create(calls.contact, AccountCalls.CONTACT_EMAIL).problem())
        .isEqualTo("account-exists");
    assertThat(create(calls.contact, "none").problem()).isEqualTo("invalid-request");
    assertThat(calls.firm.table.everything()).isEqualTo(before);
  }

  private Exchange.Answer create(Contact contact, String email) {
    return calls.create(calls.firm.table, AccountCalls.holder(contact), calls.staff, email);
  }

  @Test
  void aContactOfAClientThatCanHaveNoAccount_mayHaveOne() {
    Client other = calls.firm.client(Client.Kind.OTHER, Optional.empty());
    Contact contact = calls.firm.contact(other.path(), Optional.of("k@example.com"), true);

    assertThat(create(contact, "k@example.com").status()).isEqualTo(201);
  }

  @Test
  void anUnknownContact_isNotFound_andPermissionComesBeforeTheBody() {
    Contact stranger =
        new AccountCalls().firm.contact(calls.client.path(), Optional.of("k@example.com"), true);
    Contact unknown =
        new Contact(
            calls.client.path(),
            new ContactId(calls.firm.ids.next()),
            stranger.name(),
            stranger.email(),
            stranger.emailConfirmedAt(),
            stranger.phone(),
            stranger.relationship(),
            true,
            stranger.account(),
            Optional.empty(),
            stranger.createdAt(),
            1);

    assertThat(create(unknown, "\"").problem()).isEqualTo("not-found");
    assertThat(
            calls
                .create(
                    calls.firm.table,
                    AccountCalls.holder(unknown),
                    calls.withoutPermission,
                    "k@example.com")
                .problem())
        .isEqualTo("not-found");
    assertThat(
            calls
                .create(calls.firm.table, calls.theContact, calls.withoutPermission, "\"")
                .problem())
        .isEqualTo("permission-required");
    assertThat(
            calls
                .create(
                    calls.firm.table, calls.theContact, calls.firm.link(calls.client.path()), "x")
                .problem())
        .isEqualTo("not-found");
  }
}
