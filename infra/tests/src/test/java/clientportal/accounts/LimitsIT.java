package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.ClientGroup;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.local.LocalStack;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
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
  void whatStrangersCause_countsTogether_forOneMailboxInWhateverForm_andRequestsAtOnceToo() {
    Person carla = office.activeClient("Carla").person();
    String tagged = carla.email().replace("@", "+tag@");
    int before = mails(carla.email());
    Visitor.elsewhere().register(office.slug(), "Carla", tagged).is(202);
    Visitor.elsewhere().requestPasswordReset(carla.email()).is(202);
    Visitor.elsewhere().requestPasswordReset(carla.email()).is(202);
    Visitor.elsewhere()
        .register(office.slug(), "Carla", carla.email().toUpperCase(Locale.ROOT))
        .is(202);
    Visitor.elsewhere().register(office.slug(), "Carla", tagged).is(202);

    assertThat(mails(tagged) + mails(carla.email()) - before).isEqualTo(3);
  }

  @Test
  void tags_doNotGoRoundTheLimit_andTheMailGoesToTheAddressAsItWasTyped() {
    String email = Portal.email("rosa");
    List<String> tagged = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tagged.add(email.replace("@", "+" + i + "@"));
      Visitor.elsewhere().register(office.slug(), "Rosa", tagged.getLast()).is(202);
      Portal.settle();
    }

    assertThat(tagged.stream().map(LimitsIT::mails)).containsExactly(1, 1, 1, 0, 0, 0);
  }

  /**
   * What a stranger, the invited person and staff cause about one address: each until no more mails
   * come, in any order.
   */
  @Test
  void whatOneCauses_takesNothingFromTheOthers() {
    for (List<String> order :
        List.of(
            List.of("stranger", "invited", "staff"),
            List.of("staff", "stranger", "invited"),
            List.of("invited", "staff", "stranger"))) {
      Office.Client carla = office.client("Carla").invite();
      String invitation = Portal.newestToken(carla.email());
      Map<String, Integer> mails = new TreeMap<>();
      for (String cause : order) {
        int before = mails(carla.email());
        for (int i = 0; i < 7; i++) {
          switch (cause) {
            case "stranger" ->
                Visitor.elsewhere().register(office.slug(), "Carla", carla.email()).is(202);
            case "invited" -> Visitor.elsewhere().accept(invitation).is(202);
            default -> resend(carla);
          }
          Portal.settle();
        }
        mails.put(cause, mails(carla.email()) - before);
        invitation = Portal.token(invitations(carla).getLast());
      }
      assertThat(mails).as("%s", order).isEqualTo(Map.of("invited", 3, "staff", 5, "stranger", 3));
    }
  }

  private static List<Message> invitations(Office.Client client) {
    return Portal.mails(client.email()).stream()
        .filter(mail -> String.valueOf(mail.text()).contains("/invitation#"))
        .toList();
  }

  private Answer resend(Office.Client client) {
    return office.administrator().post(client.path() + "/account/invitation");
  }

  @Test
  void staff_areToldWhenTheyMaySendAgain() {
    Office.Client carla = office.client("Carla").invite();
    for (int i = 0; i < 5; i++) {
      resend(carla).is(202);
    }
    int before = mails(carla.email());

    Answer refused = resend(carla).isProblem(429, "too-many-requests");

    int wait = Integer.parseInt(refused.header("retry-after").orElseThrow());
    assertThat(wait).isBetween(3540, 3600);
    assertThat(mails(carla.email())).isEqualTo(before);
    office
        .administrator()
        .patch(carla.path(), json().put("email", Portal.email("new")))
        .isProblem(429, "too-many-requests");
    resend(office.client("Another").invite()).is(202);
    Portal.advance(Duration.ofSeconds(wait));
    Portal.signIn(office.administrator().email())
        .post(carla.path() + "/account/invitation")
        .is(202);
  }

  @Test
  void everyCallThatMailsAboutAnAccountAgain_saysWhenItMayBeMadeAgain() {
    Person staff = office.administrator();
    Office.Client carla = office.client("Carla").invite();
    String account = carla.path() + "/account";
    String email = Portal.email("colin");
    String contact = carla.path() + "/contacts/" + carla.contact("Colin", email, true);
    String ofContact = contact + "/account";
    staff.post(ofContact, address(email)).is(201);
    String other = Portal.email("dan");
    String invited = carla.path() + "/contacts/" + carla.contact("Dan", other, true) + "/account";
    staff.post(invited, address(other)).is(201);
    String moving = carla.path() + "/contacts/" + carla.contact("Eve", Portal.email("eve"), true);
    String eve = staff.get(moving).text("email");
    staff.post(moving + "/account", address(eve)).is(201);
    Person operator = Portal.signIn(LocalStack.OPERATOR);
    ObjectNode appointed = address(Portal.email("nora")).put("name", "Nora");
    String administrators = office.path() + "/administrators";
    operator.post(administrators, appointed).is(201);

    assertLimited(
        201,
        () -> {
          staff.delete(account).is(204);
          return staff.post(account, address(carla.email()));
        });
    assertLimited(
        201,
        () -> {
          staff.delete(ofContact).is(204);
          return staff.post(ofContact, address(email));
        });
    assertLimited(202, () -> staff.post(invited + "/invitation"));
    assertLimited(200, () -> staff.patch(moving, address(Portal.email("eve"))));
    assertLimited(201, () -> operator.post(administrators, appointed));
  }

  @Test
  void everyCallThatMailsAMemberOfAPortalAgain_countsTheSame() {
    Person staff = office.administrator();
    ClientGroup.setUp(office);
    ObjectNode body = ClientGroup.body(office, "Family", List.of(office.client("Carla")));
    ClientGroup.with(body, "Nora", Portal.email("nora"), "full-access");
    ClientGroup.with(body, "Otto", Portal.email("otto"), "contributor");
    ClientGroup family = ClientGroup.create(office, body);
    String members = office.path() + "/members/";

    assertLimited(202, () -> staff.post(members + family.member("Nora") + "/invitation"));
    assertLimited(
        200, () -> staff.patch(members + family.member("Otto"), address(Portal.email("otto"))));
  }

  /** Who is disabled before the invitation is sent, is invited when they are enabled. */
  @Test
  void enablingStaffWhoWereNeverInvited_countsTheSame() {
    Portal.settle();
    byte[] done = "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);
    Portal.stack().tap("SendInvitations", _ -> Optional.of(done));
    Person staff = office.administrator();
    ObjectNode sam = address(Portal.email("sam")).put("name", "Sam").put("role", "staff");
    String path =
        office.path() + "/staff/" + staff.post(office.path() + "/staff", sam).text("staffId");

    assertLimited(
        200,
        () -> {
          staff.patch(path, json().put("enabled", false)).is(200);
          return staff.patch(path, json().put("enabled", true));
        });

    Portal.settle();
    Portal.stack().tap("SendInvitations", _ -> Optional.empty());
  }

  private static void assertLimited(int status, Supplier<Answer> mailing) {
    for (int i = 0; i < 5; i++) {
      mailing.get().is(status);
    }
    mailing.get().isProblem(429, "too-many-requests");
  }

  private static ObjectNode address(String email) {
    return json().put("email", email);
  }

  @Test
  void changesOfTheAddress_sendNoMoreThanThat() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    int before = mails(carla.person().email());
    for (int i = 0; i < 5; i++) {
      change(carla, Portal.email("new")).is(200);
    }
    String last = Portal.email("last");
    Map<String, Object> state = Portal.everything();

    change(carla, last).isProblem(429, "too-many-requests");

    assertThat(Portal.everything()).isEqualTo(state);
    assertThat(mails(carla.person().email()) - before).isEqualTo(5);
    assertThat(mails(last)).isZero();
    assertThat(carla.person().get(carla.client().path() + "/folders").status()).isEqualTo(200);
  }

  private Answer change(Office.Client.SignedIn client, String email) {
    return office.administrator().patch(client.client().path(), json().put("email", email));
  }

  @Test
  void anIpv6Caller_isTheirNetworkOf64Bits_andABlockOf48HasALimitAtTheSite() {
    String site = office.slug();
    int block = ThreadLocalRandom.current().nextInt(0x10000);
    String network = "2001:db8:%x".formatted(block);
    for (int i = 0; i < 20; i++) {
      new Visitor(network + ":0::" + (i + 1)).register(site, "X", Portal.email("many")).is(202);
    }
    String late = Portal.email("late");
    new Visitor(network + ":0:ffff::1").register(site, "X", late).is(202);
    assertThat(mails(late)).isZero();
    for (int i = 20; i < 99; i++) {
      new Visitor(network + ":%x::1".formatted(i / 10))
          .register(site, "X", Portal.email("many"))
          .is(202);
    }
    new Visitor(network + ":ffff::1").register(site, "X", late).is(202);
    new Visitor(network + ":fffe::1").register(site, "X", late).is(202);
    assertThat(mails(late)).isEqualTo(1);

    Visitor.elsewhere().register(site, "X", late).is(202);
    assertThat(mails(late)).isEqualTo(2);
  }

  @Test
  void invitations_arePresentedTwoHundredTimesAnHourFromOneNetwork() {
    Visitor visitor = Visitor.elsewhere();
    Office.Client carla = office.client("Carla").invite();
    String invitation = Portal.newestToken(carla.email());
    int before = mails(carla.email());
    for (int i = 0; i < 200; i++) {
      visitor.accept("unknown" + i).is(202);
    }
    Answer refused = visitor.accept(invitation).is(202);
    assertThat(refused.text("browserKey")).hasSize(43);
    assertThat(mails(carla.email())).isEqualTo(before);

    visitor.register(office.slug(), "X", Portal.email("x")).is(202);
    Visitor.elsewhere().accept(invitation).is(202);
    assertThat(mails(carla.email())).isEqualTo(before + 1);
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
  void aFloodFromEverywhere_neverKeepsAFirmsOwnClientsFromRegistering() {
    Office.Client carla = office.client("Carla");
    Visitor.elsewhere().register(office.slug(), "X", Portal.email("first")).is(202);
    Portal.settle();
    // As many mails as were sent since.
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
                        ":more", AttributeValue.fromN("998"), ":one", AttributeValue.fromN("1"))));
    String last = Portal.email("last");
    String late = Portal.email("late");

    Visitor.elsewhere().register(office.slug(), "X", last).is(202);
    Portal.settle();
    Visitor.elsewhere().register(office.slug(), "X", late).is(202);
    Visitor.elsewhere().register(office.slug(), "Carla", carla.email()).is(202);

    assertThat(mails(last)).isEqualTo(1);
    assertThat(mails(late)).isZero();
    assertThat(mails(carla.email())).isEqualTo(1);
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
