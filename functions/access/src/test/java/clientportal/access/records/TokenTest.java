package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.Holder;
import clientportal.access.records.Token.Proof;
import clientportal.platform.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokenTest {
  private static final String TOKEN = "mQ3vX-7sK_0aBcDeFgHiJkLmNoPqRsTuVwXyZ012345";
  private static final String BROWSER_KEY = "9sK_0aBcDeFgHiJkLmNoPqRsTuVwXyZ012345mQ3vX-";
  private static final String CODE = "48021957";
  private static final StaffId STAFF = new StaffId("01arz3ndektsv4rrffq69g5fav");
  private static final EmailAddress EMAIL = new EmailAddress("carla@example.test");
  private static final Purpose PURPOSE = new Purpose.ForPasswordReset(TestFirm.person());

  private final Token verification =
      Token.verification(TOKEN, CODE, Hashes.sha256(BROWSER_KEY), PURPOSE, EMAIL, TestFirm.NOW);
  private final Proof proof = verification.proof().orElseThrow();

  /** Returns texts that differ from a text in one character, at each position, or in length. */
  private static List<String> almost(String text) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == '0' ? '1' : '0';
      others.add(text.substring(0, i) + other + text.substring(i + 1));
      others.add(text.substring(0, i) + text.substring(i + 1));
    }
    others.add(text + "0");
    others.add("0" + text);
    others.add("");
    return others;
  }

  @Test
  void theBrowsersKey_andTheMailsCode_areTaken_andNothingThatIsAlmostTheSame() {
    assertThat(proof.isBrowserKey(BROWSER_KEY)).isTrue();
    assertThat(almost(BROWSER_KEY)).noneMatch(proof::isBrowserKey);
    assertThat(proof.isCode(TOKEN, CODE)).isTrue();
    assertThat(almost(CODE)).noneMatch(code -> proof.isCode(TOKEN, code));
    assertThat(almost(TOKEN)).noneMatch(token -> proof.isCode(token, CODE));
  }

  @Test
  void aTokenIsFoundByItsHash_whichNoOtherTokenHas() {
    assertThat(verification.hash()).isEqualTo(Hashes.sha256(TOKEN));
    assertThat(almost(TOKEN).stream().map(Hashes::sha256)).doesNotContain(verification.hash());
  }

  @Test
  void anInvitationLivesForSevenDays_aVerificationForHalfAnHour() {
    Token invitation =
        Token.invitation(TOKEN, new Holder.Staff(new TestFirm().id, STAFF), EMAIL, TestFirm.NOW);

    assertEndsAfter(invitation, Duration.ofDays(7));
    assertEndsAfter(verification, Duration.ofMinutes(30));
  }

  private static void assertEndsAfter(Token token, Duration life) {
    Instant end = TestFirm.NOW.plus(life);
    assertThat(token.isLive(end.minusMillis(1))).isTrue();
    assertThat(token.isLive(end)).isFalse();
    assertThat(Token.fromItem(token.toItem()).isLive(end)).isFalse();
  }

  @Test
  void aVerification_isExhaustedByTheFifthWrongTry() {
    assertThat(tried(4).isExhausted()).isFalse();
    assertThat(tried(5).isExhausted()).isTrue();
    assertThat(Token.fromItem(tried(4).toItem())).isEqualTo(tried(4));
  }

  private Token tried(long tries) {
    return new Token(
        verification.hash(), PURPOSE, EMAIL, verification.expiresAt(), Optional.of(proof), tries);
  }
}
