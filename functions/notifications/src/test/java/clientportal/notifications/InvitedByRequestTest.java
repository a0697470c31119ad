package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.Holder;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Contact;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.requests.ItemAction;
import clientportal.delivery.EventMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People who are asked for something before they have an account. */
final class InvitedByRequestTest {
  private static final int SEQUENCES = 300;

  private static SendInvitations sendInvitations(Scene scene) {
    return new SendInvitations(
        scene.table, scene.mailSender, scene.links, scene.clock, scene.recordBounces());
  }

  private static void sendDigests(Scene scene) {
    scene.clock.advance(Duration.ofMinutes(6));
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
  }

  private static TestEngagement loan(Scene scene) {
    return new TestEngagement(scene, "Loan 2026", Optional.of(LocalDate.parse("2026-03-14")));
  }

  private static EventMessage createAccount(Scene scene) {
    scene.invite(scene.clientHolder, "carla@client.test");
    return scene.event(Scene.ADA, new AccountInvited(scene.clientHolder));
  }

  @Test
  void aContactWithoutAccount_isInvitedAtOnce_byAMailThatNamesTheRequest_andGetsNoNotice() {
    Scene scene = new Scene();
    Contact colin = scene.firm.contact(scene.path, Optional.of("colin@client.test"), true);
    Recipient.Contact party = new Recipient.Contact(colin.id());
    TestEngagement loan = loan(scene);
    EventMessage message = loan.requestedOf(loan.ask(party, "Passport", "Payslip"), party);

    sendInvitations(scene).handle(message);
    sendInvitations(scene).handle(message);
    scene.recordNotices().handle(message);
    sendDigests(scene);

    assertThat(scene.mails.subjects())
        .containsExactly("Meyer & Søn asks you for 2 documents for “Loan 2026”");
    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(mail.address()).isEqualTo("colin@client.test");
    assertThat(mail.mail().text())
        .contains(
            "Needed from you: 2 documents for “Loan 2026”, by 14 March",
            "https://portal.test/meyer/invitation#");
    Holder.Party holder = new Holder.Party(scene.path, party);
    assertThat(scene.account(holder).status()).isEqualTo(AccountStatus.INVITED);
    assertThat(scene.digests(holder)).isEmpty();
  }

  @Test
  void theInvitation_namesWhatIsOpen_andNothingElse() {
    Scene scene = new Scene();
    TestEngagement loan = loan(scene);
    List<ItemId> asked = loan.ask(Recipient.CLIENT, "Passport", "Payslip");
    loan.change(asked.subList(0, 1), new ItemAction.Cancel());
    TestEngagement taxes = new TestEngagement(scene, "Taxes", Optional.empty());
    taxes.ask(Recipient.CLIENT, Kind.TEXT, "Why?", "Since when?");
    taxes.ask(scene.contact(true).party(), "Letter");
    TestEngagement over = new TestEngagement(scene, "Cancelled", Optional.empty());
    over.ask(Recipient.CLIENT, "Deeds");
    over.cancel();
    scene.clock.advance(Duration.ofMinutes(1));

    sendInvitations(scene).handle(createAccount(scene));

    assertThat(scene.mails.subjects())
        .containsExactly("Meyer & Søn asks you for 1 document and 2 answers");
    assertThat(scene.mails.all().getFirst().mail().text())
        .containsSubsequence(
            "Needed from you: Payslip for “Loan 2026”, by 14 March",
            "Needed from you: 2 answers for “Taxes”")
        .doesNotContain("Letter", "Cancelled", "Deeds");
  }

  @Test
  void whatIsAskedAfterTheInvitation_isInTheNextDigest_andNotInTheInvitation() {
    Scene scene = new Scene();
    EventMessage invited = createAccount(scene);
    scene.clock.advance(Duration.ofSeconds(1));
    TestEngagement loan = loan(scene);
    EventMessage requested =
        loan.requested(loan.ask(Recipient.CLIENT, "Passport"), Recipient.CLIENT);

    sendInvitations(scene).handle(invited);
    scene.recordNotices().handle(requested);
    sendDigests(scene);

    assertThat(scene.mails.subjects())
        .containsExactly(
            "Meyer & Søn invites you to its client portal",
            "Meyer & Søn asks you for “Passport” for “Loan 2026”, by 14 March");
  }

