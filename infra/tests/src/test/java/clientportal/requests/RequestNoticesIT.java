package clientportal.requests;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import clientportal.sharing.Shares;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is notified of requests, of what, and by which mail. */
final class RequestNoticesIT {
  private final Office office = Office.open();
  private final Person ada = office.administrator();

  private static List<Message> mailsWith(String email, String subject) {
    return Portal.mails(email).stream()
        .filter(mail -> String.valueOf(mail.subject()).contains(subject))
        .toList();
  }

  private static void endWindow() {
    Portal.advance(Duration.ofMinutes(6));
  }

  /** Begins an engagement with a due date. */
  private Engagement loan(Office.Client client) {
    Engagement loan = Engagement.begin(client, "Loan 2026");
    ada.patch(loan.path(), json().put("dueOn", "2090-12-14")).is(200);
    return loan;
  }

  private static List<String> types(Person person) {
    return Shares.texts(person.get("/v1/me/notices").is(200).at("items"), "type");
  }

  private String review(Engagement engagement, String item, String verdict) {
    return ada.post(engagement.path() + "/reviews", Engagement.review(item, verdict))
        .is(200)
        .text("items/0/status");
  }

  @Test
  @Tag("ST8")
  @Tag("ST9")
  void severalAsks_areOneMailWithOneLine_thatLinksToTheEngagement() {
    Office.Client.SignedIn carla = office.activeClient("Carla Client");
    Office.Client client = carla.client();
    Engagement loan = loan(client);
    loan.ask(Engagement.items("document", "Passport", "Letter", "Bill"));
    loan.ask(Engagement.items("text", "Why?"));
    assertThat(mailsWith(client.email(), "asks you")).isEmpty();

    endWindow();

    String page =
        Portal.stack().describe().get("portalUrl")
            + ("/" + office.slug())
            + ("/clients/" + client.clientId())
            + ("/engagements/" + loan.engagementId());
    assertThat(mailsWith(client.email(), "asks you for 3 documents and 1 answer"))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.text())
              .containsOnlyOnce("3 documents and 1 answer for “Loan 2026”, by 14 December 2090\n")
              .contains(page);
          assertThat(mail.html()).contains(page);
        });
    Answer notices = carla.person().get("/v1/me/notices").is(200);
    assertThat(Shares.texts(notices.at("items"), "type"))
        .containsExactly("documents-requested", "documents-requested");
    assertThat(notices.text("items/0/engagementId")).isEqualTo(loan.engagementId());
    assertThat(notices.text("items/0/engagementName")).isEqualTo("Loan 2026");
    assertThat(types(ada)).isEmpty();
  }

  @Test
  @Tag("ST9")
  void aClientWithoutAccount_isNotMailed_untilTheInvitation_whichNamesWhatIsAsked() {
    Office.Client nora = office.client("Nora");
    Engagement loan = loan(nora);
    loan.ask(Engagement.items("document", "Passport", "Letter"));
    loan.ask(Engagement.items("document", "Bill"));
    endWindow();
    assertThat(Portal.mails(nora.email())).isEmpty();

    ada.post(nora.path() + "/account", json().put("email", nora.email())).is(201);
    endWindow();

    assertThat(Portal.mails(nora.email()))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.subject()).endsWith("asks you for 3 documents for “Loan 2026”");
          assertThat(mail.text())
              .contains("3 documents for “Loan 2026”, by 14 December", "/invitation#");
        });
  }

  @Test
  void aContactWithoutAccount_isInvitedAtOnce_byAMailThatNamesTheRequest() {
    Office.Client client = office.client("Carla");
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    Engagement loan = loan(client);
    Answer asked =
        ada.post(loan.path() + "/items", Engagement.items("text", "Why?").put("assignee", contact))
            .is(201);
    assertThat(asked.at("notNotified")).isEmpty();
    endWindow();

    assertThat(Portal.mails(email))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.subject()).endsWith("asks you for “Why?” for “Loan 2026”");
          assertThat(mail.text()).contains("/invitation#");
        });
    Person colin = Portal.acceptInvitation(email);
    assertThat(colin.get(loan.path()).is(200).text("items/0/name")).isEqualTo("Why?");
  }

  @Test
  void reviews_areMailedToTheAssignee_andSubmissionsToTheTeam_withoutAnyAnswer() {
    Office.Client.SignedIn carla = office.activeClient("Carla Client");
    Office.Client client = carla.client();
    client.assignTeam(office.staffId());
    Engagement loan = loan(client);
    List<String> items = loan.ask(Engagement.items("text", "Why?", "Since when?"));
    items.forEach(item -> loan.answer(carla.person(), item, "Powidltascherl").is(200));
    submit(carla, loan, items);
    endWindow();
    assertThat(mailsWith(ada.email(), "Carla Client submitted 2 answers for “Loan 2026”"))
        .singleElement()
        .satisfies(mail ->
            assertThat(mail.text())
                .contains(
                    Portal.stack().describe().get("staffUrl")
                        + ("/firms/" + office.firmId())
                        + ("/clients/" + client.clientId())
                        + ("/engagements/" + loan.engagementId())));

    review(loan, items.getFirst(), "reject");
    review(loan, items.getLast(), "accept");
    endWindow();

    assertThat(mailsWith(client.email(), "asks you again for “Why?” for “Loan 2026”"))
        .singleElement()
        .satisfies(mail ->
            assertThat(mail.text())
                .contains("Why? – incomplete. “The second part is missing.”")
                .doesNotContain("Since when?"));
    assertThat(Portal.stack().outbox().messages())
        .noneMatch(mail -> String.valueOf(mail.text()).contains("Powidltascherl"));
    assertThat(carla.person().get("/v1/me/notices").text()).doesNotContain("Powidltascherl");
  }

  @Test
  void anAcceptance_isMailedOnce_andWhatItReviewed_isMailedToNobody() {
    Office.Client.SignedIn carla = office.activeClient("Carla Client");
    Office.Client client = carla.client();
    client.assignTeam(office.staffId());
    Engagement loan = loan(client);
    List<String> items = loan.ask(Engagement.items("text", "Why?", "Since when?"));
    items.forEach(item -> loan.answer(carla.person(), item, "Because.").is(200));
    submit(carla, loan, items);
    items.forEach(item -> review(loan, item, "accept"));
    endWindow();

    assertThat(mailsWith(client.email(), "has accepted everything for “Loan 2026”")).hasSize(1);
    assertThat(mailsWith(client.email(), "asks you")).isEmpty();
    assertThat(mailsWith(ada.email(), "submitted")).isEmpty();
    assertThat(types(carla.person())).containsExactly("items-accepted", "documents-requested");
    assertThat(types(ada)).containsExactly("items-submitted");
  }

  @Test
  void whatIsSubmitted_isOneLineToTheTeam_withItsUploads_andOthersAreNamed() {
    Office.Client.SignedIn carla = office.activeClient("Carla Client");
    Office.Client client = carla.client();
    client.assignTeam(office.staffId());
    Engagement loan = loan(client);
    List<String> items = loan.ask(Engagement.items("document", "Passport", "Payslip", "Bill"));
    for (String side : List.of("Front", "Back")) {
      loan.upload(carla.person(), File.text(side + ".txt", side), items.getFirst());
    }
    loan.upload(carla.person(), File.text("May.txt", "May"), items.get(1));
    loan.upload(carla.person(), File.text("Gas.txt", "Gas"), items.get(2));
    submit(carla, loan, items.subList(0, 2));
    endWindow();

    assertThat(mailsWith(ada.email(), "2 documents submitted, 1 new document from Carla Client"))
        .singleElement()
        .satisfies(mail ->
            assertThat(mail.text())
                .contains("2 documents (3 files) for “Loan 2026”\n", "Gas.txt\n")
                .doesNotContain("Front.txt", "Back.txt", "May.txt"));
    assertThat(types(ada)).hasSize(5);
  }

  private static void submit(
      Office.Client.SignedIn client, Engagement engagement, List<String> items) {
    client
        .person()
        .post(engagement.path() + "/submissions", Engagement.naming(items.toArray(String[]::new)))
        .is(200);
  }
}
