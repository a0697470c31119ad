package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.Holder;
import clientportal.access.records.Account;
import clientportal.access.records.Folder;
import clientportal.access.records.StaffMember;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.EventMessage;
import clientportal.platform.http.Invocation;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SendDueDigestsTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Actor CARLA =
      new Actor(Optional.of(TestFirm.person()), Actor.As.CLIENT, "client", "Carla Client");

  private final Scene scene = new Scene();
  private final RecordNotices recordNotices = scene.recordNotices();
  private final SendDueDigests sendDueDigests = scene.sendDueDigests();
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);

  private void send() {
    sendDueDigests.handle(() -> true).requireSuccess("digests");
  }

  private DigestWindow window() {
    return scene.digests(scene.clientHolder).getFirst();
  }

  private Folder folder(String name, Grant... grants) {
    Folder made =
        new Folder(
            new FolderPath(scene.path, new FolderId(scene.ids.next())),
            name,
            scene.clock.instant(),
            false,
            new Grants(List.of(grants)),
            1);
    scene.write(Write.put(made.toItem()));
    return made;
  }

  private Grant grant(Recipient recipient) {
    return new Grant(recipient, AccessLevel.VIEW, scene.clock.instant(), Optional.empty());
  }

  /** A digest of one document for the client, which is due. */
  private void dueForTheClient() {
    scene.activateClient();
    recordNotices.handle(scene.added(folder, "Balance.pdf", Recipient.CLIENT));
    scene.clock.advance(WINDOW);
  }

  @Test
  void aDigest_isSentWhenItIsDue_asOneMailOfAllThatItNames() {
    scene.activateClient();
    recordNotices.handle(scene.shared(folder, Recipient.CLIENT));
    scene.clock.advance(Duration.ofMinutes(4));
    recordNotices.handle(scene.added(folder, "Balance.pdf", Recipient.CLIENT));
    send();
    assertThat(scene.mails.all()).isEmpty();

    scene.clock.advance(Duration.ofMinutes(1));
    send();

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(scene.mails.all()).hasSize(1);
    assertThat(mail.sender()).isEqualTo(Scene.MEYER);
    assertThat(mail.address()).isEqualTo("carla@client.test");
    assertThat(mail.mail().subject()).isEqualTo("2 new folders and documents from Meyer & Søn");
    String link =
        "https://portal.test/meyer/clients/" + scene.path.client() + "/folders/" + folder.id();
    assertThat(mail.mail().text().lines()).startsWith("Hello Carla Client,").contains(link);
    assertThat(mail.mail().text()).contains(link + "/documents/", "Balance.pdf", "by Ada");
    assertThat(window().state()).isEqualTo(DigestWindow.State.SENT);
    assertThat(scene.item(window().key()).fields().has("dueShard")).isFalse();
    assertThat(scene.item(window().key()).fields().has("dueAt")).isFalse();
  }

  @Test
  void aDigestIsSentOnce_howeverOftenTheRoundIsMade() {
    dueForTheClient();

    send();
    Map<Key, Item> after = scene.everything();
    scene.clock.advance(Duration.ofDays(1));
    send();

    assertThat(scene.mails.all()).hasSize(1);
    assertThat(scene.everything()).isEqualTo(after);
  }

  @Test
  void roundsAtTheSameMoment_sendOneMail_atWhateverStepTheyMeet() {
    dueForTheClient();
    Map<Key, Item> before = scene.everything();
    scene.calls.restart();
    send();
    int steps = scene.calls.made();

    for (int step = 1; step <= steps; step++) {
      scene.restore(before);
      int mails = scene.mails.all().size();
      scene.calls.before(step, this::send);
      send();
      assertThat(scene.mails.all()).hasSize(mails + 1);
      assertThat(window().state()).isEqualTo(DigestWindow.State.SENT);
    }
  }

  @Test
  void aCrashAtAnyStep_endsInOneMail_butForTheMomentBetweenTheAnswerOfSesAndTheMark() {
    dueForTheClient();
    Map<Key, Item> before = scene.everything();
    scene.calls.restart();
    send();
    int steps = scene.calls.made();

    for (int step = 1; step <= steps; step++) {
      for (boolean happened : new boolean[] {false, true}) {
        scene.restore(before);
        int mails = scene.mails.all().size();
        scene.calls.failAt(step, happened);
        assertThatThrownBy(this::send).isInstanceOf(RuntimeException.class);
        boolean sent = scene.mails.all().size() > mails;
        boolean marked = window().state() == DigestWindow.State.SENT;

        scene.clock.advance(DigestWindow.FIRST_LEASE);
        send();
        send();

        assertThat(scene.mails.all()).hasSize(mails + (sent && !marked ? 2 : 1));
        assertThat(window().state()).isEqualTo(DigestWindow.State.SENT);
      }
    }
  }

  @Test
  void whatComesWhileADigestIsSent_opensTheNext() {
    dueForTheClient();
    Map<Key, Item> before = scene.everything();
    scene.calls.restart();
    send();
    int steps = scene.calls.made();

    for (int step = 1; step <= steps; step++) {
      scene.restore(before);
      int mails = scene.mails.all().size();
      EventMessage late = scene.added(folder, "Late.pdf", Recipient.CLIENT);
      scene.calls.before(step, () -> recordNotices.handle(late));
      send();
      scene.clock.advance(WINDOW);
      send();
      String texts =
          scene.mails.all().stream()
              .skip(mails)
              .map(mail -> mail.mail().text())
              .reduce("", String::concat);
      assertThat(texts.split("Late.pdf", -1)).hasSize(2);
      assertThat(texts.split("Balance.pdf", -1)).hasSize(2);
    }
  }

  @Test
  void whatItsReaderCanNoLongerSee_isLeftOut_andWhatIsArchivedIsNot() {
    scene.activateClient();
    Folder revoked = folder("Revoked", grant(Recipient.CLIENT));
    Folder expiring =
        folder(
            "Expiring",
            new Grant(
                Recipient.CLIENT,
                AccessLevel.VIEW,
                scene.clock.instant(),
                Optional.of(scene.clock.instant().plus(WINDOW))));
    Folder archived = folder("Archived", grant(Recipient.CLIENT));
    for (Folder one : List.of(revoked, expiring, archived)) {
      recordNotices.handle(scene.shared(one, Recipient.CLIENT));
    }
    scene.write(
        Write.put(revoked.withGrants(Grants.NONE).toItem()),
        Write.put(
            new Folder(
                    archived.path(),
                    archived.name(),
                    archived.createdAt(),
                    true,
                    archived.grants(),
                    2)
                .toItem()));
    scene.clock.advance(WINDOW);

    send();

    assertThat(scene.mails.subjects()).containsExactly("Meyer & Søn shared “Archived” with you");
    assertThat(scene.mails.all().getFirst().mail().html()).doesNotContain("Revoked", "Expiring");
  }

  @Test
  void noNoticeLeft_orNoAddressee_noMailIsSent() {
    dueForTheClient();
    scene.write(Write.put(folder.withGrants(Grants.NONE).toItem()));
    send();
    assertThat(window().state()).isEqualTo(DigestWindow.State.SENT);

    StaffMember member = scene.staff("sam@firm.test", true, Optional.empty());
    recordNotices.handle(scene.uploaded(folder, "Payslip.pdf", CARLA, member));
    scene.write(Write.put(member.withPlace(member.role(), false, false).toItem()));
    scene.clock.advance(WINDOW);
    send();

    assertThat(scene.digests(member.holder()).getFirst().state())
        .isEqualTo(DigestWindow.State.SENT);
    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void anInvitedParty_isNotifiedOfWhatWillBeOpenToThem_atTheirPresentAddress() {
    Holder.Party contact = scene.contact(true);
    Account account = scene.invite(contact, "old@client.test");
    Folder theirs = folder("Theirs", grant(Recipient.ALL_AUTHORIZED));
    recordNotices.handle(scene.shared(theirs, Recipient.ALL_AUTHORIZED));
    recordNotices.handle(scene.shared(folder, contact.party()));
    scene.put(Account.invite(contact, new EmailAddress("new@client.test"), account.invitedAt()));
    scene.clock.advance(WINDOW);

    send();

    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.address()).isEqualTo("new@client.test");
          assertThat(mail.mail().subject()).isEqualTo("Meyer & Søn shared “Theirs” with you");
        });
  }

  @Test
  void theTeam_isLedToTheStaffPages() {
    StaffMember member = scene.staff("sam@firm.test", true, Optional.of(TestFirm.person()));
    recordNotices.handle(scene.uploaded(folder, "Payslip.pdf", CARLA, member));
    scene.clock.advance(WINDOW);

    send();

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(mail.address()).isEqualTo("sam@firm.test");
    assertThat(mail.mail().subject()).isEqualTo("Carla Client uploaded “Payslip.pdf”");
    assertThat(mail.mail().text())
        .contains(
            "https://staff.test/firms/"
                + scene.firm.id
                + "/clients/"
                + scene.path.client()
                + "/folders/"
                + folder.id()
                + "/documents/");
  }

  @Test
  void aDigestOfHundreds_isOneMail() {
    scene.activateClient();
    for (int number = 0; number < 130; number++) {
      recordNotices.handle(scene.added(folder, "Document " + number + ".pdf", Recipient.CLIENT));
    }
    scene.clock.advance(WINDOW);

    send();

    assertThat(scene.mails.subjects()).containsExactly("130 new documents from Meyer & Søn");
  }

  @Test
  void manyDigestsOfOneShard_areAllSent_andTheFailureOfOneStopsNoOther() {
    int members = 300;
    StaffMember[] team = new StaffMember[members];
    for (int number = 0; number < members; number++) {
      team[number] =
          scene.staff("sam" + number + "@firm.test", true, Optional.of(TestFirm.person()));
    }
    recordNotices.handle(scene.uploaded(folder, "Payslip.pdf", CARLA, team));
    scene.clock.advance(WINDOW);
    scene.mails.fail(address -> address.equals("sam7@firm.test"));

    assertThatThrownBy(this::send)
        .hasMessage("1 digests failed")
        .satisfies(failure ->
            assertThat(failure.getSuppressed()[0]).hasMessage("SES is not to be reached"));

    assertThat(scene.mails.all()).hasSize(members - 1);
    scene.mails.fail(_ -> false);
    send();
    assertThat(scene.mails.all()).hasSize(members - 1);
    scene.clock.advance(DigestWindow.FIRST_LEASE);
    send();
    assertThat(scene.mails.all()).hasSize(members);
  }

  @Test
  void aMailThatSesRefuses_isGivenUpAtOnce_withTheReason() {
    dueForTheClient();
    scene.mails.refuse(_ -> true);

    assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class);

    assertThat(window().state()).isEqualTo(DigestWindow.State.FAILED);
    assertThat(window().failure()).contains("MessageRejectedException");
    assertThat(window().dueAt()).isEmpty();
    scene.clock.advance(Duration.ofDays(1));
    send();
    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void aMailThatFailsAgainAndAgain_isTriedEachTimeLater_andGivenUpInTheEnd() {
    dueForTheClient();
    scene.mails.fail(_ -> true);
    for (int time = 0; time < DigestWindow.MOST_TRIES; time++) {
      assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class);
      Duration lease = Duration.between(scene.clock.instant(), window().dueAt().orElseThrow());
      assertThat(lease).isEqualTo(DigestWindow.FIRST_LEASE.multipliedBy(1L << time));
      scene.clock.advance(lease.minusMillis(1));
      send();
      scene.clock.advance(Duration.ofMillis(1));
    }
    scene.mails.fail(_ -> false);
    send();

    assertThat(window().state()).isEqualTo(DigestWindow.State.FAILED);
    assertThat(window().failure()).contains("tried too often");
    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void whatThereIsNoTimeFor_isLeftToTheNextRound() {
    dueForTheClient();
    Map<Key, Item> before = scene.everything();

    sendDueDigests.handle(() -> false);
    assertThat(scene.everything()).isEqualTo(before);
    new Invocation().send(new SendDueDigestsHandler(sendDueDigests), Map.of());

    assertThat(scene.mails.all()).hasSize(1);
  }

  @Test
  void eachRound_measuresHowLongTheOldestHasWaited_andZeroWhenNothingIsDue() {
    assertThat(round()).containsEntry("OldestDueItem", 0L).containsEntry("due", 0L);

    dueForTheClient();
    scene.clock.advance(Duration.ofSeconds(90));

    assertThat(round()).containsEntry("OldestDueItem", 90L).containsEntry("due", 1L);
    assertThat(round()).containsEntry("OldestDueItem", 0L).containsEntry("due", 0L);
  }

  @Test
  void aRoundThatFails_measuresToo_andCountsWhatSesRefused() {
    dueForTheClient();
    scene.mails.refuse(_ -> true);
    Invocation invocation = new Invocation();

    assertThatThrownBy(() -> invocation.send(new SendDueDigestsHandler(sendDueDigests), Map.of()))
        .hasMessageContaining("1 digests failed")
        .hasMessageContaining("request-1");

    assertThat(invocation.line())
        .containsEntry("OldestDueItem", 0L)
        .containsEntry("due", 1L)
        .containsEntry("failed", 1L)
        .containsEntry("MailsRefused", 1L)
        .containsKeys("_aws", "failure");
  }

  private Map<String, Object> round() {
    Invocation invocation = new Invocation();
    invocation.send(new SendDueDigestsHandler(sendDueDigests), Map.of());
    return invocation.line();
  }

  @Test
  void aWindow_isWhatItsItemSays() {
    DigestWindow window =
        DigestWindow.open(scene.clientHolder, Optional.empty(), scene.clock.instant());
    for (DigestWindow one :
        List.of(
            window,
            window.take(scene.clock.instant()),
            window.withText(DigestWindow.Text.SENT),
            window.withText(DigestWindow.Text.REFUSED),
            window.finish(),
            window.fail("a reason"),
            DigestWindow.open(scene.clientHolder, Optional.of(window), scene.clock.instant()))) {
      assertThat(DigestWindow.fromItem(one.toItem())).isEqualTo(one);
    }
  }
}
