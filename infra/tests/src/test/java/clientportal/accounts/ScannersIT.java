package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Call;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.driver.Visitor.Asked;
import clientportal.local.messaging.Message;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Programs that open the links of a mail before its reader does. */
final class ScannersIT {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<]+");
  private static final List<String> METHODS = List.of("HEAD", "GET", "POST");
  private static final int SCANNERS = 1_000;

  private final Office office = Office.open();
  private final Visitor visitor = Visitor.elsewhere();

  /**
   * Lets scanners open a mail: each opens one link by one method, at our own server, with the
   * fragment left out, as HTTP does, or put where it might do harm.
   */
  private static void scan(Message mail) {
    List<String> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(mail.text() + mail.html());
    while (matcher.find()) {
      links.add(matcher.group());
    }
    assertThat(links).isNotEmpty();
    for (int i = 0; i < SCANNERS; i++) {
      URI link = URI.create(links.get(i % links.size()));
      String path = i % 2 == 0 ? link.getRawPath() : "/v1" + guess(link.getRawPath(), i);
      String query = i % 5 == 0 ? "?token=" + link.getRawFragment() : "";
      Call call =
          new Call(Portal.stack().api() + path + query)
              .method(METHODS.get(i % METHODS.size()))
              .header("X-Local-Source-Ip", "203.0.113." + i % 250)
              .outsideTheContract();
      if (i % METHODS.size() == 2) {
        call.json(json().put("token", String.valueOf(link.getRawFragment())));
      }
      int status = call.send().status();
      assertThat(status).isIn(400, 404);
    }
  }

  /** A route that the link might mean; accepting an invitation is repeatable on purpose. */
  private static String guess(String path, int i) {
    if (path.endsWith("/invitation")) {
      return i % 4 == 1 ? "/verifications" : "/invitations/scan";
    }
    return i % 4 == 1 ? "/verifications" : "/password-resets/confirmation";
  }

  @Test
  @Tag("BC12")
  void aThousandScanners_consumeNoInvitation() {
    Office.Client client = office.client("Carla").invite();
    Map<String, Object> before = Portal.everything();

    scan(Portal.lastMail(client.email()));

    assertThat(Portal.everything()).isEqualTo(before);
    visitor.verify(visitor.accepting(client.email()).withKey()).is(200);
  }

  @Test
  void scannersThatEvenRunThePage_onlyStartVerifications_andThePersonGetsAccess() {
    Office.Client client = office.client("Carla").invite();
    String invitation = Portal.newestToken(client.email());
    for (int i = 0; i < 20; i++) {
      Visitor.elsewhere().accept(invitation).is(202);
    }

    Asked mailed = Visitor.asked(client.email(), visitor.accept(invitation));

    // Three mails an hour: the code of the last one serves this browser too.
    assertThat(Portal.mails(client.email())).hasSize(1 + 3);
    visitor.verify(mailed.withCode()).is(200);
  }

  @Test
  @Tag("BC14")
  @Tag("BC20")
  void aThousandScanners_consumeNoVerification_whichLivesThirtyMinutes() {
    Asked inTime = visitor.registering(office.slug(), "Rosa", Portal.email("rosa"));
    Asked late = visitor.registering(office.slug(), "Late", Portal.email("late"));
    Map<String, Object> before = Portal.everything();

    scan(Portal.lastMail(inTime.email()));

    assertThat(Portal.everything()).isEqualTo(before);
    Portal.advance(Duration.between(Portal.now(), PasswordResetsIT.ends(inTime).minusSeconds(20)));
    visitor.verify(inTime.withKey()).is(200);
    Portal.advance(Duration.between(Portal.now(), PasswordResetsIT.ends(late)));
    visitor.verify(late.withKey()).isProblem(422, "token-not-valid");
  }

  @Test
  void aThousandScanners_consumeNoReset() {
    Asked asked = visitor.resetting(office.administrator().email());
    Map<String, Object> before = Portal.everything();

    scan(Portal.lastMail(asked.email()));

    assertThat(Portal.everything()).isEqualTo(before);
    visitor.resetPassword(asked.withKey().put("password", Visitor.PASSWORD)).is(204);
  }

  @Test
  void ofARegistration_theLastTwoMailsAreValid_andFiveWrongCodesEndOne() {
    String email = Portal.email("rosa");
    List<Asked> sent =
        List.of(
            visitor.registering(office.slug(), "Rosa", email),
            visitor.registering(office.slug(), "Rosa", email),
            visitor.registering(office.slug(), "Rosa", email));
    visitor.verify(sent.get(0).withKey()).isProblem(422, "token-not-valid");
    Asked newest = sent.get(2);
    for (int i = 0; i < 5; i++) {
      visitor.verify(newest.withCode(newest.wrongCode())).isProblem(422, "token-not-valid");
    }
    visitor.verify(newest.withKey()).isProblem(422, "token-not-valid");

    visitor.verify(sent.get(1).withCode()).is(200);
  }
}
