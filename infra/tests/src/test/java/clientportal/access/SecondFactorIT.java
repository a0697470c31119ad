package clientportal.access;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.AuthenticatorApp;
import clientportal.driver.Call;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How staff and operators must sign in, on a stage that asks for a second factor: with the staff
 * UI, and with an authenticator app where the firm asks for it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecondFactorIT {
  private static final String ID = "01arz3ndektsv4rrffq69g5fav";
  private static final String OPERATOR = LocalStack.OPERATOR;

  private final LocalStack stack =
      LocalStack.start(Portal.options().withParameter("SecondFactor", "required"));
  private final Map<String, AuthenticatorApp> apps = new HashMap<>();

  @AfterAll
  void stop() {
    stack.close();
  }

  /** A firm, whose administrator has signed in with an authenticator app. */
  private record Firm(String path, Person administrator) {
    void require(String whom) {
      ObjectNode patch = json();
      patch.putObject("settings").put("secondFactor", whom);
      administrator.patch(path, patch).is(200);
    }

    /** Adds a staff member, who signs in with a mailed code. */
    Person staff(String role) {
      String email = Portal.email("sam");
      administrator
          .post(path + "/staff", json().put("name", "Sam").put("email", email).put("role", role))
          .is(201);
      return Portal.acceptInvitation(email);
    }
  }

  /** Signs the operator in, who adds an app at their first sign-in. */
  private Person operator() {
    return apps.computeIfAbsent(OPERATOR, _ -> AuthenticatorApp.of(Portal.signIn(OPERATOR)))
        .signIn();
  }

  private Answer create(Person operator, String email) {
    ObjectNode firm = json().put("name", "Meyer").put("slug", Portal.slug());
    firm.set("administrator", json().put("name", "Ada").put("email", email));
    return operator.post("/v1/firms", firm);
  }

  private Firm firm() {
    String email = Portal.email("ada");
    String path = "/v1/firms/" + create(operator(), email).is(201).text("firmId");
    return new Firm(path, AuthenticatorApp.of(Portal.acceptInvitation(email)).signIn());
  }

  @Test
  void operatorsAndAdministrators_needASecondFactorAfterTheirFirstSignIn_whichTheyAdd() {
    Portal.on(
        stack,
        () -> {
          String email = Portal.email("ada");
          Person operator = operator();
          String path = "/v1/firms/" + create(operator, email).is(201).text("firmId");
          Person ada = Portal.acceptInvitation(email);

          ada.get(path).isProblem(403, "second-factor-required");
          ada.get("/v1/me").is(200);
          Person withApp = AuthenticatorApp.of(ada).signIn();
          withApp.get(path).is(200);
          ada.get(path).isProblem(403, "second-factor-required");
          withApp.patch(path, json().set("settings", json().put("secondFactor", "nobody"))).is(200);
          ada.get(path).is(200);
          return null;
        });
  }

  @Test
  void everyRoute_refusesStaffOfAFirmThatAsksForASecondFactor_andThoseOfAnotherUi() {
    Portal.on(
        stack,
        () -> {
          Firm firm = firm();
          Person sam = firm.staff("staff");
          Person eva = firm.staff("administrator");
          Person inThePortal = Portal.signIn(sam.email(), Portal.portalClientId());
          sam.get(firm.path()).is(200);
          firm.require("staff");
          Map<String, Object> before = Portal.everything();

          List<String> wrong = new ArrayList<>();
          int calls = 0;
          for (Route route : Route.ofEachOperation()) {
            if (!route.path().contains("{")) {
              continue;
            }
            String path = path(route, firm);
            calls++;
            refuses(wrong, sam, route, path, "second-factor-required");
            refuses(wrong, eva, route, path, "second-factor-required");
            refuses(wrong, inThePortal, route, path, "staff-client-required");
          }

          assertThat(wrong).isEmpty();
          assertThat(calls).isGreaterThan(45);
          assertThat(Portal.everything()).isEqualTo(before);
          inThePortal.get("/v1/me").is(200);
          inThePortal.get("/v1/me/notices").is(200);
          return null;
        });
  }

  @Test
  void noticesOfStaff_areForThoseWithASecondFactor() {
    Portal.on(
        stack,
        () -> {
          Firm firm = firm();
          Person eva = firm.staff("administrator");
          firm.require("staff");
          operator()
              .post(
                  firm.path() + "/administrators",
                  json().put("name", "Nora").put("email", Portal.email("nora")))
              .is(201);
          Portal.settle();

          eva.get("/v1/me/notices").isProblem(403, "second-factor-required");
          Answer notices = firm.administrator().get("/v1/me/notices").is(200);
          ObjectNode read = json();
          read.putArray("noticeIds").add(notices.text("items/0/noticeId"));
          eva.post("/v1/me/notices/read", read).isProblem(403, "second-factor-required");
          firm.administrator().post("/v1/me/notices/read", read).is(204);
          return null;
        });
  }

  @Test
  void operators_areRefusedWithoutASecondFactor_andWithThePortalsUi() throws Exception {
    Portal.on(
        stack,
        () -> {
          Firm firm = firm();
          String email = Portal.email("olga");
          stack.invoke("AppointOperator", json().put("email", email).toString());
          Person olga = Portal.signIn(email);

          create(olga, email).isProblem(403, "second-factor-required");
          olga.post(firm.path() + "/administrators", json())
              .isProblem(403, "second-factor-required");
          create(Portal.signIn(email, Portal.portalClientId()), email)
              .isProblem(403, "staff-client-required");
          create(AuthenticatorApp.of(olga).signIn(), email).is(201);
          return null;
        });
  }

  private static void refuses(
      List<String> wrong, Person caller, Route route, String path, String problem) {
    Call call = caller.call(route.method(), path);
    boolean hasBody = List.of("POST", "PUT", "PATCH").contains(route.method());
    Answer answer =
        hasBody && !path.endsWith("/download") ? call.json("no json").send() : call.send();
    if (answer.status() != 403 || !answer.text().contains("urn:problem:" + problem)) {
      wrong.add(route.operation() + ": " + answer.text());
    }
  }

  /** Returns a path in the firm; what it names beside the firm need not exist. */
  private static String path(Route route, Firm firm) {
    String client = firm.path() + "/clients/" + ID;
    return route
        .path()
        .replaceAll("^\\{(client|new)}", client)
        .replaceAll("^\\{contact}", client + "/contacts/" + ID)
        .replaceAll("^\\{(open|closed|archived|archivedClosed)}", client + "/folders/" + ID)
        .replaceAll("^\\{(portal|archivedPortal)}", firm.path() + "/portals/" + ID)
        .replaceAll("^\\{firm}", firm.path())
        .replaceAll("\\{\\w+}", ID);
  }
}
