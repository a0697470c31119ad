package clientportal.requests;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Checklist;
import clientportal.driver.Engagement;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What staff ask a client for in an engagement ({@code createEngagement}, {@code requestDocuments},
 * {@code sendRequest}), what the client answers ({@code answerItem}, {@code submitItems}), what
 * staff say to that ({@code reviewItems}); what the client has not ({@code markItemNotApplicable})
 * or takes back ({@code withdrawItem}); what staff ask no more for or ask again for ({@code
 * cancelItems}, {@code reopenItems}); how an engagement ends ({@code setEngagementStatus}) and is
 * changed ({@code updateEngagement}), and what is asked for in it ({@code updateItem}); and who
 * sees what of it ({@code getEngagement}, {@code listEngagements}, {@code listFirmEngagements}).
 */
final class EngagementsIT {
  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Person sam = office.member("Sam Staff", false).person();
  private final Office.Client.SignedIn carla = office.activeClient("Carla Client");
  private final Office.Client client = carla.client();
  private final String engagements = client.path() + "/engagements";

  private static List<String> names(Answer answer) {
    return Shares.texts(answer.at("items"), "name");
  }

  private static List<String> statuses(Answer answer) {
    return Shares.texts(answer.at("items"), "status");
  }

  /** A house, and its deeds if there is one. */
  private static String house() {
    return """
    {"items": [
      {"name": "Own house", "kind": "yes-no", "ref": "house"},
      {"name": "Deeds", "kind": "text", "showIf": {"ref": "house", "is": "yes"}}]}
    """;
  }

  private Answer ask(Engagement engagement, String body) {
    return ada.call("POST", engagement.path() + "/items").json(body).send();
  }

  @Test
  @Tag("ST5")
  @Tag("ST14")
  void whatStaffAskFor_theClientSees_eachOnItsOwn_andNobodyElse() {
    Answer created =
        sam.post(engagements, json().put("name", "Mortgage").put("dueOn", "2026-03-14")).is(201);
    Engagement engagement = new Engagement(client, created.text("engagementId"));
    assertThat(created.header("location")).contains(engagement.path());
    assertThat(ada.get(client.path() + "/folders/" + created.text("folderId")).is(200).text("name"))
        .isEqualTo("Mortgage");
    carla.person().get(client.path() + "/folders/" + created.text("folderId")).is(404);
    carla.person().get(engagement.path()).is(404);

    Answer asked =
        ada.post(engagement.path() + "/items", Engagement.items("document", "Passport", "Letter"))
            .is(201);

    assertThat(asked.at("notNotified")).isEmpty();
    Answer seen = carla.person().get(engagement.path()).is(200);
    assertThat(names(seen)).containsExactly("Passport", "Letter");
    assertThat(statuses(seen)).containsExactly("open", "open");
    assertThat(seen.text("progress/open")).isEqualTo("2");
    assertThat(seen.at("items/0").has("hidden")).isFalse();
    assertThat(names(ada.get(engagement.path()).is(200))).containsExactly("Passport", "Letter");
    office.activeClient("Dora").person().get(engagement.path()).is(404);
  }

  @Test
  @Tag("ST6")
  @Tag("ST7")
  void aChecklist_isAskedForInOneCall() {
    Checklist list = Checklist.create(office, "Taxes", "Passport", "Letter", "Bill");
    Engagement engagement = Engagement.begin(client, "Taxes 2025");

    Answer asked =
        ada.post(engagement.path() + "/items", json().put("checklistId", list.checklistId()))
            .is(201);

    assertThat(names(asked)).containsExactly("Passport", "Letter", "Bill");
    assertThat(names(carla.person().get(engagement.path()).is(200))).isEqualTo(names(asked));
    list.archive();
    ada.post(engagement.path() + "/items", json().put("checklistId", list.checklistId()))
        .isProblem(409, "archived");
    ada.post(engagement.path() + "/items", json().put("checklistId", engagement.engagementId()))
        .isProblem(422, "unknown-reference");
  }

