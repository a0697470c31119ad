package clientportal.requests;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Engagement;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is reminded of what is asked, by the schedule and by {@code sendReminder}. */
final class RemindersIT {
  private final Office office = Office.open();
  private final Person ada = office.administrator();

  private static List<String> reminders(String email) {
    return Portal.mails(email).stream()
        .map(mail -> String.valueOf(mail.subject()))
        .filter(subject -> subject.contains("reminds you"))
        .toList();
  }

  private static ObjectNode to(String recipient) {
    ObjectNode body = json();
    body.putArray("recipients").add(recipient);
    return body;
  }

  @Test
  void thoseWhoHaveSentNothing_areRemindedByThemselves_ofAllInOneMail() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Engagement loan = Engagement.withReminders(carla.client(), "Loan 2026");
    loan.ask(Engagement.items("document", "Passport", "Letter"));
    Engagement tax = Engagement.withReminders(carla.client(), "Tax");
    tax.ask(Engagement.items("document", "Receipts"));
    Answer before = ada.get(loan.path()).is(200);
    assertThat(before.text("reminded/0/recipient")).isEqualTo("client");
    assertThat(before.text("reminded/0/sent")).isEqualTo("0");
    assertThat(before.text("reminded/0/nextAt")).contains("T09:00:00");

    Portal.advance(Duration.ofDays(5));
    Portal.settle();
    assertThat(reminders(carla.client().email())).isEmpty();
    Portal.advance(Duration.ofMinutes(6));

    assertThat(reminders(carla.client().email())).isEmpty();
    assertThat(Portal.mails(carla.client().email()))
        .filteredOn(mail -> String.valueOf(mail.subject()).contains("still needed"))
        .singleElement()
        .satisfies(mail ->
            assertThat(mail.text()).contains("Loan 2026", "Passport", "Letter", "Tax", "Receipts"));
    Person again = Portal.signIn(ada.email());
    assertThat(again.get(loan.path()).is(200).text("reminded/0/sent")).isEqualTo("1");
  }

  @Test
  void staffRemindAtOnce_onceADay_ofWhatIsStillOpenWhenTheMailIsSent() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Engagement loan = Engagement.withReminders(carla.client(), "Loan 2026");
    List<String> items = loan.ask(Engagement.items("text", "Why?", "Who?"));
    Portal.advance(Duration.ofMinutes(6));
    String path = loan.path() + "/reminders";

    Answer reminded = ada.post(path, json()).is(202);
    assertThat(reminded.text("notified/0")).isEqualTo("client");
    assertThat(reminded.at("notNotified")).isEmpty();
    loan.answer(carla.person(), items.getFirst(), "So.").is(200);
    carla.person().post(loan.path() + "/submissions", Engagement.naming(items.getFirst())).is(200);
    Portal.advance(Duration.ofMinutes(6));

    assertThat(reminders(carla.client().email()))
        .singleElement()
        .asString()
        .contains("“Who?”", "“Loan 2026”");
    assertThat(Shares.texts(carla.person().get("/v1/me/notices").is(200).at("items"), "type"))
        .contains("request-reminded");
    Answer refused = ada.post(path, to("client")).isProblem(429, "too-many-requests");
    assertThat(refused.header("Retry-After")).isPresent();
    assertThat(ada.get(loan.path()).is(200).text("reminded/0/sent")).isEqualTo("1");
  }

  @Test
  void nobodyIsRemindedOfNothing_orWithoutAnAccount() {
    Office.Client nora = office.client("Nora");
    Engagement loan = Engagement.withReminders(nora, "Loan");
    String item = loan.ask("Passport");
    String path = loan.path() + "/reminders";
    Answer none = ada.post(path, json()).is(202);
    assertThat(none.at("notified")).isEmpty();
    assertThat(none.text("notNotified/0/reason")).isEqualTo("no-account");
    String contact = nora.contact("Colin", Portal.email("colin"), true);
    Answer unknown = ada.post(path, to(contact)).isProblem(422, "unknown-reference");
    assertThat(unknown.text("errors/0/pointer")).isEqualTo("/recipients/0");

    ada.post(loan.path() + "/cancellations", Engagement.naming(item)).is(200);

    assertThat(ada.post(path, json()).isProblem(409, "status-conflict").text("state"))
        .isEqualTo("open");
  }

  @Test
  void aFirmsReminders_holdWhereAnEngagementHasNone() {
    ObjectNode settings = json();
    settings.putObject("settings").put("remindAt", "17:30").putObject("reminders").put("atMost", 2);
    Answer firm = ada.patch(office.path(), settings).is(200);
    assertThat(firm.text("settings/remindAt")).isEqualTo("17:30");
    assertThat(firm.text("settings/reminders/atMost")).isEqualTo("2");
    assertThat(firm.text("settings/reminders/everyDays")).isEqualTo("4");
    Engagement loan = Engagement.withReminders(office.client("Nora"), "Loan");
    loan.ask("Passport");
    assertThat(ada.get(loan.path()).is(200).text("reminded/0/nextAt")).contains("T17:30:00");

    ObjectNode own = json();
    own.putObject("reminders").put("everyDays", 9);
    Answer changed = ada.patch(loan.path(), own).is(200);
    assertThat(changed.text("reminders/atMost")).isEqualTo("2");
    assertThat(changed.text("reminders/everyDays")).isEqualTo("9");
    Answer without = ada.patch(loan.path(), json().putNull("reminders")).is(200);
    assertThat(without.at("reminders").isMissingNode()).isTrue();
    own.putObject("reminders").put("atMost", 0);
    ada.patch(loan.path(), own).is(200);
    assertThat(ada.get(loan.path()).is(200).at("reminded").get(0).has("nextAt")).isFalse();
  }
}
