package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.AuthenticatorApp;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * People who lose their authenticator app: {@code replaceRecoveryCodes}, {@code resetPassword} with
 * one of the codes, and {@code resetSecondFactor} by an administrator.
 */
final class LostSecondFactorIT {
  private static final String CODES = "/v1/me/recovery-codes";
  private static final String OTHER = "Another-horse-9";

  private final Office office = Office.open();
  private final Office.Member member = office.member("Sam", false);
  private final String sam = member.person().email();
  private final AuthenticatorApp app = AuthenticatorApp.of(member.person());
  private final Visitor visitor = Visitor.elsewhere();

  private static String challenge(String email, String password) {
    return Portal.signInWithPassword(email, password).is(200).at("ChallengeName").asText();
  }

  private Answer reset(Visitor.Asked asked, String password, String recoveryCode) {
    return visitor.resetPassword(
        asked.withKey().put("password", password).put("recoveryCode", recoveryCode));
  }

  private String newestNotice() {
    Person ada = Portal.signIn(office.administrator().email());
    Answer notices = ada.get("/v1/me/notices").is(200);
    return notices.text("items/0/type") + " " + notices.text("items/0/name");
  }

  @Test
  void theMailboxAlone_doesNotGetPastTheApp_andWithARecoveryCodeItDoes_once() {
    member.person().call("PUT", CODES).send().isProblem(403, "second-factor-required");
    // The verification of the invitation was one of the three mails of this hour.
    Portal.advance(Duration.ofHours(1));
    Person withApp = app.signIn();
    Answer codes = withApp.call("PUT", CODES).send().is(200);
    assertThat(Portal.lastMail(sam).text()).contains("recovery codes were made");
    // A token says in whole seconds when its session began.
    Portal.advance(Duration.ofSeconds(1));

    visitor.resetPassword(visitor.resetting(sam).withKey().put("password", OTHER)).is(204);
    assertThat(challenge(sam, OTHER)).isEqualTo("SOFTWARE_TOKEN_MFA");
    withApp.get("/v1/me").isProblem(401, "session-ended");

    Visitor.Asked asked = visitor.resetting(sam);
    reset(asked, Visitor.PASSWORD, "0000-0000-0000-0000").isProblem(422, "token-not-valid");
    assertThat(challenge(sam, OTHER)).isEqualTo("SOFTWARE_TOKEN_MFA");
    reset(asked, Visitor.PASSWORD, codes.text("codes/0")).is(204);

    assertThat(challenge(sam, Visitor.PASSWORD)).isEmpty();
    assertThat(Portal.lastMail(sam).text()).contains("one of your recovery codes");
    assertThat(newestNotice()).isEqualTo("second-factor-reset Sam");
    Portal.advance(Duration.ofMinutes(6));
    assertThat(Portal.lastMail(office.administrator().email()).subject())
        .isEqualTo("The second factor of Sam was reset");
    Visitor.Asked again = visitor.resetting(sam);
    reset(again, OTHER, codes.text("codes/0")).isProblem(422, "token-not-valid");
    reset(again, OTHER, codes.text("codes/1")).is(204);
  }

  @Test
  void anAdministrator_letsAColleagueStartOver_whoIsInNoOtherFirm() {
    Person withApp = app.signIn();
    String path = office.path() + "/staff/";
    Portal.advance(Duration.ofSeconds(1));

    office.administrator().delete(path + member.staffId() + "/second-factor").is(204);

    withApp.get("/v1/me").isProblem(401, "session-ended");
    assertThat(Portal.lastMail(sam).text()).contains("reset your sign-in", "If this was not you");
    assertThat(Portal.signInWithPassword(sam, Visitor.PASSWORD).status()).isEqualTo(400);
    Portal.advance(Duration.ofSeconds(1));
    Portal.signIn(sam).get(office.path()).is(200);

    office
        .administrator()
        .delete(path + office.staffId() + "/second-factor")
        .isProblem(409, "conflict");
    Office other = Office.open();
    other
        .administrator()
        .post(
            other.path() + "/staff",
            json().put("name", "Sam").put("email", sam).put("role", "staff"))
        .is(201);
    Portal.acceptInvitation(sam);
    office
        .administrator()
        .delete(path + member.staffId() + "/second-factor")
        .isProblem(409, "conflict");
  }
}