  @Test
  @Tag("ST11")
  void drafts_areSeenByStaffAlone_untilASingleOneOrAllAreSent() {
    Engagement engagement = Engagement.begin(client, "Loan");
    ObjectNode drafts = Engagement.items("document", "One", "Two", "Three").put("draft", true);
    Answer prepared = sam.post(engagement.path() + "/items", drafts).is(201);
    String one = prepared.text("items/0/itemId");
    carla.person().get(engagement.path()).is(404);
    sam.post(engagement.path() + "/request", json()).isProblem(403, "permission-required");

    ada.post(engagement.path() + "/request", Engagement.naming(one)).is(200);
    assertThat(names(carla.person().get(engagement.path()).is(200))).containsExactly("One");
    assertThat(names(ada.post(engagement.path() + "/request", json()).is(200)))
        .containsExactly("Two", "Three");
    assertThat(names(carla.person().get(engagement.path()).is(200))).hasSize(3);
    ada.post(engagement.path() + "/request", Engagement.naming(engagement.engagementId()))
        .isProblem(422, "unknown-reference");
  }

  @Test
  void aQuestion_isAnswered_submittedAndReviewed_andShowsWhatDependsOnIt() {
    Engagement engagement = Engagement.begin(client, "Loan");
    Answer asked = ask(engagement, house()).is(201);
    String house = asked.text("items/0/itemId");
    String deeds = asked.text("items/1/itemId");
    Person reader = carla.person();
    assertThat(names(reader.get(engagement.path()).is(200))).containsExactly("Own house");
    engagement.answer(reader, deeds, "In the safe.").is(404);
    engagement.answer(reader, house, "perhaps").isProblem(400, "invalid-request");
    reader
        .post(engagement.path() + "/submissions", Engagement.naming(house))
        .isProblem(409, "status-conflict");

    ada.post(engagement.path() + "/reviews", Engagement.review(house, "accept"))
        .isProblem(409, "status-conflict");

    engagement.answer(reader, house, "yes").is(200);
    assertThat(names(reader.get(engagement.path()).is(200))).containsExactly("Own house", "Deeds");
    reader
        .post(engagement.item(house) + "/not-applicable", json().put("reason", "We rent."))
        .isProblem(409, "status-conflict");
    engagement.answer(reader, deeds, "In the safe.").is(200);
    Answer submitted =
        reader.post(engagement.path() + "/submissions", Engagement.naming(house, deeds)).is(200);
    assertThat(statuses(submitted)).containsExactly("submitted", "submitted");
    assertThat(
            engagement.answer(reader, house, "no").isProblem(409, "status-conflict").text("state"))
        .isEqualTo("submitted");

    ada.post(engagement.path() + "/reviews", Engagement.review(house, "accept")).is(200);
    Answer rejected =
        ada.post(engagement.path() + "/reviews", Engagement.review(deeds, "reject")).is(200);
    assertThat(rejected.text("items/0/round")).isEqualTo("2");
    JsonNode again = reader.get(engagement.path()).is(200).at("items/1");
    assertThat(again.path("status").asText()).isEqualTo("open");
    assertThat(again.at("/reviews/0/reason").asText()).isEqualTo("The second part is missing.");
    assertThat(again.at("/answers/0/answer").asText()).isEqualTo("In the safe.");
    assertThat(again.has("answer")).isFalse();
  }

  @Test
  void anItem_isSentBackTwelveTimesAtMost() {
    Engagement engagement = Engagement.begin(client, "Loan");
    String item = engagement.ask(Engagement.items("text", "Why?")).getFirst();
    for (int i = 0; i < 12; i++) {
      engagement.answer(carla.person(), item, "Because " + i).is(200);
      ada.post(engagement.path() + "/reviews", Engagement.review(item, "reject")).is(200);
    }
    engagement.answer(carla.person(), item, "Because I say so").is(200);

    ada.post(engagement.path() + "/reviews", Engagement.review(item, "reject"))
        .isProblem(409, "limit-reached");
  }

