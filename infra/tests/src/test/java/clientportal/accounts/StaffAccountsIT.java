package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts as the firm's staff manage them: created, seen, sent once more, taken away. */
final class StaffAccountsIT {
  private final Office office = Office.open();
  private final Person staff = office.administrator();
  private final Office.Client client = office.client("Carla");

  private static ObjectNode email(String address) {
    return json().put("email", address);
  }

  private String contact(String name, String address, boolean webPortal) {
    return client.path() + "/contacts/" + client.contact(name, address, webPortal);
  }

  /** A contact of the client who has signed in. */
  private record Related(String path, String id, Person person) {}

  private Related related() {
    String address = Portal.email("colin");
    String path = contact("Colin", address, true);
    staff.post(path + "/account", email(address)).is(201);
    return new Related(
        path, path.substring(path.lastIndexOf('/') + 1), Portal.acceptInvitation(address));
  }

  /** The ways by which a person reaches the client's data. */
  private List<Integer> reached(Person person, String folder, String document) {
    return List.of(
        person.get(client.path() + "/shared").status(),
        person.get(client.path() + "/folders").status(),
        person.get(folder).status(),
        person.get(folder + "/documents").status(),
        person.get(folder + "/documents/" + document).status(),
        person.post(folder + "/documents/" + document + "/download").status(),
        person
            .post(
                folder + "/documents",
                json()
                    .put("name", "a.txt")
                    .put("size", 1)
                    .put("contentType", "text/plain")
                    .put("sha256", File.text("a.txt", "a").sha256()))
            .status());
  }

  private static final List<Integer> EVERYTHING = List.of(200, 200, 200, 200, 200, 200, 201);
  private static final List<Integer> NOTHING = List.of(404, 404, 404, 404, 404, 404, 404);

  @Test
  @Tag("BC2")
  @Tag("BC3")
  @Tag("BC4")
  @Tag("BC5")
  @Tag("BC7")
  @Tag("BC9")
  @Tag("BC10")
  @Tag("BC12")
  void aContactsAccount_needsPermissionAddressAndItsConfirmation_andIsInvitedByMail() {
    String address = Portal.email("colin");
    String path = contact("Colin", address, true) + "/account";
    String closed = contact("Closed", address, false) + "/account";
    String mute =
        client.path()
            + "/contacts/"
            + staff
                .post(
                    client.path() + "/contacts",
                    json().put("name", "Mute").put("relationship", "aunt").put("webPortal", true))
                .is(201)
                .text("contactId")
            + "/account";
    Person without = office.member("Sam", false).person();
    Map<String, Object> before = Portal.everything();
    without.post(path, email(address)).isProblem(403, "permission-required");
    staff.post(closed, email(address)).isProblem(422, "recipient-not-permitted");
    staff.post(mute, email(address)).isProblem(422, "email-required");
    staff.post(path, email("other@example.test")).isProblem(422, "email-mismatch");
    staff.post(path, json()).isProblem(400, "invalid-request");
    assertThat(Portal.everything()).isEqualTo(before);

    Answer created = staff.post(path, email(address.toUpperCase(Locale.ROOT))).is(201);

    assertThat(created.text("status")).isEqualTo("invited");
    assertThat(created.text("email")).isEqualTo(address);
    assertThat(created.header("Location")).contains(path);
    assertThat(staff.get(path).is(200).text()).isEqualTo(created.text());
    assertThat(Portal.lastMail(address).text())
        .contains(office.slug() + "/invitation#", "Meyer & Søn");
    staff.post(path, email(address)).isProblem(409, "account-exists");
    assertThat(Portal.mails(address)).hasSize(1);
    Person colin = Portal.acceptInvitation(address);
    Answer me = colin.get("/v1/me");
    assertThat(me.text("clientOf/0/as")).isEqualTo("contact");
    assertThat(colin.get(client.path() + "/shared").is(200).at("items")).isEmpty();
  }

