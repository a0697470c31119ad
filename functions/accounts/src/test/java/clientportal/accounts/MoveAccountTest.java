package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Client;
import clientportal.access.records.Purpose;
import clientportal.access.records.Token;
import clientportal.platform.CallSchedule;
import clientportal.platform.Hashes;
import clientportal.platform.Secrets;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Moves an active account to the new address on file once it is proved. */
final class MoveAccountTest {
  private static final EmailAddress NEW = new EmailAddress("carla@new.test");

  private final TestFirm firm = new TestFirm();
  private final InMemoryIdentities identities = new InMemoryIdentities();
  private final String browserKey = Secrets.token();
  private final Client client = firm.client(Client.Kind.CLIENT, Optional.of("carla@old.test"));
  private final Holder holder = new Holder.Party(client.path(), Recipient.CLIENT);
  private final PersonId before = firm.link(client.path());

  private Account moving() {
    Account moving =
        Account.invite(holder, client.email().orElseThrow(), TestFirm.NOW)
            .activate(before, TestFirm.NOW)
            .moveTo(NEW, TestFirm.NOW);
    firm.table.write(List.of(Write.put(moving.toItem())));
    return moving;
  }

  /** Sends a verification to the new address; returns its token. */
  private String sent() {
    Account moving = moving();
    String token = Secrets.token();
    Token verification =
        Token.verification(
            token,
            "01234567",
            Hashes.sha256(browserKey),
            new Purpose.ForAccount(holder),
            moving.invitedAddress(),
            TestFirm.NOW);
    firm.table.write(
        List.of(
            Write.put(moving.withVerification(verification.hash()).toItem()),
            verification.create()));
    return token;
  }

  private Exchange.Answer verify(Table table, String token) {
    return Exchange.of("POST", "/v1/verifications")
        .json("{\"token\": \"%s\", \"browserKey\": \"%s\"}".formatted(token, browserKey))
        .send(
            new VerifyAccountHandler(
                new VerifyAccount(
                    table,
                    new People(table, identities, firm.clock, firm.ids),
                    firm.clock,
                    firm.ids)));
  }

  private Account account() {
    Key key = TableKeys.account(holder);
    return Account.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  private boolean isLinked(PersonId person) {
    Key key = TableKeys.link(client.path(), person);
    return firm.table.read(List.of(key)).at(key).isPresent();
  }

  @Test
  void provingTheNewAddress_movesTheAccount_andRemovesTheLinkOfThePersonBefore() {
    String token = sent();
    assertThat(isLinked(before)).isTrue();

    assertThat(verify(firm.table, token).status()).isEqualTo(200);

    Account moved = account();
    PersonId now = moved.person().orElseThrow();
    assertThat(moved.email()).isEqualTo(NEW);
    assertThat(moved.newEmail()).isEmpty();
    assertThat(now).isNotEqualTo(before);
    assertThat(isLinked(now)).isTrue();
    assertThat(isLinked(before)).isFalse();
    assertThat(verify(firm.table, token).problem()).isEqualTo("token-not-valid");
  }

  @Test
  void aMoveThatIsCancelledMeanwhile_leavesTheAccountAsItIs() {
    String token = sent();
    Table race =
        new CallSchedule()
            .beforeFirstWrite(() -> firm.table.write(List.of(account().stay().replace())))
            .around(firm.table);

    assertThat(verify(race, token).problem()).isEqualTo("token-not-valid");
    assertThat(account().person()).contains(before);
    assertThat(isLinked(before)).isTrue();
  }
}