  @Test
  void anEngagement_hasOneMegabyteOfText_andCanBeReadAndReviewedThen() {
    Engagement engagement = Engagement.begin(client, "Novel");
    String[] names = IntStream.range(0, 75).mapToObj(i -> "Chapter " + i).toArray(String[]::new);
    List<String> items = engagement.ask(Engagement.items("text", names));
    List<String> answered =
        items.stream()
            .takeWhile(
                item -> engagement.answer(carla.person(), item, "💶".repeat(4_000)).status() == 200)
            .toList();

    assertThat(answered).hasSizeBetween(60, 69);
    engagement
        .answer(carla.person(), items.get(answered.size()), "💶".repeat(4_000))
        .isProblem(409, "limit-reached");
    for (int i = 70; i < 73; i++) {
      engagement.answer(carla.person(), items.get(i), "💶".repeat(2_000 >> (i - 70)));
    }
    assertThat(carla.person().get(engagement.path()).is(200).at("items")).hasSize(75);
    carla
        .person()
        .post(
            engagement.item(items.getLast()) + "/not-applicable",
            json().put("reason", "💶".repeat(1_000)))
        .isProblem(409, "limit-reached");
    carla
        .person()
        .post(
            engagement.path() + "/submissions", Engagement.naming(answered.toArray(String[]::new)))
        .is(200);
  }

  @Test
  void anEngagement_hasEightyItems() {
    Engagement engagement = Engagement.begin(client, "Audit");
    String[] names = IntStream.range(0, 80).mapToObj(i -> "Receipt " + i).toArray(String[]::new);
    engagement.ask(Engagement.items("document", names));

    ada.post(engagement.path() + "/items", Engagement.items("document", "One more"))
        .isProblem(409, "limit-reached");
    Answer seen = carla.person().get(engagement.path()).is(200);
    assertThat(names(seen)).containsExactly(names);
    assertThat(seen.text("progress/required")).isEqualTo("80");
  }

  @Test
  void aContact_isAskedForTheirOwn_andSeesNothingOfTheRest() {
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    ada.post(client.path() + "/contacts/" + contact + "/account", json().put("email", email))
        .is(201);
    Person colin = Portal.acceptInvitation(email);
    Engagement engagement = Engagement.begin(client, "Loan");
    engagement.ask(Engagement.items("text", "Passport"));
    String payslip =
        engagement.ask(Engagement.items("text", "Payslip").put("assignee", contact)).getFirst();

    assertThat(names(colin.get(engagement.path()).is(200))).containsExactly("Payslip");
    assertThat(names(carla.person().get(engagement.path()).is(200))).containsExactly("Passport");
    carla
        .person()
        .post(engagement.path() + "/submissions", Engagement.naming(payslip))
        .isProblem(422, "unknown-reference");
    ada.post(
            engagement.path() + "/items",
            Engagement.items("text", "Other").put("assignee", client.contact("Dan", false)))
        .isProblem(422, "recipient-not-permitted");
    Office.Client nora = office.client("Nora");
    Answer asked =
        ada.post(
                Engagement.begin(nora, "New").path() + "/items",
                Engagement.items("text", "Payroll number"))
            .is(201);
    assertThat(asked.text("notNotified/0/reason")).isEqualTo("no-account");
  }

  @Test
  void readers_listWhatIsAskedOfThem_andStaffAll() {
    Engagement first = Engagement.begin(client, "First");
    Engagement second = Engagement.begin(client, "Second");
    Engagement.begin(client, "Third");
    first.ask(Engagement.items("document", "Passport", "Letter"));
    String why = second.ask(Engagement.items("text", "Why?")).getFirst();
    second.answer(carla.person(), why, "So.").is(200);
    ada.post(second.path() + "/reviews", Engagement.review(why, "accept")).is(200);
    Portal.settle();

    assertThat(names(sam.get(engagements).is(200)))
        .containsExactlyInAnyOrder("First", "Second", "Third");
    Answer open = carla.person().get(engagements).is(200);
    assertThat(names(open)).containsExactly("First");
    assertThat(open.text("items/0/asked/open")).isEqualTo("2");
    assertThat(names(carla.person().get(engagements + "?settled=true").is(200)))
        .containsExactly("Second");
    carla.person().get(engagements + "?settled=maybe").isProblem(400, "invalid-request");
    // Asked again, what was settled is open once more; and it moves when an answer hides it.
    second.ask(Engagement.items("document", "Proof"));
    assertThat(names(carla.person().get(engagements).is(200))).contains("Second");
    assertThat(names(carla.person().get(engagements + "?settled=true").is(200))).isEmpty();
  }

