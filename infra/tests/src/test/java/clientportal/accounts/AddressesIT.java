package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.ClientGroup;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.driver.Visitor.Asked;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is taken as an address is mailed, proved and signed in with, in the form that is shown. */
final class AddressesIT {
  private final Office office = Office.open();
  private final Person administrator = office.administrator();
  private final Visitor visitor = Visitor.elsewhere();

  @ParameterizedTest
  @CsvSource({
    "familie@straße.example, familie@xn--strae-oqa.example",
    "ANNA@GROẞE.example, ANNA@xn--groe-xna.example",
    "'  o''brien+tax@bücher.example\t', o'brien+tax@xn--bcher-kva.example",
    "user@例え.テスト, user@xn--r8jz45g.xn--zckzah",
    "{64}@{58}.test, {64}@{58}.test"
  })
  void anAddressThatIsTaken_isInvitedAndSignsIn_inTheFormThatIsShown(String typed, String shown) {
    String email = filled(shown);
    Office.Client carla = office.client("Carla", filled(typed));

    String invited =
        administrator
            .post(carla.path() + "/account", json().put("email", filled(typed)))
            .is(201)
            .text("email");
    assertThat(invited).isEqualTo(email);
    assertThat(administrator.get(carla.path()).text("email")).isEqualTo(email);
    Asked asked = visitor.accepting(email);
    visitor.verify(asked.withKey().put("password", Visitor.PASSWORD)).is(200);

    Person person = Portal.signIn(email);
    assertThat(person.get("/v1/me").text("email")).isEqualTo(email);
    assertThat(person.get("/v1/me").at("clientOf")).hasSize(1);
    assertThat(Portal.signInWithPassword(email, Visitor.PASSWORD).status()).isEqualTo(200);
    String other = "Another-pass-1";
    visitor.requestPasswordReset(filled(typed)).is(202);
    visitor.resetPassword(visitor.resetting(email).withCode().put("password", other)).is(204);
    assertThat(Portal.signInWithPassword(email, other).status()).isEqualTo(200);
  }

  private static String filled(String address) {
    return address.replace("{64}", "a".repeat(64)).replace("{58}", "d".repeat(58));
  }

  @Test
  void theOwnerOfASimilarDomain_isAnotherPerson() {
    String name = "familie" + System.nanoTime();
    Office.Client carla = office.client("Carla", name + "@straße.test");

    Asked asked = visitor.registering(office.slug(), "Mallory", name + "@strasse.test");
    visitor.verify(asked.withCode()).is(200);

    assertThat(administrator.get(carla.path()).text("account/status")).isEqualTo("none");
    assertThat(Portal.signIn(asked.email()).get("/v1/me").text("clientOf/0/clientId"))
        .isNotEqualTo(carla.clientId());
    assertThat(Portal.mails(name + "@xn--strae-oqa.test")).isEmpty();
  }

