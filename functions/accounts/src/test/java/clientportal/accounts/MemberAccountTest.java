package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Member;
import clientportal.access.records.StaffMember;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code revokeMemberAccount} and {@code resendMemberInvitation}, and how members get accounts. */
final class MemberAccountTest {
  private static final String MIA = "mia@example.com";

  private final AccountCalls calls = new AccountCalls();
  private final Table table = calls.firm.table;
  private final Holder.Member mia = calls.member("Mia", MIA);

  private PersonId activate(Holder.Member member) {
    assertThat(calls.verify(table, calls.sendVerification(member)).status()).isEqualTo(200);
    return calls.account(member).person().orElseThrow();
  }

  private Exchange.Answer revoke(Holder.Member member) {
    return calls.revoke(table, member, calls.staff);
  }

  private Exchange.Answer resend(Holder.Member member) {
    return calls.resend(table, member, calls.staff);
  }

  private List<MemberId> memberOf(PersonId person) {
    return new GetMe(table, calls.firm.clock)
        .handle(TestFirm.caller(person)).memberOf().stream().map(of -> of.member().id()).toList();
  }

  @Test
  @Tag("MY17")
  void whoVerifiesTheAddress_isTheMember() {
    calls.invite(mia);

    PersonId person = activate(mia);

    assertThat(calls.account(mia).status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(calls.stored(mia).account()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(calls.stored(mia).person()).contains(person);
    assertThat(memberOf(person)).containsExactly(mia.member());
  }

  @Test
  void aRevokedMember_isNoneFromThenOn_butStaysTheStaffMemberThatTheyAre() {
    calls.invite(mia);
    PersonId person = activate(mia);
    StaffMember staff = calls.firm.staffMember(Role.STAFF, false, Optional.of(person));
    calls.write(
        Write.create(staff.toItem()),
        Affiliations.put(calls.firm.id, person, staff.membership()),
        Affiliations.reference(calls.firm.id, person));

    Exchange.Answer answer = revoke(mia);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(calls.account(mia).status()).isEqualTo(AccountStatus.REVOKED);
    assertThat(calls.account(mia).person()).isEmpty();
    assertThat(calls.stored(mia).account()).isEqualTo(AccountStatus.REVOKED);
    assertThat(calls.stored(mia).person()).isEmpty();
    assertThat(memberOf(person)).isEmpty();
    assertThat(new GetMe(table, calls.firm.clock).handle(TestFirm.caller(person)).staffOf())
        .hasSize(1);
    assertThat(calls.count(AccountRevoked.class)).isEqualTo(1);
  }

  @Test
  void aMissingOrRevokedAccount_isNotRevoked_andNothingChanges() {
    Map<Key, Item> none = calls.firm.table.everything();
    assertThat(revoke(mia).status()).isEqualTo(204);
    assertThat(calls.firm.table.everything()).isEqualTo(none);

    calls.invite(mia);
    String token = calls.sendVerification(mia);
    assertThat(revoke(mia).status()).isEqualTo(204);
    Map<Key, Item> revoked = calls.firm.table.everything();
    assertThat(revoke(mia).status()).isEqualTo(204);

    assertThat(calls.firm.table.everything()).isEqualTo(revoked);
    assertThat(calls.verify(table, token).problem()).isEqualTo("token-not-valid");
    assertThat(calls.identities.people).isEmpty();
  }

  @Test
  void anInvitation_isSentAgain_toTheAddressThatIsOnFileNow() {
    calls.invite(mia);
    String token = calls.sendVerification(mia);

    Exchange.Answer answer = resend(mia);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.get("status")).isEqualTo("invited");
    assertThat(answer.get("email")).isEqualTo(MIA);
    assertThat(calls.count(AccountInvited.class)).isEqualTo(1);
    Account bounced = calls.account(mia).bounce();
    calls.write(bounced.replace(), bounced.copyToHolder(calls.stored(mia).revision()));
    move("right@example.com");
    Exchange.Answer moved = resend(mia);
    assertThat(moved.get("status")).isEqualTo("invited");
    assertThat(moved.get("email")).isEqualTo("right@example.com");
    assertThat(calls.stored(mia).account()).isEqualTo(AccountStatus.INVITED);
    assertThat(calls.verify(table, token).problem()).isEqualTo("token-not-valid");
  }

  /** Puts another address on the member's file. */
  private void move(String email) {
    Member member = calls.stored(mia);
    Member moved = member.withDetails(member.name(), new EmailAddress(email), member.account());
    calls.write(moved.saveDetails());
  }

  @Test
  void withoutAnAccountThatWaits_nobodyIsInvited_andNothingChanges() {
    assertThat(resend(mia).problem()).isEqualTo("account-required");
    calls.invite(mia);
    activate(mia);
    Map<Key, Item> active = calls.firm.table.everything();

    Exchange.Answer refused = resend(mia);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("conflict");
    assertThat(calls.firm.table.everything()).isEqualTo(active);
  }

  @Test
  void aRevokedMember_isInvitedAgain() {
    calls.invite(mia);
    PersonId person = activate(mia);
    revoke(mia);

    Exchange.Answer again = resend(mia);

    assertThat(again.status()).isEqualTo(202);
    assertThat(calls.stored(mia).account()).isEqualTo(AccountStatus.INVITED);
    assertThat(memberOf(person)).isEmpty();
    assertThat(activate(mia)).isEqualTo(person);
    assertThat(memberOf(person)).containsExactly(mia.member());
  }

  @Test
  void staffWhoSendTooOften_areRefused() {
    calls.invite(mia);
    for (int i = 0; i < 5; i++) {
      assertThat(resend(mia).status()).isEqualTo(202);
    }
    Map<Key, Item> before = calls.firm.table.everything();

    assertThat(resend(mia).problem()).isEqualTo("too-many-requests");

    assertThat(calls.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whoMayNot_isRefused_andNothingChanges() {
    calls.invite(mia);
    PersonId self = activate(mia);
    Map<Key, Item> before = calls.firm.table.everything();
    Holder.Member nobody = new Holder.Member(calls.firm.id, new MemberId(calls.firm.ids.next()));

    for (PersonId stranger : List.of(self, new AccountCalls().staff)) {
      assertThat(calls.revoke(table, mia, stranger).problem()).isEqualTo("not-found");
      assertThat(calls.resend(table, mia, stranger).problem()).isEqualTo("not-found");
    }
    assertThat(calls.revoke(table, mia, calls.withoutPermission).problem())
        .isEqualTo("permission-required");
    assertThat(calls.resend(table, mia, calls.withoutPermission).problem())
        .isEqualTo("permission-required");
    assertThat(revoke(nobody).problem()).isEqualTo("not-found");
    assertThat(resend(nobody).problem()).isEqualTo("not-found");
    assertThat(calls.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whoIsAnotherMemberByNow_staysThatOne() {
    calls.invite(mia);
    PersonId person = activate(mia);
    move("other@example.com");
    calls.write(Write.delete(PortalKeys.memberAddress(calls.firm.id, new EmailAddress(MIA))));
    Holder.Member second = calls.member("Mia Berg", MIA);
    calls.invite(second);
    assertThat(activate(second)).isEqualTo(person);

    assertThat(revoke(mia).status()).isEqualTo(204);

    assertThat(memberOf(person)).containsExactly(second.member());
    assertThat(calls.at(TableKeys.affiliation(calls.firm.id, person))).isPresent();
  }
}
