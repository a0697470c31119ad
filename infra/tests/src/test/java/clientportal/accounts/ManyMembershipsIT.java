package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Copies;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People who belong to hundreds of firms and clients: more than one call to the table reads. */
final class ManyMembershipsIT {
  private static final int MANY = 250;

  private final Office office = Office.open();

  private static void copy(String pk, String sk, IntFunction<Map<String, String>> texts) {
    Copies.of(Portal.item(pk, sk)).put(IntStream.range(0, MANY), texts);
  }

  @Test
  void eachFirmOfAStaffMember_isListed() {
    Person tom = office.member("Tom", false).person();
    String person = tom.personId();
    String firm = "FIRM#" + office.firmId();
    copy(firm, "FIRM", number -> Map.of("PK", "FIRM#" + Copies.id(number)));
    copy(
        firm + "#PERSON#" + person,
        "AFFILIATION",
        number -> Map.of("PK", "FIRM#" + Copies.id(number) + "#PERSON#" + person));
    copy(
        "PERSON#" + person,
        "STAFF#" + office.firmId(),
        number -> Map.of("SK", "STAFF#" + Copies.id(number)));

    Answer me = tom.get("/v1/me").is(200);

    assertThat(me.at("staffOf").findValuesAsText("firmId"))
        .hasSize(MANY + 1)
        .doesNotHaveDuplicates()
        .contains(office.firmId());
  }

  @Test
  void eachClientOfAPerson_isListed() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    String person = carla.person().personId();
    String firm = "FIRM#" + office.firmId();
    String client = carla.client().clientId();
    copy(firm, "CLIENT#" + client, number -> Map.of("SK", "CLIENT#" + Copies.id(number)));
    copy(
        firm + "#CLIENT#" + client,
        "LINK#" + person,
        number -> Map.of("PK", firm + "#CLIENT#" + Copies.id(number)));
    copy(
        "PERSON#" + person,
        "CLIENT#" + office.firmId() + "#" + client,
        number -> Map.of("SK", "CLIENT#" + office.firmId() + "#" + Copies.id(number)));

    Answer me = carla.person().get("/v1/me").is(200);

    assertThat(me.at("clientOf").findValuesAsText("clientId"))
        .hasSize(MANY + 1)
        .doesNotHaveDuplicates()
        .contains(client);
  }
}