  /** A call of every operation whose body has an address; each has the others' fields right. */
  private Map<String, Function<String, Answer>> operations() {
    Office.Client carla = office.client("Carla");
    String contact = carla.path() + "/contacts/" + carla.contact("Colin", true);
    Person operator = Portal.signIn("operator@portal.test");
    Map<String, Function<String, Answer>> calls = new TreeMap<>();
    calls.put(
        "POST /v1/firms",
        email -> {
          ObjectNode firm = json().put("name", "F").put("slug", Portal.slug());
          firm.set("administrator", json().put("name", "A").put("email", email));
          return operator.post("/v1/firms", firm);
        });
    calls.put(
        "PATCH /v1/firms/{firmId}",
        email ->
            administrator.patch(
                office.path(), json().set("settings", json().put("replyTo", email))));
    calls.put(
        "POST /v1/firms/{firmId}/administrators",
        email ->
            operator.post(
                office.path() + "/administrators", json().put("name", "A").put("email", email)));
    calls.put(
        "POST /v1/firms/{firmId}/staff",
        email ->
            administrator.post(
                office.path() + "/staff",
                json().put("name", "S").put("role", "staff").put("email", email)));
    calls.put(
        "POST /v1/firms/{firmId}/clients",
        email ->
            administrator.post(
                office.path() + "/clients",
                json().put("kind", "client").put("name", "C").put("email", email)));
    calls.put(
        "PATCH /v1/firms/{firmId}/clients/{clientId}",
        email -> administrator.patch(carla.path(), json().put("email", email)));
    calls.put(
        "POST /v1/firms/{firmId}/clients/{clientId}/contacts",
        email ->
            administrator.post(
                carla.path() + "/contacts",
                json()
                    .put("name", "C")
                    .put("relationship", "x")
                    .put("webPortal", false)
                    .put("email", email)));
    calls.put(
        "PATCH /v1/firms/{firmId}/clients/{clientId}/contacts/{contactId}",
        email -> administrator.patch(contact, json().put("email", email)));
    calls.put(
        "POST /v1/firms/{firmId}/clients/{clientId}/account",
        email -> administrator.post(carla.path() + "/account", json().put("email", email)));
    calls.put(
        "POST /v1/firms/{firmId}/clients/{clientId}/contacts/{contactId}/account",
        email -> administrator.post(contact + "/account", json().put("email", email)));
    ClientGroup family = ClientGroup.create(office, portal(Portal.email("meg")));
    calls.put(
        "POST /v1/firms/{firmId}/portals",
        email -> administrator.post(office.path() + "/portals", portal(email)));
    calls.put(
        "POST /v1/firms/{firmId}/portals/{portalId}/members",
        email ->
            administrator.post(
                family.path() + "/members", ClientGroup.with(json(), "M", email, "contributor")));
    calls.put(
        "PATCH /v1/firms/{firmId}/members/{memberId}",
        email ->
            administrator.patch(
                office.path() + "/members/" + family.member("Meg"), json().put("email", email)));
    calls.put("POST /v1/registrations", email -> visitor.register(office.slug(), "R", email));
    calls.put("POST /v1/password-resets", visitor::requestPasswordReset);
    return calls;
  }

  /** Returns the body that creates another portal with a member. */
  private ObjectNode portal(String email) {
    ClientGroup.setUp(office);
    ObjectNode body = ClientGroup.body(office, Portal.slug(), List.of(office.client("Gina")));
    return ClientGroup.with(body, "Meg", email, "contributor");
  }

  @Test
  void whatNoMailReaches_isRefusedWhereverAnAddressIsRead_andBlanksAroundOneAreRemoved()
      throws IOException {
    Map<String, Function<String, Answer>> operations = operations();
    assertThat(operations.keySet()).isEqualTo(operationsWithAnAddress());

    operations.forEach((operation, call) -> {
      for (String refused :
          List.of(
              "zoë@example.test",
              "a@☃.example",
              "a@-b.example",
              "a".repeat(64) + "@" + "d".repeat(59) + ".test",
              "a".repeat(64) + "@" + "ü".repeat(25) + "." + "ü".repeat(22) + ".test")) {
        assertThat(call.apply(refused).isProblem(400, "invalid-request").faults())
            .as(operation + " " + refused)
            .singleElement()
            .asString()
            .containsPattern("/(email|replyTo) (format|length)$");
      }
      String email = Portal.email("blank");
      Answer taken = call.apply(" \t" + email + "\u00a0\n");
      assertThat(taken.status()).as(operation + taken.text()).isIn(200, 201, 202, 409, 422);
      assertThat(taken.text()).doesNotContain("\\t", "\\n");
    });
  }

  /** Reads from the contract which calls have an address in their body. */
  private static Set<String> operationsWithAnAddress() throws IOException {
    JsonNode contract =
        new ObjectMapper()
            .valueToTree(
                new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(Path.of("..", "openapi.yaml"))));
    Set<String> operations = new TreeSet<>();
    contract
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method -> {
                  if (hasAnAddress(method.getValue().path("requestBody"), contract)) {
                    operations.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                  }
                }));
    return operations;
  }

  private static boolean hasAnAddress(JsonNode node, JsonNode contract) {
    if (node.path("format").asText().equals("email")) {
      return true;
    }
    if (node.has("$ref")) {
      return hasAnAddress(contract.at(node.get("$ref").asText().substring(1)), contract);
    }
    for (JsonNode child : node) {
      if (hasAnAddress(child, contract)) {
        return true;
      }
    }
    return false;
  }
}
