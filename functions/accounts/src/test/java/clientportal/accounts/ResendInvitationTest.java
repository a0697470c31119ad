package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Contact;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResendInvitationTest {
  private final AccountCalls calls = new AccountCalls();

  @Test
  void anInvitedHolder_isInvitedAgain_andSentTokensStayValid() {
    for (Holder.Party holder : calls.both()) {
      calls.create(holder);
      String token = calls.sendVerification(holder);
      long before = calls.count(AccountInvited.class);

      Exchange.Answer answer = calls.resend(holder);

      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.get("status")).isEqualTo("invited");
      assertThat(calls.count(AccountInvited.class)).isEqualTo(before + 1);
      assertThat(calls.isConsistent(holder)).isTrue();
      assertThat(calls.verify(calls.firm.table, token).status()).isEqualTo(200);
      calls.revoke(holder);
    }
  }

  @Test
  void aBouncedInvitation_isSentAgain_toTheAddressThatIsOnFileNow() {
    calls.create(calls.theContact);
    String token = calls.sendVerification(calls.theContact);
    Account bounced = calls.account(calls.theContact).bounce();
    calls.write(bounced.replace(), bounced.copyToHolder(2));
    change(Fields.of().with("email", "right@example.com").build());

    Exchange.Answer answer = calls.resend(calls.theContact);

    assertThat(answer.get("status")).isEqualTo("invited");
    assertThat(answer.get("email")).isEqualTo("right@example.com");
    assertThat(calls.isConsistent(calls.theContact)).isTrue();
    assertThat(calls.verify(calls.firm.table, token).problem()).isEqualTo("token-not-valid");
  }

  private void change(Fields fields) {
    Key key = TableKeys.contact(calls.client.path(), calls.contact.id());
    Contact now = Contact.fromItem(calls.at(key).orElseThrow());
    calls.write(
        Write.put(
            Fields.of()
                .withAll(calls.at(key).orElseThrow().fields())
                .withAll(fields)
                .with(Item.REVISION, now.revision() + 1)
                .at(key)));
  }

  @Test
  void anActiveRevokedOrMissingAccount_isNotInvited_andNothingChanges() {
    for (Holder.Party holder : calls.both()) {
      Map<Key, Item> none = calls.firm.table.everything();
      assertThat(calls.resend(holder).problem()).isEqualTo("account-required");
      assertThat(calls.firm.table.everything()).isEqualTo(none);

      calls.activate(holder);
      Map<Key, Item> active = calls.firm.table.everything();
      Exchange.Answer refused = calls.resend(holder);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("conflict");
      assertThat(calls.firm.table.everything()).isEqualTo(active);

      calls.revoke(holder);
      assertThat(calls.resend(holder).problem()).isEqualTo("account-required");
      assertThat(calls.account(holder).status()).isEqualTo(AccountStatus.REVOKED);
    }
  }

  @Test
  void aContactWhoLostWebPortal_orTheAddress_isNotInvited() {
    calls.create(calls.theContact);
    change(Fields.of().with("webPortal", false).build());
    assertThat(calls.resend(calls.theContact).problem()).isEqualTo("recipient-not-permitted");

    Contact mute = calls.firm.contact(calls.client.path(), Optional.empty(), true);
    Account invited =
        Account.invite(
            AccountCalls.holder(mute), calls.client.email().orElseThrow(), mute.createdAt());
    calls.write(invited.create());
    assertThat(calls.resend(AccountCalls.holder(mute)).problem()).isEqualTo("email-required");
  }

  @Test
  void withoutPermission_itIsRefused() {
    calls.create(calls.theClient);
    Map<Key, Item> before = calls.firm.table.everything();

    assertThat(calls.resend(calls.firm.table, calls.theClient, calls.withoutPermission).problem())
        .isEqualTo("permission-required");
    assertThat(calls.resend(calls.firm.table, calls.theClient, new AccountCalls().staff).problem())
        .isEqualTo("not-found");
    assertThat(calls.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void staffWhoSendTooOften_areToldWhenToTryAgain_andNothingChanges() {
    for (Holder.Party holder : calls.both()) {
      calls.create(holder);
      for (int i = 0; i < 5; i++) {
        assertThat(calls.resend(holder).status()).isEqualTo(202);
      }
      Map<Key, Item> before = calls.firm.table.everything();

      Exchange.Answer refused = calls.resend(holder);

      assertThat(refused.problem()).isEqualTo("too-many-requests");
      assertThat(refused.headers()).containsEntry("retry-after", "3600");
      assertThat(refused.log()).anyMatch(line -> line.contains("\"LimitsRefused\":1"));
      assertThat(calls.firm.table.everything()).isEqualTo(before);
      calls.revoke(holder);
      assertThat(calls.create(holder).problem()).isEqualTo("too-many-requests");
    }
  }
}