  @Test
  void whatIsPreparedForSomebodyWithNothingOpen_movesTheirRow_whenItIsSentOrShown() {
    Engagement engagement = Engagement.begin(client, "Loan");
    Answer asked = ask(engagement, house()).is(201);
    String house = asked.text("items/0/itemId");
    engagement.answer(carla.person(), house, "no").is(200);
    ada.post(engagement.path() + "/reviews", Engagement.review(house, "accept")).is(200);
    assertThat(names(carla.person().get(engagements + "?settled=true").is(200)))
        .containsExactly("Loan");
    ada.post(engagement.path() + "/items", Engagement.items("text", "Why?").put("draft", true))
        .is(201);

    ada.post(engagement.path() + "/request", json()).is(200);

    assertThat(names(carla.person().get(engagements).is(200))).containsExactly("Loan");
    assertThat(names(carla.person().get(engagements + "?settled=true").is(200))).isEmpty();
  }

  @Test
  void whatDoesNotApply_isSaidWithAReason_withdrawn_confirmedOrRejected() {
    Engagement engagement = Engagement.begin(client, "Loan");
    String deeds = engagement.ask("Deeds");
    Person reader = carla.person();
    ObjectNode rented = json().put("reason", "We have rented for two years.");
    String notApplicable = engagement.item(deeds) + "/not-applicable";
    reader.post(notApplicable, json()).isProblem(400, "invalid-request");
    ada.post(notApplicable, rented).isProblem(403, "permission-required");

    assertThat(reader.post(notApplicable, rented).is(200).text("status"))
        .isEqualTo("not-applicable");
    JsonNode seen = ada.get(engagement.path()).is(200).at("items/0/notApplicable");
    assertThat(seen.path("reason").asText()).isEqualTo("We have rented for two years.");
    assertThat(seen.path("confirmed").asBoolean()).isFalse();
    assertThat(names(reader.get(engagements + "?settled=true").is(200))).containsExactly("Loan");

    String withdrawal = engagement.item(deeds) + "/withdrawal";
    ada.post(withdrawal, json()).isProblem(403, "permission-required");
    assertThat(reader.post(withdrawal, json()).is(200).text("status")).isEqualTo("open");
    reader.post(withdrawal, json()).isProblem(409, "status-conflict");
    reader.post(notApplicable, rented).is(200);
    ada.post(engagement.path() + "/reviews", Engagement.review(deeds, "reject")).is(200);
    reader.post(notApplicable, rented).is(200);
    Answer confirmed =
        ada.post(engagement.path() + "/reviews", Engagement.review(deeds, "accept")).is(200);
    assertThat(confirmed.at("items/0/notApplicable/confirmed").asBoolean()).isTrue();
    reader.post(withdrawal, json()).isProblem(409, "status-conflict");
  }

  @Test
  void whatIsSubmitted_isWithdrawn_untilItIsReviewed() {
    Engagement engagement = Engagement.begin(client, "Loan");
    String why = engagement.submitted(carla.person(), "Why?");
    String withdrawal = engagement.item(why) + "/withdrawal";

    assertThat(carla.person().post(withdrawal, json()).is(200).text("answer")).isEqualTo("So.");
    engagement.answer(carla.person(), why, "Because.").is(200);
    carla.person().post(engagement.path() + "/submissions", Engagement.naming(why)).is(200);
    ada.post(engagement.path() + "/reviews", Engagement.review(why, "accept")).is(200);
    carla.person().post(withdrawal, json()).isProblem(409, "status-conflict");
  }

