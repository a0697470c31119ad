package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.EngagementCancelled;
import clientportal.access.events.EventData.ItemMarkedNotApplicable;
import clientportal.access.events.EventData.ItemWithdrawn;
import clientportal.access.events.EventData.ItemsAccepted;
import clientportal.access.events.EventData.ItemsCancelled;
import clientportal.access.events.EventData.ItemsRejected;
import clientportal.access.events.EventData.ItemsReopened;
import clientportal.access.events.EventData.ItemsSubmitted;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.Holder;
import clientportal.access.records.Folder;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.StaffMember;
import clientportal.access.requests.ItemAction;
import clientportal.delivery.EventMessage;
import clientportal.delivery.Notice;
import clientportal.delivery.NoticeType;
import clientportal.delivery.Subject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the digests of assignees and of the team say of requests, when they are sent. */
final class RequestNoticesTest {
  private static final Recipient CLIENT = Recipient.CLIENT;

  private final Scene scene = new Scene();
  private final PersonId carla = scene.activateClient();
  private final Actor byCarla =
      new Actor(Optional.of(carla), Actor.As.CLIENT, "client", "Carla Client");
  private final RecordNotices recordNotices = scene.recordNotices();
  private final TestEngagement loan =
      new TestEngagement(scene, "Loan 2026", Optional.of(LocalDate.parse("2026-03-14")));

  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);

  private void record(EventMessage... messages) {
    for (EventMessage message : messages) {
      recordNotices.handle(message);
    }
  }

  private void send() {
    scene.clock.advance(Duration.ofMinutes(6));
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
  }

  private String subject() {
    assertThat(scene.mails.all()).hasSize(1);
    return scene.mails.subjects().getFirst();
  }

  private List<String> lines() {
    return scene.mails.all().getFirst().mail().text().lines().toList();
  }

  private static String[] names(int number) {
    return IntStream.rangeClosed(1, number).mapToObj(i -> "Document " + i).toArray(String[]::new);
  }

  private List<StaffId> team() {
    StaffMember sam = scene.staff("sam@firm.test", true, Optional.of(TestFirm.person()));
    scene.team(sam);
    return List.of(sam.id());
  }

  @Test
  void severalAsksOfAWindow_areOneLine_withTheirNumberAndDueDate() {
    record(loan.requested(loan.ask(Recipient.CLIENT, names(7)), CLIENT));
    scene.clock.advance(Duration.ofMinutes(2));
    record(loan.requested(loan.ask(Recipient.CLIENT, names(3)), CLIENT));

    send();

    assertThat(subject())
        .isEqualTo("Meyer & Søn asks you for 10 documents for “Loan 2026”, by 14 March");
    assertThat(lines())
        .contains("Please send documents")
        .containsSequence(
            "10 documents for “Loan 2026”, by 14 March",
            "Needed from you",
            "by Ada, 1 March 2026, 09:32")
        .contains(
            "https://portal.test/meyer/clients/"
                + scene.path.client()
                + "/engagements/"
                + loan.path().engagement());
    assertThat(scene.inbox(carla))
        .hasSize(2)
        .extracting(Notice::type)
        .containsOnly(NoticeType.DOCUMENTS_REQUESTED);
  }

  @Test
  void severalDueDates_areNamedByTheEarliest_ofWhatIsOpen() {
    LocalDate first = LocalDate.parse("2026-03-05");
    List<ItemId> settled = loan.askBy(first, Recipient.CLIENT, "Passport");
    record(
        loan.requested(settled, CLIENT),
        loan.requested(loan.askBy(first.plusDays(2), Recipient.CLIENT, names(2)), CLIENT),
        loan.requested(loan.ask(Recipient.CLIENT, names(3)), CLIENT));
    loan.submit(settled);

    send();

    assertThat(subject())
        .isEqualTo("Meyer & Søn asks you for 5 documents for “Loan 2026”, by 7 March");
  }

  @Test
  void whatIsSettledMeanwhile_isNotCounted_andWithTheLastItemTheMailGoes() {
    List<ItemId> asked = loan.ask(Recipient.CLIENT, names(3));
    List<ItemId> answers = loan.ask(Recipient.CLIENT, Kind.TEXT, "Why?");
    record(loan.requested(asked, CLIENT), loan.requested(answers, CLIENT));
    loan.submit(asked.subList(0, 1));
    loan.change(asked.subList(1, 2), new ItemAction.MarkNotApplicable("I have none."));

    send();

    assertThat(subject()).contains("1 document and 1 answer for “Loan 2026”");
    List<ItemId> later = loan.ask(Recipient.CLIENT, names(2));
    record(loan.requested(later, CLIENT));
    loan.submit(later);
    send();
    assertThat(scene.mails.all()).hasSize(1);
  }

  @Test
  void whatIsAskedOfOthers_isNotCounted() {
    Holder.Party contact = scene.contact(true);
    List<ItemId> mine = loan.ask(Recipient.CLIENT, names(2));
    List<ItemId> theirs = loan.ask(contact.party(), names(5));
    record(
        loan.event(name ->
            new DocumentsRequested(
                name,
                Stream.concat(mine.stream(), theirs.stream()).toList(),
                List.of(CLIENT, contact.party()),
                List.of())));

    send();

    assertThat(subject()).contains("2 documents");
  }

  @Test
  void aRejection_namesTheItemAndWhy_andItsAskIsNotCountedTwice() {
    List<ItemId> asked = loan.ask(Recipient.CLIENT, "Passport", "Payslip");
    record(loan.requested(asked, CLIENT));
    loan.submit(asked.subList(0, 1));
    loan.reject(asked.subList(0, 1), "The second page is missing.");
    record(loan.event(name -> new ItemsRejected(name, asked.subList(0, 1), List.of(CLIENT))));

    send();

    assertThat(subject()).isEqualTo("1 document requested, 1 document requested again");
    assertThat(lines())
        .containsSequence("1 document for “Loan 2026”, by 14 March", "Needed from you:", "Payslip")
        .containsSequence(
            "Needed again for “Loan 2026”, by 14 March",
            "Passport: incomplete. “The second page is missing.”");
  }

  @Test
  void aRejectionThatIsAnsweredAgain_isNotMailed() {
    List<ItemId> asked = loan.ask(Recipient.CLIENT, "Passport");
    loan.submit(asked);
    loan.reject(asked, "Blurred.");
    record(loan.event(name -> new ItemsRejected(name, asked, List.of(CLIENT))));
    loan.change(asked, new ItemAction.Arrive(2));
    loan.change(asked, new ItemAction.Submit());

    send();

    assertThat(scene.mails.all()).isEmpty();
    assertThat(scene.inbox(carla)).hasSize(1);
  }

  @Test
  void whatIsReopened_isAskedForAgain_withTheReason() {
    List<ItemId> asked = loan.ask(Recipient.CLIENT, "Passport");
    loan.submit(asked);
    loan.change(asked, new ItemAction.Accept());
    loan.change(asked, new ItemAction.Reopen("It has expired."));
    record(loan.event(name -> new ItemsReopened(name, asked, List.of(CLIENT))));

    send();

    assertThat(subject())
        .isEqualTo("Meyer & Søn asks you again for “Passport” for “Loan 2026”, by 14 March");
    assertThat(lines()).contains("Passport: “It has expired.”");
  }

  @Test
  void anAcceptance_isMailed_unlessSomethingIsOpenAgain() {
    List<ItemId> asked = loan.ask(Recipient.CLIENT, "Passport");
    loan.submit(asked);
    loan.change(asked, new ItemAction.Accept());
    record(loan.event(name -> new ItemsAccepted(name, asked, List.of(CLIENT))));
    send();
    assertThat(subject()).isEqualTo("Meyer & Søn has accepted everything for “Loan 2026”");
    assertThat(lines())
        .containsSequence(
            "Everything for “Loan 2026” has been accepted", "Nothing more is needed from you.");

    record(loan.event(name -> new ItemsAccepted(name, asked, List.of(CLIENT))));
    loan.ask(Recipient.CLIENT, "Payslip");
    send();
    assertThat(scene.mails.all()).hasSize(1);
  }

  @Test
  void whatIsCancelled_isNamed_unlessItWasAskedForInTheSameWindow() {
    List<ItemId> asked = loan.ask(Recipient.CLIENT, "Passport", "Payslip");
    record(loan.requested(asked, CLIENT));
    send();
    List<ItemId> late = loan.ask(Recipient.CLIENT, "Letter");
    record(loan.requested(late, CLIENT));
    List<ItemId> both = List.of(asked.getFirst(), late.getFirst());
    loan.change(both, new ItemAction.Cancel());
    record(loan.event(name -> new ItemsCancelled(name, both, List.of(CLIENT))));

    send();

    assertThat(scene.mails.subjects())
        .last()
        .isEqualTo("Meyer & Søn no longer needs “Passport” for “Loan 2026”");
    assertThat(scene.mails.all().getLast().mail().text()).doesNotContain("Letter");
  }

  @Test
  void anEngagementThatIsCancelledAtOnce_isNeverMailed() {
    List<ItemId> asked = loan.ask(Recipient.CLIENT, names(2));
    EventMessage requested = loan.requested(asked, CLIENT);
    loan.cancel();
    record(requested, loan.event(name -> new EngagementCancelled(name, asked, List.of(CLIENT))));
    send();
    assertThat(scene.mails.all()).isEmpty();

    TestEngagement other = new TestEngagement(scene, "Taxes", Optional.empty());
    List<ItemId> known = other.ask(Recipient.CLIENT, names(12));
    other.cancel();
    record(other.event(name -> new EngagementCancelled(name, known, List.of(CLIENT))));
    send();
    assertThat(subject()).isEqualTo("Meyer & Søn has cancelled “Taxes”");
    assertThat(lines()).contains("“Taxes” has been cancelled", "Document 10", "And 2 more");
  }

  @Test
  void theTeam_isNotified_ofWhatIsSubmitted_withdrawnOrDoesNotApply() {
    List<StaffId> team = team();
    List<ItemId> asked = loan.ask(Recipient.CLIENT, "Passport", "Payslip", "Deeds", "Letter");
    loan.submit(asked.subList(0, 2));
    record(
        loan.event(byCarla, name -> new ItemsSubmitted(name, asked.subList(0, 1), team)),
        loan.event(byCarla, name -> new ItemsSubmitted(name, asked.subList(1, 2), team)));
    send();
    assertThat(subject()).isEqualTo("Carla Client submitted 2 documents for “Loan 2026”");
    assertThat(lines())
        .containsSequence("2 documents for “Loan 2026”", "Submitted, and ready for your review")
        .contains(
            "https://staff.test/firms/"
                + scene.firm.id
                + "/clients/"
                + scene.path.client()
                + "/engagements/"
                + loan.path().engagement());

    loan.change(asked.subList(1, 2), new ItemAction.Withdraw());
    loan.change(asked.subList(2, 3), new ItemAction.MarkNotApplicable("I rent."));
    record(
        loan.event(byCarla, name -> new ItemWithdrawn(name, asked.subList(1, 2), team)),
        loan.event(byCarla, name -> new ItemMarkedNotApplicable(name, asked.subList(2, 3), team)));
    send();
    assertThat(scene.mails.subjects())
        .last()
        .isEqualTo("1 document not applicable, 1 document taken back");
    assertThat(scene.mails.all().getLast().mail().text())
        .contains("Taken back for “Loan 2026”\nPayslip", "Not applicable for “Loan 2026”\nDeeds")
        .doesNotContain("I rent.");
  }

  private EventMessage upload(ItemId item, String name, List<StaffId> team) {
    return loan.upload(byCarla, folder, item, name, team);
  }

  @Test
  void theUploadsOfWhatIsSubmitted_arePartOfItsLine() {
    List<StaffId> team = team();
    List<ItemId> asked = loan.ask(Recipient.CLIENT, names(2));
    record(
        upload(asked.getFirst(), "Front.png", team),
        upload(asked.getFirst(), "Back.png", team),
        upload(asked.getLast(), "Payslip.pdf", team));
    loan.change(asked, new ItemAction.Submit());
    record(loan.event(byCarla, name -> new ItemsSubmitted(name, asked, team)));
    // A file may still come while the item waits for its review.
    record(upload(asked.getLast(), "Letter.pdf", team));

    send();

    assertThat(subject()).isEqualTo("Carla Client submitted 2 documents (4 files) for “Loan 2026”");
    assertThat(lines())
        .containsSequence(
            "2 documents (4 files) for “Loan 2026”", "Submitted, and ready for your review")
        .noneMatch(line -> line.contains("uploaded") || line.contains(".p"));
  }

  @Test
  void oneFileForEachDocument_isNotCounted() {
    List<StaffId> team = team();
    List<ItemId> asked = loan.ask(Recipient.CLIENT, names(2));
    record(
        upload(asked.getFirst(), "Passport.png", team),
        upload(asked.getLast(), "Payslip.pdf", team));
    loan.change(asked, new ItemAction.Submit());
    record(loan.event(byCarla, name -> new ItemsSubmitted(name, asked, team)));

    send();

    assertThat(subject()).isEqualTo("Carla Client submitted 2 documents for “Loan 2026”");
  }

  @Test
  void uploadsThatAreNotSubmitted_areNamed_besideThoseThatAre() {
    List<StaffId> team = team();
    List<ItemId> asked = loan.ask(Recipient.CLIENT, names(2));
    List<ItemId> submitted = asked.subList(0, 1);
    EventMessage late = upload(asked.getFirst(), "Late.png", team);
    loan.change(submitted, new ItemAction.Submit());
    loan.reject(submitted, "Blurred.");
    scene.clock.advance(Duration.ofMillis(1));
    record(
        upload(asked.getFirst(), "Passport.png", team),
        upload(asked.getLast(), "Payslip.pdf", team));
    loan.change(submitted, new ItemAction.Submit());
    record(late, loan.event(byCarla, name -> new ItemsSubmitted(name, submitted, team)));

    send();

    assertThat(lines())
        .contains("1 document for “Loan 2026”", "Payslip.pdf")
        .doesNotContain("Passport.png", "Late.png");
  }

  @Test
  void uploadsThatWereReviewedMeanwhile_areNotMailed_andThoseTakenBackAreNamed() {
    List<StaffId> team = team();
    List<ItemId> asked = loan.ask(Recipient.CLIENT, names(2));
    record(
        upload(asked.getFirst(), "Passport.png", team),
        upload(asked.getLast(), "Payslip.pdf", team));
    loan.change(asked, new ItemAction.Submit());
    record(loan.event(byCarla, name -> new ItemsSubmitted(name, asked, team)));
    loan.reject(asked.subList(0, 1), "Blurred.");
    loan.change(asked.subList(1, 2), new ItemAction.Withdraw());
    record(loan.event(byCarla, name -> new ItemWithdrawn(name, asked.subList(1, 2), team)));

    send();

    assertThat(subject()).isEqualTo("Carla Client uploaded “Payslip.pdf”");
    assertThat(lines()).doesNotContain("Passport.png");
  }

  @Test
  void whatWasSubmittedAndTakenBackWithinAWindow_isNotMailed() {
    List<StaffId> team = team();
    List<ItemId> asked = loan.ask(Recipient.CLIENT, "Passport");
    loan.submit(asked);
    record(loan.event(byCarla, name -> new ItemsSubmitted(name, asked, team)));
    loan.change(asked, new ItemAction.Withdraw());
    record(loan.event(byCarla, name -> new ItemWithdrawn(name, asked, team)));

    send();

    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void anAnswer_isInNoNoticeAndNoMail() {
    List<StaffId> team = team();
    List<ItemId> asked = loan.ask(Recipient.CLIENT, Kind.TEXT, "Why?");
    record(loan.requested(asked, CLIENT));
    loan.change(asked, new ItemAction.Answer(Optional.of("Powidltascherl")));
    send();
    loan.change(asked, new ItemAction.Submit());
    record(loan.event(byCarla, name -> new ItemsSubmitted(name, asked, team)));
    send();
    loan.reject(asked, "Say more.");
    record(loan.event(name -> new ItemsRejected(name, asked, List.of(CLIENT))));
    send();

    assertThat(scene.mails.all()).hasSize(3);
    assertThat(scene.mails.all())
        .allSatisfy(mail ->
            assertThat(mail.mail().text() + mail.mail().html()).doesNotContain("Powidltascherl"));
    scene.everything().values().stream()
        .filter(item -> !item.key().sk().startsWith("ITEM#"))
        .forEach(item -> assertThat(item.toString()).doesNotContain("Powidltascherl"));
  }

  @Test
  void theNotice_isReadAsItWasWritten_andLosesTheNameAlone() {
    List<ItemId> asked = loan.ask(Recipient.CLIENT, names(2));
    record(loan.requested(asked, CLIENT));

    Notice notice = scene.inbox(carla).getFirst();

    assertThat(notice.subject())
        .isEqualTo(new Subject.OfRequest(loan.path(), Optional.of("Loan 2026"), asked));
    assertThat(notice.withoutNames().subject())
        .isEqualTo(new Subject.OfRequest(loan.path(), Optional.empty(), asked));
  }
}
