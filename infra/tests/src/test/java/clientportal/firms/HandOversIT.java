package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Staff who leave, and who takes over: {@code handOver}, {@code getHandOver}. */
final class HandOversIT {
  private final Office office = Office.open();
  private final Office.Member leo = office.member("Leo", false);
  private final Office.Member sue = office.member("Sue", false);
  private final Office.Member tom = office.member("Tom", false);

  private List<String> team(Office.Client client) {
    List<String> ids = new ArrayList<>();
    office
        .administrator()
        .get(client.path())
        .is(200)
        .at("team")
        .forEach(id -> ids.add(id.asText()));
    return ids;
  }

  private void disable(Office.Member member) {
    office
        .administrator()
        .patch(office.path() + "/staff/" + member.staffId(), Portal.json().put("enabled", false))
        .is(200);
  }

  private static List<String> types(Office.Member member) {
    return member.person().get("/v1/me/notices").is(200).at("items").findValuesAsText("type");
  }

  @Test
  void whoLeaves_isResponsibleForNothingAfterwards_andTheNextEventReachesTheSuccessorAlone() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    client.assignTeam(leo.staffId());
    Office.Client both = office.client("Both");
    both.assignTeam(tom.staffId(), leo.staffId(), sue.staffId());
    Answer preview = office.handOver(leo.staffId());
    assertThat(preview.at("clients/count").asInt()).isEqualTo(2);
    assertThat(preview.text()).contains("Carla", "Both");
    disable(leo);

    Answer begun = office.handOver(leo.staffId(), sue.staffId()).is(202);
    Portal.settle();

    assertThat(begun.text("status")).isEqualTo("running");
    assertThat(team(client)).containsExactly(sue.staffId());
    assertThat(team(both)).containsExactly(tom.staffId(), sue.staffId());
    Answer after = office.handOver(leo.staffId());
    assertThat(after.at("clients/count").asInt()).isZero();
    assertThat(after.text("handOver/status")).isEqualTo("completed");
    assertThat(after.at("handOver/passedOn").asInt()).isEqualTo(2);
    assertThat(types(sue)).containsExactly("handed-over");
    Portal.advance(Duration.ofMinutes(5));
    assertThat(Portal.mails(sue.person().email()))
        .filteredOn(mail -> String.valueOf(mail.subject()).equals("You have taken over from Leo"))
        .hasSize(1);

    File.text("passport.txt", "p")
        .upload(carla.person(), client.path() + "/folders/" + client.uploads());
    Portal.advance(Duration.ofMinutes(5));

    assertThat(types(sue)).containsExactly("document-uploaded", "handed-over");
    assertThat(types(tom)).isEmpty();
    assertThat(Portal.mails(leo.person().email()))
        .noneMatch(mail -> String.valueOf(mail.text()).contains("passport.txt"));
  }

  @Test
  void moreThanOneStep_passesOnAll_andALaterTeamTakesAnotherHandOver() {
    List<Office.Client> clients =
        IntStream.range(0, 60).mapToObj(number -> office.client("C" + number)).toList();
    clients.forEach(client -> client.assignTeam(leo.staffId()));
    office.handOver(leo.staffId(), sue.staffId()).is(202);
    Portal.settle();

    assertThat(clients)
        .allSatisfy(client -> assertThat(team(client)).containsExactly(sue.staffId()));
    assertThat(office.handOver(leo.staffId()).at("handOver/passedOn").asInt()).isEqualTo(60);

    clients.getFirst().assignTeam(leo.staffId());
    office.handOver(leo.staffId(), tom.staffId()).is(202);
    Portal.settle();

    assertThat(team(clients.getFirst())).containsExactly(tom.staffId());
    assertThat(team(clients.getLast())).containsExactly(sue.staffId());
  }

  @Test
  void onlyAdministratorsHandOver_toSomebodyElseWhoWorksForTheFirm() {
    office.client("Carla").assignTeam(leo.staffId());
    String path = office.path() + "/staff/" + leo.staffId() + "/hand-over";

    leo.person()
        .post(path, Portal.json().put("to", sue.staffId()))
        .isProblem(403, "permission-required");
    leo.person().get(path).isProblem(403, "permission-required");
    disable(tom);
    for (String to : List.of(leo.staffId(), tom.staffId(), "01arz3ndektsv4rrffq69g5fav")) {
      office.handOver(leo.staffId(), to).isProblem(422, "unknown-staff");
    }
    assertThat(office.handOver(leo.staffId()).at("clients/count").asInt()).isEqualTo(1);
  }
}
