package clientportal.portals;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.ClientGroup;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Notes, documents and requests of a client are for members of its portals, as for contacts. */
final class MemberRecipientsIT {
  private final Office office = Office.open("Berg & Partners", true);
  private final Person staff = office.administrator();
  private final Office.Client rosa = office.client("Rosa Okafor");
  private final String emeka = Portal.email("emeka");
  private String recipient = "";
  private Person full;
  private Person contributor;

  @BeforeEach
  void join() {
    ClientGroup.setUp(office);
    String ngozi = Portal.email("ngozi");
    ObjectNode body = ClientGroup.body(office, "Family Okafor", List.of(rosa));
    ClientGroup.with(body, "Ngozi", ngozi, "full-access");
    ClientGroup.with(body, "Emeka", emeka, "contributor");
    ClientGroup family = ClientGroup.create(office, body);
    recipient = "member:" + family.member("Emeka");
    full = Portal.acceptInvitation(ngozi);
    contributor = Portal.acceptInvitation(emeka);
  }

  @Test
  @Tag("MY14")
  void aContributor_isAskedForSomething_andSendsIt() {
    Engagement engagement = Engagement.begin(rosa, "Loan");
    String item =
        engagement
            .ask(Engagement.items("document", "Payslip").put("assignee", recipient))
            .getFirst();
    String other = engagement.ask("Passport");

    Answer asked = contributor.get(rosa.path() + "/engagements").is(200);
    assertThat(Shares.texts(asked.at("items"), "name")).containsExactly("Loan");
    assertThat(Shares.texts(contributor.get(engagement.path()).is(200).at("items"), "name"))
        .containsExactly("Payslip");
    engagement
        .declare(contributor, File.text("passport.txt", "p"), other)
        .isProblem(404, "not-found");
    String document = engagement.upload(contributor, File.text("payslip.txt", "p"), item);
    contributor.post(engagement.path() + "/submissions", Engagement.naming(item)).is(200);
    Answer uploaded = staff.get(engagement.folder() + "/documents/" + document).is(200);
    assertThat(uploaded.text("uploadedBy/name")).isEqualTo("Emeka");
    assertThat(uploaded.text("uploadedBy/as")).isEqualTo("member");
    staff.post(engagement.path() + "/reviews", Engagement.review(item, "reject")).is(200);
    Portal.advance(Duration.ofMinutes(6));
    Portal.settle();

    assertThat(Portal.lastMail(emeka).text()).contains("Payslip", "The second part is missing.");
    assertThat(Shares.texts(full.get(engagement.path()).is(200).at("items"), "name"))
        .containsExactly("Payslip", "Passport");
  }

  /** A member has one partition of what is asked of them, whatever the client. */
  @Test
  @Tag("MY14")
  void aContributorOfTwoClients_seesAtEachWhatIsAskedForIt() {
    Office.Client chidi = office.client("Chidi Okafor");
    ObjectNode body = ClientGroup.body(office, "Chidi and Emeka", List.of(chidi));
    ClientGroup second =
        ClientGroup.create(office, ClientGroup.with(body, "Emeka", emeka, "contributor"));
    for (Engagement engagement :
        List.of(Engagement.begin(rosa, "Loan"), Engagement.begin(chidi, "Rent"))) {
      engagement.ask(Engagement.items("document", "Payslip").put("assignee", recipient));
    }

    assertThat(engagements(rosa)).containsExactly("Loan");
    assertThat(engagements(chidi)).containsExactly("Rent");
    staff.delete(second.path() + "/members/" + second.member("Emeka")).is(204);
    contributor.get(chidi.path() + "/engagements").isProblem(404, "not-found");
    assertThat(engagements(rosa)).containsExactly("Loan");
  }

  private List<String> engagements(Office.Client client) {
    Answer listed = contributor.get(client.path() + "/engagements?limit=1").is(200);
    assertThat(listed.json().has("nextCursor")).isFalse();
    return Shares.texts(listed.at("items"), "name");
  }

  @Test
  @Tag("MY14")
  void aNote_andADocument_areSharedWithAContributorByName() {
    String closed = rosa.note("Call on Monday", "Nobody has called.");
    String path = rosa.path() + "/notes/" + closed;
    contributor.get(path).isProblem(404, "not-found");
    full.get(path).isProblem(404, "not-found");

    staff.put(path + "/shares", Office.recipients(recipient, "view")).is(200);

    assertThat(contributor.get(path).is(200).text("text")).isEqualTo("Nobody has called.");
    assertThat(full.get(path).is(200).text("title")).isEqualTo("Call on Monday");
    String folder = rosa.path() + "/folders/" + rosa.folder("Letters");
    String letter = File.text("letter.txt", "l").upload(staff, folder);
    String document = folder + "/documents/" + letter;
    staff.put(document + "/shares", Office.recipients(recipient, "view")).is(200);
    contributor.post(document + "/download", json()).is(200);
    full.post(document + "/download", json()).is(200);
    contributor.get(folder).isProblem(404, "not-found");
    assertThat(
            staff.get(document + "/shares").is(200).at("candidates").findValuesAsText("recipient"))
        .contains(recipient);
  }

  @Test
  @Tag("MY14")
  void aNewNote_isSharedWithAContributorAsItIsWritten() {
    Answer candidates = staff.get(rosa.path() + "/share-candidates").is(200);
    assertThat(Shares.texts(candidates.at("items"), "name")).containsExactly("Emeka", "Ngozi");
    assertThat(Shares.texts(candidates.at("items"), "email")).containsExactly(emeka, full.email());
    ObjectNode note = Office.note("Call on Monday", "They have called.");
    note.set("shares", Shares.of(candidates.text("items/0/recipient") + " view"));

    String written = staff.post(rosa.path() + "/notes", note).is(201).text("noteId");

    assertThat(contributor.get(rosa.path() + "/notes/" + written).is(200).text("text"))
        .isEqualTo("They have called.");
  }

  @Test
  void whoIsInNoPortalOfTheClient_isNoRecipient() {
    Office.Client otto = office.client("Otto");
    String folder = otto.path() + "/folders/" + otto.folder("Letters");

    staff
        .put(folder + "/shares", Office.recipients(recipient, "view"))
        .isProblem(422, "recipient-not-permitted");
    staff
        .post(
            Engagement.begin(otto, "Loan").path() + "/items",
            Engagement.items("document", "Payslip").put("assignee", recipient))
        .isProblem(422, "recipient-not-permitted");
  }
}
