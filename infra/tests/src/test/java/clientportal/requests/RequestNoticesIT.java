package clientportal.requests;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Engagement;
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
    return new Engagement(
        client,
        ada.post(
                client.path() + "/engagements",
                json().put("name", "Loan 2026").put("dueOn", "2026-12-14"))
            .is(201)
            .text("engagementId"));
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
              .containsOnlyOnce("3 documents and 1 answer for “Loan 2026”, by 14 December\n")
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
    endWindow();
    items.forEach(item -> loan.answer(carla.person(), item, "Powidltascherl").is(200));
    carla
        .person()
        .post(loan.path() + "/submissions", Engagement.naming(items.toArray(String[]::new)))
        .is(200);
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
                .contains("Why?: incomplete. “The second part is missing.”")
                .doesNotContain("Since when?"));

    loan.answer(carla.person(), items.getFirst(), "Because").is(200);
    carla.person().post(loan.path() + "/submissions", Engagement.naming(items.getFirst())).is(200);
    review(loan, items.getFirst(), "accept");
    endWindow();
    assertThat(mailsWith(client.email(), "has accepted everything for “Loan 2026”")).hasSize(1);
    // It was reviewed before the mail to the team was due.
    assertThat(mailsWith(ada.email(), "submitted")).hasSize(1);
    assertThat(types(carla.person()))
        .containsExactly("items-accepted", "items-rejected", "documents-requested");
    assertThat(types(ada)).containsExactly("items-submitted", "items-submitted");
    assertThat(Portal.stack().outbox().messages())
        .noneMatch(mail -> String.valueOf(mail.text()).contains("Powidltascherl"));
    assertThat(carla.person().get("/v1/me/notices").text()).doesNotContain("Powidltascherl");
  }
}
