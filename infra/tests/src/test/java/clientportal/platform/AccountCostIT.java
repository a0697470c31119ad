package clientportal.platform;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Copies;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.local.functions.AwsCall;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What accounts and registrations cost, as {@code infra/COSTS.md} says. */
final class AccountCostIT {
  private static final String LONG_NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);

  private final Office office = Office.open(LONG_NAME, true);
  private final Office.Customer.SignedIn carla = office.activeClient(LONG_NAME);
  private final Office.Customer client = carla.customer();

  @Test
  void creatingAClient_isOneReadAndOneTransaction() {
    ObjectNode body =
        json().put("kind", "client").put("name", LONG_NAME).put("email", Portal.email("c"));

    Cost created =
        Cost.of(
            "CreateClient",
            () -> office.administrator().post(office.path() + "/clients", body).is(201));

    assertThat(created.calls()).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
  }

  @Test
  void inviting_isOneReadAndOneTransaction_andAcceptingOneWrite_whateverTheToken() {
    Office.Customer other = office.client(LONG_NAME);
    Cost created = Cost.of("CreateAccount", () -> other.invite());
    assertThat(created.calls()).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
    String token = Portal.token(Portal.lastMail(other.email()));

    for (String presented : List.of(token, "A".repeat(43), "x")) {
      Cost accepted =
          Cost.of(
              "AcceptInvitation",
              () ->
                  Portal.anonymous("POST", "/v1/invitations/accept")
                      .json(json().put("token", presented))
                      .send()
                      .is(202));
      assertThat(accepted.calls()).isEqualTo(Map.of("PutItem", 1));
    }
  }

  @Test
  void managingAccounts_isOneReadAndOneTransaction_andOneReadMoreOfThePersonsLink() {
    for (boolean ofClient : new boolean[] {true, false}) {
      Office.Customer other = office.client(LONG_NAME);
      String email = ofClient ? other.email() : Portal.email("colin");
      String contact = ofClient ? "" : "/contacts/" + other.contact(LONG_NAME, email, true);
      String path = other.path() + contact + "/account";
      String kind = ofClient ? "" : "Contact";
      Person staff = office.administrator();

      Cost created =
          Cost.of(
              "Create" + kind + "Account",
              () -> staff.post(path, json().put("email", email)).is(201));
      assertManaging(created, 1, 4);
      Cost resent =
          Cost.of(
              ofClient ? "ResendInvitation" : "ResendContactInvitation",
              () -> staff.post(path + "/invitation").is(202));
      assertManaging(resent, 1, 4);
      Cost seen = Cost.of("Get" + kind + "Account", () -> staff.get(path).is(200));
      assertThat(seen.calls()).isEqualTo(Map.of("BatchGetItem", 1));
      assertThat(seen.readUnits()).isLessThanOrEqualTo(4);
      Portal.comeIn(email);
      Cost revoked = Cost.of("Revoke" + kind + "Account", () -> staff.delete(path).is(204));
      assertManaging(revoked, 2, 5);
      assertThat(revoked.writeUnits()).isLessThanOrEqualTo(10);
      Cost again = Cost.of("Revoke" + kind + "Account", () -> staff.delete(path).is(204));
      assertThat(again.calls()).isEqualTo(Map.of("BatchGetItem", 1));
    }
  }

  private static void assertManaging(Cost cost, int reads, double readUnits) {
    assertThat(cost.calls()).isEqualTo(Map.of("BatchGetItem", reads, "TransactWriteItems", 1));
    assertThat(cost.readUnits()).isLessThanOrEqualTo(readUnits);
    assertThat(cost.writeUnits()).isLessThanOrEqualTo(10);
  }

  @Test
  void instructions_areOneRead() {
    Cost cost =
        Cost.of(
            "GetAccountInstructions",
            () -> office.administrator().get(client.path() + "/account/instructions").is(200));

    assertThat(cost.calls()).isEqualTo(Map.of("BatchGetItem", 1));
    assertThat(cost.readUnits()).isLessThanOrEqualTo(5);
  }

  @Test
  void anInvitationThatDoesNotArrive_isOneReadAndOneTransaction_andAMail() {
    Office.Customer other = office.client(LONG_NAME);
    String email = "bounce+" + Portal.slug() + "@simulator.amazonses.com";
    String path = other.path() + "/contacts/" + other.contact(LONG_NAME, email, true);
    Runnable invite =
        () -> {
          office.administrator().post(path + "/account", json().put("email", email)).is(201);
          Portal.settle();
        };

    List<AwsCall> calls = new ArrayList<>(Portal.calls("RecordBounces", invite));
    assertThat(Cost.of(calls).calls())
        .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
    assertThat(Cost.of(calls).readUnits()).isLessThanOrEqualTo(3);
    assertThat(Cost.of(calls).writeUnits()).isLessThanOrEqualTo(6);
    Cost reported = Cost.of(Portal.stack().calls().callsOf("ReportBounces"));
    assertThat(reported.calls()).isEqualTo(Map.of("BatchGetItem", 2, "PutItem", 2, "SendEmail", 1));
    assertThat(reported.readUnits()).isLessThanOrEqualTo(7);
    assertThat(reported.writeUnits()).isLessThanOrEqualTo(2);
  }

  @Test
  void registering_isTheSameFewCalls_whoeverHasTheAddress() {
    Visitor visitor = Visitor.elsewhere();
    visitor.register(office.slug(), LONG_NAME, Portal.email("first")).is(202);
    for (String email : List.of(carla.person().email(), Portal.email("nobody"))) {
      Cost registered =
          Cost.of("Register", () -> visitor.register(office.slug(), LONG_NAME, email).is(202));
      assertThat(registered.calls())
          .isEqualTo(Map.of("BatchGetItem", 2, "UpdateItem", 2, "PutItem", 1));
      assertThat(registered.readUnits()).isLessThanOrEqualTo(4);
      assertThat(registered.writeUnits()).isLessThanOrEqualTo(3);

      Cost forgotten =
          Cost.of("RequestPasswordReset", () -> visitor.requestPasswordReset(email).is(202));
      assertThat(forgotten.calls())
          .isEqualTo(Map.of("BatchGetItem", 1, "UpdateItem", 1, "PutItem", 1));
      assertThat(forgotten.readUnits()).isLessThanOrEqualTo(1);
      assertThat(forgotten.writeUnits()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void comingInByRegistration_andByANewPassword() {
    Visitor visitor = Visitor.elsewhere();
    String email = Portal.email("rosa");
    Visitor.Asked asked = visitor.registering(office.slug(), LONG_NAME, email);
    Cost verified = Cost.of("VerifyAccount", () -> visitor.verify(asked.withKey()).is(200));
    assertThat(verified.calls())
        .isEqualTo(
            Map.of(
                "UpdateItem", 2,
                "Query", 1,
                "BatchGetItem", 1,
                "AdminCreateUser", 1,
                "TransactWriteItems", 1));
    assertThat(verified.readUnits()).isLessThanOrEqualTo(4);
    assertThat(verified.writeUnits()).isLessThanOrEqualTo(2 + 2 * 16);

    Visitor.Asked forgotten = visitor.resetting(email);
    Cost reset =
        Cost.of(
            "ResetPassword",
            () ->
                visitor
                    .resetPassword(forgotten.withKey().put("password", Visitor.PASSWORD))
                    .is(204));
    assertThat(reset.calls())
        .isEqualTo(
            Map.of(
                "UpdateItem", 2,
                "BatchGetItem", 1,
                "AdminSetUserPassword", 1,
                "AdminUserGlobalSignOut", 1,
                "TransactWriteItems", 1));
    assertThat(reset.readUnits()).isLessThanOrEqualTo(2);
    assertThat(reset.writeUnits()).isLessThanOrEqualTo(2 + 2 * 3);
  }

  @Test
  void registrationsThatWait_costTheSame_forFewAndForMany() {
    String email = Portal.email("twin");
    Office.Customer one = office.client(LONG_NAME, email);
    office.client(LONG_NAME, email);
    Visitor visitor = Visitor.elsewhere();
    visitor.verify(visitor.registering(office.slug(), LONG_NAME, email).withKey()).is(200);
    String registrations = office.path() + "/registrations";
    Cost few =
        Cost.of("ListRegistrations", () -> office.administrator().get(registrations).is(200));
    copyRegistrations(1_000);

    Cost many =
        Cost.of("ListRegistrations", () -> office.administrator().get(registrations).is(200));

    assertThat(few.calls()).isEqualTo(Map.of("BatchGetItem", 1, "Query", 1));
    assertThat(many.calls()).isEqualTo(few.calls());
    assertThat(many.readUnits()).isLessThanOrEqualTo(1 + 4);
    String id =
        office.administrator().get(registrations + "?limit=1").text("items/0/registrationId");
    Cost resolved =
        Cost.of(
            "ResolveRegistration",
            () ->
                office
                    .administrator()
                    .post(
                        registrations + "/" + id + "/resolution",
                        json().put("clientId", one.clientId()))
                    .is(200));
    assertThat(resolved.calls()).isEqualTo(Map.of("BatchGetItem", 3, "TransactWriteItems", 1));
    assertThat(resolved.readUnits()).isLessThanOrEqualTo(7);
    assertThat(resolved.writeUnits()).isLessThanOrEqualTo(2 * 12);
  }

  /** Adds registrations by older copies of the one there is, past the API. */
  private void copyRegistrations(int copies) {
    String pk = "FIRM#" + office.firmId() + "#REGISTRATIONS";
    Copies.of(Portal.item(pk, Portal.sortKeys(pk, "PENDING#").getFirst()))
        .put(IntStream.range(0, copies), number -> Map.of("SK", "PENDING#" + Copies.id(number)));
  }
}
