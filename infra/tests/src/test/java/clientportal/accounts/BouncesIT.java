package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Invitations that SES reports as not delivered, by the mailbox simulator's addresses. */
final class BouncesIT {
  private final Office office = Office.open();
  private final Person staff = office.administrator();

  private static String simulated(String kind) {
    return kind + "+" + Portal.slug() + "@simulator.amazonses.com";
  }

  private List<Message> reports(String email) {
    return Portal.mails(email).stream()
        .filter(mail -> String.valueOf(mail.subject()).endsWith("did not arrive"))
        .toList();
  }

  private String invitedClient(String name, String address) {
    String path =
        office.path()
            + "/clients/"
            + staff
                .post(
                    office.path() + "/clients",
                    json().put("kind", "individual").put("name", name).put("email", address))
                .is(201)
                .text("clientId");
    staff.post(path + "/account", json().put("email", address)).is(201);
    Portal.settle();
    return path;
  }

  @Test
  @Tag("BX2")
  void anInvitationThatBounces_showsAsBounced_andTheInviterIsNotified() {
    String address = simulated("bounce");
    String path = invitedClient("Bea", address);

    assertThat(staff.get(path + "/account").text("status")).isEqualTo("bounced");
    assertThat(staff.get(path).text("account/status")).isEqualTo("bounced");
    assertThat(reports(staff.email()))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.subject()).isEqualTo("Your invitation to Bea did not arrive");
          assertThat(mail.text())
              .contains(address, "Meyer & Søn")
              .contains(Portal.stack().describe().get("staffUrl") + path.substring("/v1".length()));
          assertThat(mail.html()).contains(address, "Meyer &amp; Søn");
        });

    staff.post(path + "/account", json().put("email", address)).isProblem(409, "account-exists");
    assertThat(staff.get(path + "/account/instructions").is(200).text("text")).contains(address);
    assertThat(staff.post(path + "/account/invitation").is(202).text("status"))
        .isEqualTo("invited");
    Portal.settle();
    assertThat(staff.get(path + "/account").text("status")).isEqualTo("bounced");
    assertThat(reports(staff.email())).hasSize(2);
  }

  @Test
  void suppressedInvitationsAndComplaints_areNotDeliveredEither() {
    for (String address : List.of(simulated("suppressionlist"), simulated("complaint"))) {
      String path = invitedClient("Bea", address);
      assertThat(staff.get(path + "/account").text("status")).as(address).isEqualTo("bounced");
    }
    assertThat(reports(staff.email())).hasSize(2);
    String answered = invitedClient("Otto", simulated("ooto"));
    assertThat(staff.get(answered + "/account").text("status")).isEqualTo("invited");
    assertThat(reports(staff.email())).hasSize(2);
  }

  @Test
  void aContactsAndAStaffMembersInvitation_theSame() {
    Office.Client client = office.client("Carla");
    String address = simulated("bounce");
    String contact = client.path() + "/contacts/" + client.contact("Colin", address, true);
    staff.post(contact + "/account", json().put("email", address)).is(201);
    Portal.settle();
    assertThat(staff.get(contact + "/account").text("status")).isEqualTo("bounced");
    assertThat(reports(staff.email()).getLast().text()).contains("Colin", "related to Carla");

    String member =
        staff
            .post(
                office.path() + "/staff",
                json().put("name", "Sam").put("email", simulated("bounce")).put("role", "staff"))
            .is(201)
            .text("staffId");
    Portal.settle();
    assertThat(staff.get(office.path() + "/staff/" + member).text("account/status"))
        .isEqualTo("bounced");
    assertThat(reports(staff.email())).hasSize(2);
  }
}