  @Test
  void whatIsNotNeeded_isCancelled_andReopenedWithAReason() {
    Engagement engagement = Engagement.begin(client, "Loan");
    String passport = engagement.ask("Passport");
    String why = engagement.submitted(carla.person(), "Why?");
    Answer drafts =
        sam.post(
                engagement.path() + "/items",
                Engagement.items("document", "Draft").put("draft", true))
            .is(201);
    String cancellations = engagement.path() + "/cancellations";
    String reopenings = engagement.path() + "/reopenings";
    sam.post(cancellations, Engagement.naming(passport)).isProblem(403, "permission-required");
    ada.post(cancellations, Engagement.naming(engagement.engagementId()))
        .isProblem(422, "unknown-reference");

    sam.post(cancellations, Engagement.naming(drafts.text("items/0/itemId"))).is(200);
    assertThat(statuses(ada.post(cancellations, Engagement.naming(passport, why)).is(200)))
        .containsExactly("cancelled", "cancelled");
    assertThat(names(ada.get(engagement.path()).is(200))).containsExactly("Passport", "Why?");
    assertThat(statuses(carla.person().get(engagement.path()).is(200)))
        .containsExactly("cancelled", "cancelled");
    engagement.answer(carla.person(), why, "Still.").isProblem(409, "status-conflict");

    ObjectNode again = Engagement.naming(why).put("reason", "It is needed after all.");
    sam.post(reopenings, again).isProblem(403, "permission-required");
    ada.post(reopenings, Engagement.naming(why)).isProblem(400, "invalid-request");
    ada.post(reopenings, again).is(200);
    JsonNode seen = carla.person().get(engagement.path()).is(200).at("items/1");
    assertThat(seen.path("status").asText()).isEqualTo("open");
    assertThat(seen.path("answer").asText()).isEqualTo("So.");
    assertThat(seen.at("/reviews/0/reason").asText()).isEqualTo("It is needed after all.");
    ada.post(reopenings, again).isProblem(409, "status-conflict");
    ada.post(
            reopenings, Engagement.naming(engagement.engagementId()).put("reason", "It is needed."))
        .isProblem(422, "unknown-reference");
    ada.post(engagement.path() + "/reviews", Engagement.review(why, "accept")).is(200);
    ada.post(cancellations, Engagement.naming(why)).isProblem(409, "status-conflict");
  }

  @Test
  void anItem_isReopenedTwelveTimesAtMost() {
    Engagement engagement = Engagement.begin(client, "Loan");
    String item = engagement.ask("Passport");
    ObjectNode again = Engagement.naming(item).put("reason", "It is needed.");
    for (int i = 0; i < 12; i++) {
      ada.post(engagement.path() + "/cancellations", Engagement.naming(item)).is(200);
      ada.post(engagement.path() + "/reopenings", again).is(200);
    }
    ada.post(engagement.path() + "/cancellations", Engagement.naming(item)).is(200);

    ada.post(engagement.path() + "/reopenings", again).isProblem(409, "limit-reached");
  }

  @Test
  void anEngagement_isCompleted_onceNothingRequiredIsOpen_orWithoutTheRest() {
    Engagement engagement = Engagement.begin(client, "Loan");
    engagement.ask("Passport");
    String why = engagement.submitted(carla.person(), "Why?");
    String status = engagement.path() + "/status";
    sam.put(status, json().put("status", "completed")).isProblem(403, "permission-required");
    assertThat(
            ada.put(status, json().put("status", "completed"))
                .isProblem(409, "status-conflict")
                .text("state"))
        .isEqualTo("open");
    ada.post(engagement.path() + "/reviews", Engagement.review(why, "accept")).is(200);

    Answer completed =
        ada.put(status, json().put("status", "completed").put("rest", "cancel")).is(200);

    assertThat(completed.text("status")).isEqualTo("completed");
    assertThat(completed.header("etag")).isEqualTo(ada.get(engagement.path()).header("etag"));
    assertThat(statuses(carla.person().get(engagement.path()).is(200)))
        .containsExactly("cancelled", "accepted");
    assertThat(names(carla.person().get(engagements).is(200))).isEmpty();
    ada.post(engagement.path() + "/items", Engagement.items("document", "More"))
        .isProblem(409, "status-conflict");
    ada.put(status, json().put("status", "cancelled")).isProblem(409, "status-conflict");
    ada.put(status, json().put("status", "completed")).is(200);
  }