  @Test
  @Tag("BC6")
  @Tag("BC8")
  @Tag("BX2")
  void theStatus_canBeReadFromClientAndContact_andNoneIsOneCallFromAnAccount() {
    String withoutEmail =
        office.path()
            + "/clients/"
            + staff
                .post(office.path() + "/clients", json().put("kind", "client").put("name", "N"))
                .is(201)
                .text("clientId");
    assertThat(staff.get(withoutEmail).json().has("email")).isFalse();
    assertThat(staff.get(withoutEmail).text("account/status")).isEqualTo("none");
    String address = Portal.email("colin");
    String colin = contact("Colin", address, true);

    for (String[] each : new String[][] {{client.path(), client.email()}, {colin, address}}) {
      String account = each[0] + "/account";
      assertThat(staff.get(account).text()).isEqualTo("{\"status\":\"none\"}");
      staff.post(account, email(each[1])).is(201);
      assertThat(staff.get(account).text("status")).isEqualTo("invited");
      assertThat(staff.get(account).text("invitedAt")).isNotEmpty();
      Portal.acceptInvitation(each[1]);
      assertThat(staff.get(account).text("status")).isEqualTo("active");
      staff.delete(account).is(204);
      assertThat(staff.get(account).text("status")).isEqualTo("revoked");
    }
    assertThat(staff.get(client.path()).text("account/status")).isEqualTo("revoked");
  }

  @Test
  @Tag("BC11")
  void theInstructions_canBePrinted_andOpenNothing() {
    String path = client.path() + "/account/instructions";
    staff.get(path).isProblem(422, "account-required");
    client.invite();

    Answer answer = staff.get(path).is(200);

    String site = Portal.stack().describe().get("portalUrl") + "/" + office.slug();
    assertThat(answer.text("text").lines()).contains(site, client.email());
    assertThat(answer.text("html"))
        .contains(">" + site + "<", ">" + client.email() + "<", "Meyer &amp; Søn", "@media print")
        .doesNotContain("<script", "<img", "<link");
    assertThat(answer.text("subject")).contains("Meyer & Søn");
    String token = Portal.newestToken(client.email());
    assertThat(answer.text()).doesNotContain(token, "#" + token.substring(0, 8));
    office.member("Sam", false).person().get(path).isProblem(403, "permission-required");
  }

  @Test
  @Tag("BX7")
  @Tag("SX2")
  void accessStays_untilItIsRevoked_andThenEndsWithATokenThatIsStillValid() {
    client.invite();
    Portal.acceptInvitation(client.email());
    Related colin = related();
    String folderId = client.folder("Taxes");
    String folder = client.path() + "/folders/" + folderId;
    client.share(folderId, "all-authorized", "view-upload").is(200);
    String document = File.text("a.txt", "a").upload(staff, folder);
    Portal.advance(Duration.ofDays(400));
    Person administrator = Portal.signIn(staff.email());
    Person carla = Portal.signIn(client.email());
    Person colinLater = Portal.signIn(colin.person.email());
    assertThat(reached(carla, folder, document)).isEqualTo(EVERYTHING);
    assertThat(reached(colinLater, folder, document)).isEqualTo(EVERYTHING);

    administrator.delete(client.path() + "/account").is(204);
    assertThat(reached(carla, folder, document)).isEqualTo(NOTHING);
    assertThat(carla.get("/v1/me").at("clientOf")).isEmpty();
    assertThat(reached(colinLater, folder, document)).isEqualTo(EVERYTHING);
    administrator.delete(colin.path + "/account").is(204);
    assertThat(reached(colinLater, folder, document)).isEqualTo(NOTHING);
    assertThat(colinLater.get("/v1/me").at("clientOf")).isEmpty();

    administrator.post(client.path() + "/account", email(client.email())).is(201);
    administrator.post(colin.path + "/account", email(colin.person.email())).is(201);
    assertThat(reached(carla, folder, document)).isEqualTo(NOTHING);
    // A token says in whole seconds when its session began.
    Portal.advance(Duration.ofSeconds(1));
    Person carlaAgain = Portal.acceptInvitation(client.email());
    assertThat(reached(carlaAgain, folder, document)).isEqualTo(EVERYTHING);
    assertThat(reached(Portal.acceptInvitation(colin.person.email()), folder, document))
        .isEqualTo(EVERYTHING);
    carla.get(client.path() + "/shared").isProblem(401, "session-ended");
    assertThat(administrator.get(folder + "/shares").at("recipients").findValuesAsText("recipient"))
        .containsExactly("all-authorized");
    assertThat(carlaAgain.get(client.path() + "/shared").at("items/0/name").asText())
        .isEqualTo("Taxes");
  }

