package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The limits of public routes: beyond them the answer is the same, and nothing follows. */
final class LimitsIT {
  private final Office office = Office.open();

  private static int mails(String email) {
    return Portal.mails(email).size();
  }

  @Test
  void anAddress_isMailedThreeTimesInAnHour_andTenTimesADay() {
    String email = Portal.email("rosa");
    for (int hour = 0; hour < 4; hour++) {
      for (int i = 0; i < 5; i++) {
        Visitor.elsewhere().register(office.slug(), "Rosa", email).is(202);
        Portal.settle();
      }
      assertThat(mails(email)).isEqualTo(hour < 3 ? 3 * (hour + 1) : 10);
      Portal.advance(Duration.ofHours(1));
    }
    Portal.advance(Duration.ofHours(20));
    Visitor.elsewhere().register(office.slug(), "Rosa", email).is(202);
    assertThat(mails(email)).isEqualTo(11);
  }

  @Test
  void theHour_isAnyHour_notOneOfTheClock() {
    String email = Portal.email("rosa");
    Visitor.elsewhere().register(office.slug(), "Rosa", email).is(202);
    Portal.advance(Duration.ofMinutes(59));
    for (int i = 0; i < 3; i++) {
      Visitor.elsewhere().register(office.slug(), "Rosa", email).is(202);
      Portal.settle();
    }
    assertThat(mails(email)).isEqualTo(3);
    Portal.advance(Duration.ofMinutes(1));
    Visitor.elsewhere().register(office.slug(), "Rosa", email).is(202);
    assertThat(mails(email)).isEqualTo(4);
  }

  @Test
  void allRoutesCountTogether_forOneAddressInWhateverForm_andRequestsAtOnceToo() {
    Office.Client carla = office.client("Carla").invite();
    String invitation = Portal.token(Portal.lastMail(carla.email()));
    Visitor.elsewhere().accept(invitation).is(202);
    Visitor.elsewhere().accept(invitation).is(202);
    Visitor.elsewhere().register(office.slug(), "Carla", carla.email()).is(202);
    Visitor.elsewhere()
        .register(office.slug(), "Carla", carla.email().toUpperCase(Locale.ROOT))
        .is(202);
    Visitor.elsewhere().accept(invitation).is(202);

    // The invitation itself is sent by the firm and does not count.
    assertThat(mails(carla.email())).isEqualTo(1 + 3);
  }

  @Test
  void oneCaller_mayAskTwentyTimesAnHour_overBothRoutes() {
    Visitor visitor = Visitor.elsewhere();
    List<String> emails = new ArrayList<>();
    for (int i = 0; i < 19; i++) {
      emails.add(Portal.email("many"));
      visitor.register(office.slug(), "X", emails.getLast()).is(202);
    }
    visitor.requestPasswordReset(Portal.email("nobody")).is(202);
    assertThat(emails).allSatisfy(email -> assertThat(mails(email)).isEqualTo(1));
    Map<String, Object> before = Portal.everything();
    String late = Portal.email("late");

    Answer refused = visitor.register(office.slug(), "X", late).is(202);
    visitor.requestPasswordReset(office.administrator().email()).is(202);

    assertThat(refused.text("browserKey")).hasSize(43);
    assertThat(refused.json().has("expiresAt")).isTrue();
    assertThat(Portal.everything()).isEqualTo(before);
    Visitor.elsewhere().register(office.slug(), "X", late).is(202);
    assertThat(mails(late)).isEqualTo(1);
    Portal.advance(Duration.ofHours(1));
    visitor.register(office.slug(), "X", late).is(202);
    assertThat(mails(late)).isEqualTo(2);
  }

  @Test
  void oneSite_isAskedTwoHundredTimesAnHour() {
    Visitor.elsewhere().register(office.slug(), "X", Portal.email("first")).is(202);
    // As many calls as were made since.
    Portal.stack()
        .dynamoDbClient()
        .updateItem(request ->
            request
                .tableName(Portal.tableName())
                .key(
                    Map.of(
                        "PK", AttributeValue.fromS("LIMIT#SITE#" + office.slug()),
                        "SK", AttributeValue.fromS("LIMIT")))
                .updateExpression("SET #c = #c + :more")
                .conditionExpression("#c = :one")
                .expressionAttributeNames(Map.of("#c", "count"))
                .expressionAttributeValues(
                    Map.of(
                        ":more", AttributeValue.fromN("198"), ":one", AttributeValue.fromN("1"))));
    String last = Portal.email("last");
    String late = Portal.email("late");

    Visitor.elsewhere().register(office.slug(), "X", last).is(202);
    Visitor.elsewhere().register(office.slug(), "X", late).is(202);

    assertThat(mails(last)).isEqualTo(1);
    assertThat(mails(late)).isZero();
    String other = Office.open("Other", true).slug();
    Visitor.elsewhere().register(other, "X", late).is(202);
    assertThat(mails(late)).isEqualTo(1);
  }

  @Test
  void aWholeOfficeBehindOneIpAddress_canSignUp() {
    Visitor visitor = Visitor.elsewhere();
    for (int i = 0; i < 21; i++) {
      Office.Client client = office.client("Client " + i).invite();
      visitor.verify(visitor.accepting(client.email()).withKey()).is(200);
    }
  }
}