  @Test
  void aCancelledEngagement_canBeRead_andComesBackAsItWas() {
    Engagement engagement = Engagement.begin(client, "Loan");
    engagement.ask("Passport");
    engagement.submitted(carla.person(), "Why?");
    JsonNode before = carla.person().get(engagement.path()).is(200).at("items");
    String status = engagement.path() + "/status";

    ada.put(status, json().put("status", "cancelled")).is(200);
    assertThat(statuses(carla.person().get(engagement.path()).is(200)))
        .containsExactly("cancelled", "cancelled");
    assertThat(names(carla.person().get(engagements + "?settled=true").is(200)))
        .containsExactly("Loan");
    ada.put(status, json().put("status", "open")).is(200);

    assertThat(carla.person().get(engagement.path()).is(200).at("items")).isEqualTo(before);
    assertThat(names(carla.person().get(engagements).is(200))).containsExactly("Loan");
  }

  @Test
  void anEngagement_isRenamed_hasAnotherDueDate_andShowsHowFarTheOthersAre() {
    Engagement engagement = Engagement.begin(client, "Loan");
    sam.patch(engagement.path(), json().put("name", "Mortgage")).is(200);
    engagement.ask("Passport");
    engagement.ask(
        Engagement.items("text", "Payslip").put("assignee", client.contact("Colin", true)));
    ObjectNode patch = json().put("dueOn", "2026-04-01").put("progressShown", true);
    patch.putObject("reminders").put("everyDays", 7);
    sam.patch(engagement.path(), patch).isProblem(403, "permission-required");
    carla.person().patch(engagement.path(), patch).isProblem(403, "permission-required");

    Answer changed = ada.patch(engagement.path(), patch).is(200);

    assertThat(changed.text("reminders/everyDays")).isEqualTo("7");
    assertThat(changed.header("etag")).isEqualTo(ada.get(engagement.path()).header("etag"));
    Answer seen = carla.person().get(engagement.path()).is(200);
    assertThat(seen.text("name")).isEqualTo("Mortgage");
    assertThat(seen.text("others/open")).isEqualTo("1");
    assertThat(carla.person().get(engagements).is(200).text("items/0/dueOn"))
        .isEqualTo("2026-04-01");
    ada.patch(engagement.path(), json().putNull("reminders").putNull("dueOn")).is(200);
    assertThat(ada.get(engagement.path()).is(200).json().has("dueOn")).isFalse();
    ada.put(engagement.path() + "/status", json().put("status", "cancelled")).is(200);
    ada.patch(engagement.path(), json().put("name", "Other")).isProblem(409, "status-conflict");
    ada.post(engagement.path() + "/request", json()).isProblem(409, "status-conflict");
  }

  private Person colin(String contact, String email) {
    ada.post(client.path() + "/contacts/" + contact + "/account", json().put("email", email))
        .is(201);
    return Portal.acceptInvitation(email);
  }

