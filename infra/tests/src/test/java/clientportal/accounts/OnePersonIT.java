package clientportal.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.driver.WholeLog;
import clientportal.local.LocalStack;
import clientportal.local.Options;
import clientportal.local.messaging.Message;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * One person in many firms: one sign-in, and no data of one firm at another. The stack is its own,
 * so that its log has no lines of other tests.
 */
final class OnePersonIT {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @Test
  void clientOfThreeFirms_andStaffOfOne_withOneSignIn() {
    Options options =
        Options.forTests().withLog(WholeLog.before(new PrintStream(log, true, UTF_8)));
    try (LocalStack own = LocalStack.start(options)) {
      Portal.on(
          own,
          () -> {
            clientOfThreeFirmsAndStaffOfOne();
            Portal.settle();
            return own;
          });
    }
  }

  private void clientOfThreeFirmsAndStaffOfOne() {
    List<Office> firms =
        List.of(
            Office.open("Alpha Tax", true),
            Office.open("Beta Law", true),
            Office.open("Gamma Care", true));
    Office work = Office.open("Delta Work", true);
    String email = Portal.email("dora");
    Visitor visitor = Visitor.elsewhere();
    Office.Client atGamma = firms.get(2).client("Dora at Gamma", email.toUpperCase(Locale.ROOT));
    Office.Client atAlpha = firms.get(0).client("Dora at Alpha", email).invite();
    visitor.verify(visitor.accepting(email).withKey().put("password", Visitor.PASSWORD)).is(200);
    visitor
        .verify(visitor.registering(firms.get(1).slug(), "Dora at Beta", email).withKey())
        .is(200);
    Portal.advance(Duration.ofHours(1));
    visitor.verify(visitor.registering(firms.get(2).slug(), "D.", email).withKey()).is(200);
    Portal.signIn(work.administrator().email())
        .post(
            work.path() + "/staff",
            Portal.json().put("name", "Dora").put("email", email).put("role", "staff"))
        .is(201);
    visitor.verify(visitor.accepting(email).withKey()).is(200);

    assertThat(Portal.signInWithPassword(email, Visitor.PASSWORD).status()).isEqualTo(200);
    Person dora = Portal.signIn(email);
    Answer me = dora.get("/v1/me").is(200);
    assertThat(me.at("clientOf").findValuesAsText("firmName"))
        .containsExactlyInAnyOrder("Alpha Tax", "Beta Law", "Gamma Care");
    assertThat(me.at("staffOf").findValuesAsText("firmName")).containsExactly("Delta Work");
    assertThat(me.text("email")).isEqualTo(email);

    String atAlphaOnly = dora.get(atAlpha.path() + "/folders").is(200).text();
    assertThat(atAlphaOnly).doesNotContain("Beta", "Gamma", "Delta");
    assertThat(dora.get(work.path() + "/clients/" + atAlpha.clientId()).status()).isEqualTo(404);
    assertThat(
            dora.get(firms.get(0).path() + "/clients/" + atGamma.clientId() + "/folders").status())
        .isEqualTo(404);
    for (int i = 0; i < 3; i++) {
      Person staff = Portal.signIn(firms.get(i).administrator().email());
      String seen =
          staff.get(firms.get(i).path() + "/registrations").is(200).text()
              + staff
                  .get(
                      firms.get(i).path()
                          + "/clients/"
                          + me.text("clientOf/" + index(me, firms.get(i)) + "/clientId"))
                  .is(200)
                  .text();
      List<String> others = new ArrayList<>(List.of("Alpha", "Beta", "Gamma", "Delta"));
      others.remove(firms.get(i).name().split(" ", -1)[0]);
      assertThat(seen).doesNotContain(others.toArray(String[]::new));
    }
    for (Message mail : Portal.mails(email)) {
      long named =
          List.of("Alpha", "Beta", "Gamma", "Delta").stream()
              .filter(firm -> (mail.subject() + mail.text()).contains(firm))
              .count();
      assertThat(named).as(mail.subject()).isLessThanOrEqualTo(1);
    }
    List<Office> all = new ArrayList<>(firms);
    all.add(work);
    assertLogHasNothingOfOneFirmAtAnother(all, email);
  }

  /** A line has the ids of its own request's path, and no name or address. */
  private void assertLogHasNothingOfOneFirmAtAnother(List<Office> firms, String email) {
    Portal.settle();
    List<String> lines = log.toString(UTF_8).lines().toList();
    for (Office firm : firms) {
      assertThat(lines).anyMatch(line -> line.contains(id(firm)));
    }
    assertThat(lines)
        .allSatisfy(line -> {
          assertThat(firms.stream().filter(firm -> line.contains(id(firm))).count()).isLessThan(2);
          for (Office firm : firms) {
            assertThat(line)
                .doesNotContainIgnoringCase(
                    firm.name(), "\"" + firm.slug() + "\"", firm.administrator().email());
          }
          assertThat(line).doesNotContainIgnoringCase(email, "Dora");
        });
  }

  private static String id(Office firm) {
    return firm.path().substring("/v1/firms/".length());
  }

  private static int index(Answer me, Office firm) {
    return me.at("clientOf").findValuesAsText("firmName").indexOf(firm.name());
  }
}
