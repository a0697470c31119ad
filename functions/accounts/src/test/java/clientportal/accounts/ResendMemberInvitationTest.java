package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Member;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Write;
import org.junit.jupiter.api.Test;

final class ResendMemberInvitationTest {
  private final AccountCalls calls = new AccountCalls();
  private final Member member =
      Member.create(
          calls.firm.id,
          new MemberId(calls.firm.ids.next()),
          "Ngozi",
          new EmailAddress("ngozi@home.test"),
          TestFirm.NOW);

  private Account put(Account account) {
    calls.write(Write.put(member.toItem()));
    calls.write(Write.put(account.toItem()), account.copyToHolder(1));
    return account;
  }

  private Account invited() {
    return put(Account.invite(member.holder(), member.email(), TestFirm.NOW));
  }

  private Account stored() {
    return Account.fromItem(calls.at(TableKeys.account(member.holder())).orElseThrow());
  }

  private Exchange.Answer resend() {
    ResendInvitation useCase =
        new ResendInvitation(calls.firm.access(), calls.firm.table, calls.firm.ids);
    return Exchange.of("POST", "/v1/firms/" + member.firm() + "/members/" + member.id())
        .as(calls.staff.value())
        .path("firmId", member.firm())
        .path("memberId", member.id())
        .send(new ResendInvitationHandler(useCase, AccountPath::ofMember));
  }

  @Test
  void whoIsInvited_isInvitedAgain() {
    invited();

    assertThat(resend().status()).isEqualTo(202);
    assertThat(stored().status()).isEqualTo(AccountStatus.INVITED);
    assertThat(calls.count(AccountInvited.class)).isEqualTo(1);
  }

  @Test
  void whoseAccountWasRevoked_isInvitedAgain_andStartsAnew() {
    put(invited().activate(TestFirm.person(), TestFirm.NOW).revoke());

    Exchange.Answer answer = resend();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.get("status")).isEqualTo("invited");
    assertThat(stored().status()).isEqualTo(AccountStatus.INVITED);
    assertThat(stored().person()).isEmpty();
    assertThat(calls.count(AccountInvited.class)).isEqualTo(1);
    Member now = Member.fromItem(calls.at(TableKeys.holder(member.holder())).orElseThrow());
    assertThat(now.account()).isEqualTo(AccountStatus.INVITED);
  }

  @Test
  void whoIsActive_hasNothingToAccept_andWhoNeverHadAnAccount_hasNone() {
    put(invited().activate(TestFirm.person(), TestFirm.NOW));
    assertThat(resend().problem()).isEqualTo("conflict");
    assertThat(calls.count(AccountInvited.class)).isZero();

    calls.write(Write.delete(TableKeys.account(member.holder())));
    assertThat(resend().problem()).isEqualTo("account-required");
  }
}
