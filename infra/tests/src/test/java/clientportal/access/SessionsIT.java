package clientportal.access;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.functions.FunctionFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@code endSessions}: every kind of caller signs out everywhere, and then calls every route. */
final class SessionsIT {
  private static final String REFRESH_TOKEN = "AuthenticationResult/RefreshToken";
  private static final String CHALLENGE = "Bearer error=\"invalid_token\"";

  @Test
  void staffAndOperators_signInEveryTwelveHours_howeverOftenTheTokenIsRenewed_andClientsNeedNot() {
    Office office = Office.open();
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Answer staff = Portal.signInFully(office.administrator().email());
    Answer client = Portal.signInFully(carla.person().email(), Portal.portalClientId());
    Answer operator = Portal.signInFully("operator@portal.test");

    Portal.advance(Duration.ofHours(11).plusMinutes(55));
    staff = renew(staff, Portal.clientId()).is(200);
    operator = renew(operator, Portal.clientId()).is(200);
    person(staff).get(office.path()).is(200);
    person(operator).post("/v1/firms", json()).is(400);

    Portal.advance(Duration.ofMinutes(5).plusSeconds(1));
    Person stale = person(staff);
    stale.get(office.path()).isProblem(401, "session-ended");
    stale.get(carla.client().path()).isProblem(401, "session-ended");
    stale
        .post(office.path() + "/clients", json().put("kind", "client").put("name", "Nina"))
        .isProblem(401, "session-ended");
    person(operator).post("/v1/firms", json()).isProblem(401, "session-ended");
    assertThat(renew(staff, Portal.clientId()).is(400).text()).contains("expired");
    Answer renewed = renew(client, Portal.portalClientId()).is(200);
    assertThat(renewed.text(REFRESH_TOKEN)).isNotEqualTo(client.text(REFRESH_TOKEN));
    Person reader = person(renewed);
    reader.get(carla.client().path() + "/shared").is(200);
    reader.get("/v1/me").is(200);
  }

  /** As the template says, and not for the three minutes that Cognito gives where it is silent. */
  @Test
  void aMailedCode_isValidForAQuarterOfAnHour() {
    Office office = Office.open();
    String email = office.activeClient("Carla").person().email();

    Supplier<Answer> inTime = Portal.mailCode(email, Portal.portalClientId());
    Portal.advance(Duration.ofMinutes(14));
    inTime.get().is(200);

    Supplier<Answer> late = Portal.mailCode(email, Portal.portalClientId());
    Portal.advance(Duration.ofMinutes(15));
    assertThat(late.get().is(400).text()).contains("expired");
  }

  private static Answer renew(Answer before, String clientId) {
    return Portal.cognito(
        "GetTokensFromRefreshToken",
        json().put("ClientId", clientId).put("RefreshToken", before.text(REFRESH_TOKEN)));
  }

  private static Person person(Answer tokens) {
    return new Person(
        "",
        tokens.text("AuthenticationResult/AccessToken"),
        tokens.text("AuthenticationResult/IdToken"));
  }

  @Test
  void afterAPersonSignedOutEverywhere_noRouteTakesTheirToken_andNothingChanges() {
    RouteScene scene = new RouteScene();
    List<String> callers = Route.CALLERS.stream().filter(each -> !each.equals("nobody")).toList();
    // A token says in whole seconds when its session began.
    Portal.advance(Duration.ofSeconds(1));
    Route endSessions = Route.all().stream().filter(Route::endsSessions).findFirst().orElseThrow();
    for (String caller : callers) {
      Answer answer = scene.call(caller, endSessions.method(), endSessions.path());
      assertThat(answer.status()).as(caller).isEqualTo(endSessions.statuses().get(caller));
    }
    Map<String, Object> before = Portal.everything();

    List<String> wrong = new ArrayList<>();
    int calls = 0;
    for (Route route : Route.all()) {
      for (String caller : callers) {
        calls++;
        Answer answer = scene.call(caller, route.method(), scene.path(route));
        if (answer.status() != 401
            || !answer.text().contains("urn:problem:session-ended")
            || !answer.header("www-authenticate").equals(Optional.of(CHALLENGE))) {
          wrong.add("%s by %s: %s".formatted(route.operation(), caller, answer.text()));
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(calls).isGreaterThan(800);
    assertThat(Portal.everything()).isEqualTo(before);
    for (String caller : Set.of("client", "administrator", "operator")) {
      scene.signInAgain(caller);
      assertThat(scene.call(caller, "GET", "/v1/me").status()).as(caller).isEqualTo(200);
    }
  }

  @Test
  void revokingAPersonsSessions_signsThemOut_andTheySignInAgainWithAMailedCode()
      throws FunctionFailedException, InterruptedException {
    Person carla = Office.open().activeClient("Carla").person();
    // A token says in whole seconds when its session began.
    Portal.advance(Duration.ofSeconds(1));
    int mails = Portal.mails(carla.email()).size();

    Portal.stack().invoke("RevokeSessions", json().put("email", carla.email()).toString());

    carla.get("/v1/me").isProblem(401, "session-ended");
    Portal.settle();
    assertThat(Portal.mails(carla.email())).hasSize(mails + 1);
    Portal.signIn(carla.email()).get("/v1/me").is(200);
  }
}