  @Test
  @Tag("BX7")
  void onlyOneAddress_isLinked_andLinkingAgainLosesNothing() {
    Related colin = related();
    String personId = colin.person.personId();
    String folderId = client.folder("Earlier");
    client.share(folderId, colin.id, "view").is(200);
    staff.delete(colin.path + "/account").is(204);
    String missed = client.folder("Meanwhile");
    client.share(missed, colin.id, "view").is(200);

    staff
        .post(colin.path + "/account", email(Portal.email("second")))
        .isProblem(422, "email-mismatch");
    staff.post(colin.path + "/account", email(colin.person.email())).is(201);
    staff
        .post(colin.path + "/account", email(colin.person.email()))
        .isProblem(409, "account-exists");

    Person again = Portal.acceptInvitation(colin.person.email());
    assertThat(again.personId()).isEqualTo(personId);
    assertThat(again.get(client.path() + "/shared").at("items").findValuesAsText("name"))
        .containsExactly("Meanwhile", "Earlier");
  }

  @Test
  @Tag("BX9")
  void revoking_endsWhatWasSent_atOnce() {
    client.invite();
    String invitation = Portal.newestToken(client.email());
    String browserKey = accept(invitation).text("browserKey");
    Message verification = Portal.lastMail(client.email());
    int mails = Portal.mails(client.email()).size();

    staff.delete(client.path() + "/account").is(204);

    verify(Portal.token(verification), browserKey).isProblem(422, "token-not-valid");
    accept(invitation).is(202);
    assertThat(Portal.mails(client.email())).hasSize(mails);
    assertThat(staff.get(client.path() + "/account").text("status")).isEqualTo("revoked");
    Map<String, Object> before = Portal.everything();
    staff.delete(client.path() + "/account").is(204);
    assertThat(Portal.everything()).isEqualTo(before);
  }

  private static Answer accept(String token) {
    return Portal.anonymous("POST", "/v1/invitations/accept")
        .json(json().put("token", token))
        .send();
  }

  private static Answer verify(String token, String browserKey) {
    return Portal.anonymous("POST", "/v1/verifications")
        .json(json().put("token", token).put("browserKey", browserKey))
        .send();
  }

  @Test
  void ofThreeInvitations_theLastTwoAreValid() {
    String address = Portal.email("colin");
    String path = contact("Colin", address, true) + "/account";
    staff.post(path, email(address)).is(201);
    assertThat(Portal.mails(address)).hasSize(1);
    for (int times = 2; times <= 3; times++) {
      Answer resent = staff.post(path + "/invitation").is(202);
      assertThat(resent.text("status")).isEqualTo("invited");
      assertThat(Portal.mails(address)).hasSize(times);
    }
    List<String> sent = Portal.mails(address).stream().map(Portal::token).toList();

    accept(sent.get(0)).is(202);
    assertThat(Portal.mails(address)).hasSize(3);
    accept(sent.get(1)).is(202);
    assertThat(Portal.mails(address)).hasSize(4);
    String browserKey = accept(sent.get(2)).is(202).text("browserKey");
    verify(Portal.newestToken(address), browserKey).is(200);

    staff.post(path + "/invitation").isProblem(409, "conflict");
    staff.delete(path).is(204);
    staff.post(path + "/invitation").isProblem(422, "account-required");
    staff.post(client.path() + "/account/invitation").isProblem(422, "account-required");
    client.invite();
    staff.post(client.path() + "/account/invitation").is(202);
    assertThat(Portal.mails(client.email())).hasSize(2);
  }

  @Test
  void aContactWhoHasLostThePermission_isNotInvitedAgain() {
    String address = Portal.email("colin");
    String contact = contact("Colin", address, true);
    staff.post(contact + "/account", email(address)).is(201);
    assertThat(Portal.mails(address)).hasSize(1);
    staff.patch(contact, json().put("webPortal", false)).is(200);

    staff.post(contact + "/account/invitation").isProblem(422, "recipient-not-permitted");

    assertThat(Portal.mails(address)).hasSize(1);
  }

  @Test
  @Tag("BS7")
  void withoutALinkedAccount_nothingIsSharedAnewWithTheClient() {
    String folderId = client.folder("Taxes");
    client.share(folderId, "client", "view").isProblem(422, "account-required");
    client.invite();
    client.share(folderId, "client", "view").is(200);
    staff.delete(client.path() + "/account").is(204);
    client.share(client.folder("Later"), "client", "view").isProblem(422, "account-required");
  }
}