  /** Messages of asks may arrive after the account was made. */
  @Test
  void anySequenceOfAsks_thenAnAccount_isOneMail_thatNamesThemAll() {
    for (long seed = 0; seed < SEQUENCES; seed++) {
      Random random = new Random(seed);
      Scene scene = new Scene();
      List<TestEngagement> engagements =
          IntStream.rangeClosed(1, 1 + random.nextInt(3))
              .mapToObj(i -> new TestEngagement(scene, "Matter " + i, Optional.empty()))
              .toList();
      Map<TestEngagement, Integer> counts = new HashMap<>();
      List<EventMessage> late = new ArrayList<>();
      for (int ask = 1 + random.nextInt(6); ask > 0; ask--) {
        TestEngagement engagement = engagements.get(random.nextInt(engagements.size()));
        String[] names = new String[1 + random.nextInt(3)];
        Arrays.fill(names, "Document");
        EventMessage message =
            engagement.requested(engagement.ask(Recipient.CLIENT, names), Recipient.CLIENT);
        counts.merge(engagement, names.length, Integer::sum);
        if (random.nextBoolean()) {
          scene.recordNotices().handle(message);
        } else {
          late.add(message);
        }
        scene.clock.advance(Duration.ofSeconds(1 + random.nextInt(600)));
        scene.sendDueDigests().handle(() -> true);
      }
      EventMessage invited = createAccount(scene);
      boolean mailedFirst = random.nextBoolean();
      if (mailedFirst) {
        sendInvitations(scene).handle(invited);
      }
      late.forEach(scene.recordNotices()::handle);
      if (!mailedFirst) {
        sendInvitations(scene).handle(invited);
      }
      sendDigests(scene);

      assertThat(scene.mails.all()).as("seed %d", seed).hasSize(1);
      String text = scene.mails.all().getFirst().mail().text();
      assertThat(text.split("Needed from you: ", -1))
          .as("seed %d", seed)
          .hasSize(counts.size() + 1);
      counts.forEach((engagement, number) ->
          assertThat(text)
              .contains(
                  (number == 1 ? "Document" : number + " documents")
                      + " for “"
                      + engagement.named().name()
                      + "”"));
    }
  }

  @Test
  void anyNumberOfAsksWithinAWindow_isOneMailWithOneLine() {
    for (long seed = 0; seed < SEQUENCES; seed++) {
      Random random = new Random(seed);
      Scene scene = new Scene();
      scene.activateClient();
      TestEngagement loan = loan(scene);
      int asked = 0;
      int cancelled = 0;
      int asks = 1 + random.nextInt(8);
      for (int ask = 0; ask < asks; ask++) {
        String[] names = new String[1 + random.nextInt(3)];
        Arrays.fill(names, "Document");
        List<ItemId> items = loan.ask(Recipient.CLIENT, names);
        EventMessage message = loan.requested(items, Recipient.CLIENT);
        scene.recordNotices().handle(message);
        scene.recordNotices().handle(message);
        asked += names.length;
        if (ask > 0 && random.nextInt(3) == 0) {
          loan.change(items, new ItemAction.Cancel());
          cancelled += names.length;
        }
        scene.clock.advance(Duration.ofSeconds(random.nextInt(37)));
      }
      sendDigests(scene);

      int left = asked - cancelled;
      assertThat(scene.mails.all()).as("seed %d", seed).hasSize(1);
      assertThat(scene.mails.all().getFirst().mail().text().lines())
          .as("seed %d", seed)
          .filteredOn(line -> line.contains("for “Loan 2026”"))
          .containsExactly(
              (left == 1 ? "1 document" : left + " documents") + " for “Loan 2026”, by 14 March");
    }
  }
}