  @Test
  void anItem_isChanged_moved_andAskedOfSomebodyElse() {
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    Person colin = colin(contact, email);
    Engagement engagement = Engagement.begin(client, "Loan");
    String passport = engagement.ask("Passport");
    String letter = engagement.ask("Letter");
    ObjectNode patch = json().put("name", "Payslip").put("dueOn", "2026-04-01").putNull("after");
    sam.patch(engagement.item(letter), patch).isProblem(403, "permission-required");
    carla.person().patch(engagement.item(letter), patch).isProblem(403, "permission-required");

    ada.patch(engagement.item(letter), patch).is(200);
    assertThat(names(carla.person().get(engagement.path()).is(200)))
        .containsExactly("Payslip", "Passport");
    ada.patch(engagement.item(letter), json().put("assignee", contact)).is(200);

    assertThat(names(carla.person().get(engagement.path()).is(200))).containsExactly("Passport");
    carla.person().post(engagement.item(letter) + "/withdrawal", json()).is(404);
    assertThat(names(colin.get(engagement.path()).is(200))).containsExactly("Payslip");
    assertThat(names(colin.get(engagements).is(200))).containsExactly("Loan");
    ada.patch(engagement.item(letter), json().put("after", letter))
        .isProblem(422, "unknown-reference");
    ada.patch(engagement.item(passport), json().put("assignee", contact)).is(200);
    carla.person().get(engagement.path()).is(404);
    ada.patch(engagement.item(letter), json().put("assignee", client.contact("Dan", false)))
        .isProblem(422, "recipient-not-permitted");
    ada.post(engagement.path() + "/cancellations", Engagement.naming(passport)).is(200);
    ada.patch(engagement.item(passport), json().put("name", "Card"))
        .isProblem(409, "status-conflict");
  }

  @Test
  void anEngagement_asksEightRecipientsAtMost() {
    Engagement engagement = Engagement.begin(client, "Loan");
    for (int i = 0; i < 7; i++) {
      engagement.ask(
          Engagement.items("document", "Payslip")
              .put("assignee", client.contact("Contact " + i, true)));
    }
    engagement.ask("Passport");
    String letter = engagement.ask("Letter");
    String contact = client.contact("One more", true);

    ada.patch(engagement.item(letter), json().put("assignee", contact))
        .isProblem(409, "limit-reached");
  }

  @Test
  void staff_listTheEngagementsOfAllClients_byDueDate() {
    Office.Client nora = office.client("Nora New");
    Engagement.begin(client, "Whenever");
    Engagement later = Engagement.begin(nora, "Later");
    ada.patch(later.path(), json().put("dueOn", "2026-05-01")).is(200);
    Engagement sooner = Engagement.begin(client, "Sooner");
    ada.patch(sooner.path(), json().put("dueOn", "2026-03-14")).is(200);
    Engagement over = Engagement.begin(nora, "Over");
    ada.put(over.path() + "/status", json().put("status", "completed")).is(200);
    Portal.settle();
    String list = office.path() + "/engagements";

    Answer open = sam.get(list).is(200);

    assertThat(names(open)).containsExactly("Sooner", "Later", "Whenever");
    assertThat(Shares.texts(open.at("items"), "clientName"))
        .containsExactly("Carla Client", "Nora New", "Carla Client");
    assertThat(names(sam.get(list + "?status=completed").is(200))).containsExactly("Over");
    sam.get(list + "?status=over").isProblem(400, "invalid-request");
    carla.person().get(list).is(404);
  }

  @Test
  void anEngagement_takesOverWhatWasAskedForTheYearBefore() {
    Engagement last = Engagement.begin(client, "Taxes 2025");
    String passport = last.ask("Passport");
    last.submitted(carla.person(), "Why?");
    carla
        .person()
        .post(last.item(passport) + "/not-applicable", json().put("reason", "We have none."))
        .is(200);
    ObjectNode body = json().put("name", "Taxes 2026");
    body.putObject("rollForward").put("engagementId", last.engagementId());

    Engagement next =
        new Engagement(client, sam.post(engagements, body).is(201).text("engagementId"));

    Answer prepared = sam.get(next.path()).is(200);
    assertThat(names(prepared)).containsExactly("Passport", "Why?");
    assertThat(statuses(prepared)).containsExactly("draft", "draft");
    assertThat(prepared.text("items/0/lastTime/status")).isEqualTo("not-applicable");
    assertThat(prepared.text("items/0/lastTime/reason")).isEqualTo("We have none.");
    carla.person().get(next.path()).is(404);
    ada.post(next.path() + "/request", json()).is(200);
    Answer seen = carla.person().get(next.path()).is(200);
    assertThat(statuses(seen)).containsExactly("open", "open");
    assertThat(seen.at("items/0").has("lastTime")).isFalse();
    body.putObject("rollForward").put("engagementId", client.clientId());
    sam.post(engagements, body).isProblem(422, "unknown-reference");
  }
}
