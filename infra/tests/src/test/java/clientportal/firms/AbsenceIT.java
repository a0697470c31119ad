package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Staff who are away, and who stands in for them: {@code setAbsence}. */
final class AbsenceIT {
  private final Office office = Office.open();
  private final Office.Member sam = office.member("Sam", false);
  private final Office.Member tom = office.member("Tom", false);
  private final Office.Client.SignedIn carla = office.activeClient("Carla");

  private String pathOf(Office.Member member) {
    return office.path() + "/staff/" + member.staffId();
  }

  private ObjectNode awayForADay() {
    return away(Duration.ofDays(1));
  }

  private ObjectNode away(Duration time) {
    return Office.absence(Portal.now(), time, tom.staffId());
  }

  private void upload(String name) {
    Office.Client client = carla.client();
    File.text(name, "p").upload(carla.person(), client.path() + "/folders/" + client.uploads());
    Portal.settle();
  }

  private static List<String> documents(Office.Member member) {
    return member
        .person()
        .get("/v1/me/notices")
        .is(200)
        .at("items")
        .findValuesAsText("documentName");
  }

  @Test
  void whileAStaffMemberIsAway_noticesGoToTheStandInToo_andThatEndsByItself() {
    carla.client().assignTeam(sam.staffId());
    upload("first-payslip.txt");
    sam.person().put(pathOf(sam) + "/absence", away(Duration.ofMinutes(10))).is(200);

    upload("second-payslip.txt");
    Portal.advance(Duration.ofMinutes(5));
    assertThat(Portal.mails(tom.person().email()))
        .filteredOn(mail -> String.valueOf(mail.text()).contains("second-payslip.txt"))
        .hasSize(1);
    Portal.advance(Duration.ofMinutes(6));
    upload("third-payslip.txt");

    assertThat(documents(tom)).containsExactly("second-payslip.txt");
    assertThat(documents(sam))
        .containsExactly("third-payslip.txt", "second-payslip.txt", "first-payslip.txt");
    Answer over = tom.person().get(pathOf(sam)).is(200);
    assertThat(over.at("absence").isMissingNode()).isTrue();
  }

  @Test
  void staffSetTheirOwnAbsence_andAdministratorsThatOfOthers() {
    tom.person().put(pathOf(sam) + "/absence", awayForADay()).isProblem(403, "permission-required");
    Answer set = office.administrator().put(pathOf(sam) + "/absence", awayForADay()).is(200);
    assertThat(set.text("absence/standIn")).isEqualTo(tom.staffId());
    assertThat(office.administrator().get(office.path() + "/staff").is(200).text())
        .contains("\"standIn\":\"" + tom.staffId());

    sam.person().put(pathOf(sam) + "/absence", Office.present()).is(200);

    assertThat(tom.person().get(pathOf(sam)).at("absence").isMissingNode()).isTrue();
  }

  @Test
  void aStandInWhoIsDisabled_isRefused_andOneWhoIsDisabledLaterIsNotNotified() {
    carla.client().assignTeam(sam.staffId());
    sam.person().put(pathOf(sam) + "/absence", awayForADay()).is(200);
    office.administrator().patch(pathOf(tom), Portal.json().put("enabled", false)).is(200);

    upload("passport.txt");

    assertThat(documents(sam)).containsExactly("passport.txt");
    Portal.advance(Duration.ofMinutes(5));
    assertThat(Portal.mails(tom.person().email()))
        .noneMatch(mail -> String.valueOf(mail.text()).contains("passport.txt"));
    sam.person()
        .put(
            pathOf(sam) + "/absence",
            Office.absence(Portal.now(), Duration.ofDays(2), tom.staffId()))
        .isProblem(422, "unknown-staff");
  }
}
