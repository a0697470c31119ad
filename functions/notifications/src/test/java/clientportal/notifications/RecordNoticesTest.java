package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.AdministratorAppointed;
import clientportal.access.events.EventData.GroupNoteShared;
import clientportal.access.events.EventData.HandOverCompleted;
import clientportal.access.events.EventData.NamedNote;
import clientportal.access.events.EventData.NamedParticipation;
import clientportal.access.events.EventData.NoteShared;
import clientportal.access.events.EventData.RegistrationCompleted;
import clientportal.access.events.EventData.RegistrationReceived;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.Absence;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Administrators;
import clientportal.access.records.Firm;
import clientportal.access.records.Firm.NoteNotices;
import clientportal.access.records.Folder;
import clientportal.access.records.StaffMember;
import clientportal.delivery.AudiencePart;
import clientportal.delivery.Author;
import clientportal.delivery.Deliveries;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.EventMessage;
import clientportal.delivery.Notice;
import clientportal.delivery.NoticeReason;
import clientportal.delivery.NoticeType;
import clientportal.delivery.Subject;
import clientportal.platform.CallSchedule;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecordNoticesTest {
  private static final Actor CARLA =
      new Actor(Optional.empty(), Actor.As.CLIENT, "client", "Carla");

  private final Scene scene = new Scene();
  private final RecordNotices recordNotices = scene.recordNotices();
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);

  private List<String> noticesIn(DigestWindow window) {
    String prefix = TableKeys.notifiedPrefix(window.key());
    return scene.partition(TableKeys.notified(window.addressee())).stream()
        .map(item -> item.key().sk())
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  private static String sk(EventMessage message) {
    return message.key().sk();
  }

  private void assertNothingChanges(EventMessage message) {
    Map<Key, Item> before = scene.everything();
    recordNotices.handle(message);
    assertThat(scene.everything()).isEqualTo(before);
  }

  @Test
  void aClient_findsTheNoticeInTheInbox_andTheDigestIsDueAfterTheFirmsWindow() {
    PersonId person = scene.activateClient();
    EventMessage message = scene.added(folder, "Balance.pdf", Recipient.CLIENT);
    scene.clock.advance(Duration.ofMinutes(3));

    recordNotices.handle(message);

    Notice notice = scene.inbox(person).getFirst();
    assertThat(scene.inbox(person)).hasSize(1);
    assertThat(notice.id()).isEqualTo(Scene.id(message));
    assertThat(notice.type()).isEqualTo(NoticeType.DOCUMENT_ADDED);
    assertThat(notice.firmName()).isEqualTo("Meyer & Søn");
    assertThat(notice.clientName()).contains("Carla Client");
    assertThat(notice.subject())
        .isInstanceOfSatisfying(
            Subject.OfDocument.class,
            document -> {
              assertThat(document.folder()).isEqualTo(folder.path());
              assertThat(document.folderName()).contains("Taxes 2025");
              assertThat(document.name()).contains("Balance.pdf");
            });
    assertThat(notice.by()).isEqualTo(Author.person("Ada"));
    assertThat(notice.at()).isEqualTo(TestFirm.NOW);
    DigestWindow window = scene.digests(scene.clientHolder).getFirst();
    assertThat(scene.digests(scene.clientHolder)).hasSize(1);
    assertThat(window.isOpen()).isTrue();
    assertThat(window.dueAt()).contains(TestFirm.NOW.plus(Duration.ofMinutes(5)));
    assertThat(noticesIn(window)).containsExactly(sk(message));
    assertThat(scene.item(window.key()).fields().text("dueShard")).startsWith("DIGEST#");
  }

  @Test
  void aFirmThatMailsNothingAboutNotes_hasThemInTheInboxAlone() {
    Firm firm = Firm.fromItem(scene.item(TableKeys.firm(scene.firm.id)));
    Firm.Settings before = firm.settings();
    scene.write(
        firm.withDetails(
                firm.name(),
                new Firm.Settings(
                    before.digestMinutes(),
                    before.selfRegistration(),
                    before.timeZone(),
                    before.language(),
                    before.passwordClasses(),
                    before.secondFactor(),
                    new NoteNotices(false, false),
                    before.replyTo(),
                    before.mailTimes(),
                    before.reminders()))
            .saveDetails());
    PersonId carla = scene.activateClient();
    EventMessage note =
        scene.event(
            Scene.ADA,
            new NoteShared(
                new NamedNote(
                    new NotePath(scene.path, new NoteId(scene.ids.next())), "Call of Monday"),
                Scene.recipients(List.of(), List.of()),
                List.of(Recipient.CLIENT)));
    EventMessage groupNote =
        scene.event(
            Scene.ADA,
            new GroupNoteShared(
                new NamedParticipation(
                    new ParticipantPath(scene.path, new NoteId(scene.ids.next())), "Holidays"),
                Scene.recipients(List.of(), List.of()),
                List.of(Recipient.ALL_AUTHORIZED)));

    recordNotices.handle(note);
    recordNotices.handle(note);
    recordNotices.handle(groupNote);
    recordNotices.handle(groupNote);

    assertThat(scene.partition(TableKeys.inbox(carla))).hasSize(2);
    assertThat(scene.digests(scene.clientHolder)).isEmpty();

    recordNotices.handle(scene.shared(folder, Recipient.CLIENT));

    assertThat(scene.digests(scene.clientHolder)).hasSize(1);
    assertThat(scene.partition(TableKeys.inbox(carla))).hasSize(3);
  }

  @Test
  void aFirmThatWantsMailsAtOnce_getsThemAtOnce() {
    mailAtOnce();
    scene.activateClient();

    recordNotices.handle(scene.shared(folder, Recipient.CLIENT));

    assertThat(scene.digests(scene.clientHolder).getFirst().dueAt())
        .contains(scene.clock.instant());
  }

  @Test
  void reminders_areCollectedForFiveMinutes_evenIfTheFirmCollectsNothing() {
    mailAtOnce();
    scene.activateClient();
    TestEngagement loan = new TestEngagement(scene, "Loan", Optional.empty());
    List<ItemId> asked = loan.ask(Recipient.CLIENT, "Deeds");

    recordNotices.handle(
        loan.event(name -> new RequestReminded(name, asked, List.of(Recipient.CLIENT))));

    assertThat(scene.digests(scene.clientHolder).getFirst().dueAt())
        .contains(scene.clock.instant().plus(Deliveries.REMINDERS));
  }

  private void mailAtOnce() {
    Firm firm = scene.firm.firm;
    scene.write(
        Write.put(
            new Firm(
                    firm.id(),
                    firm.name(),
                    firm.slug(),
                    new Firm.Settings(
                        0,
                        "create",
                        firm.settings().timeZone(),
                        firm.settings().language(),
                        false,
                        firm.settings().secondFactor(),
                        firm.settings().notes(),
                        Optional.empty(),
                        firm.settings().mailTimes(),
                        firm.settings().reminders()),
                    firm.createdAt(),
                    1,
                    2)
                .toItem()));
  }

  @Test
  void anInvitedParty_isNotifiedOnlyByMail_andOneWithoutAccountNotAtAll() {
    EventMessage message = scene.shared(folder, Recipient.CLIENT);
    assertNothingChanges(message);

    scene.invite(scene.clientHolder, "carla@client.test");
    recordNotices.handle(message);

    assertThat(scene.digests(scene.clientHolder)).hasSize(1);
    assertThat(scene.everything().keySet()).noneMatch(key -> key.pk().endsWith("#INBOX"));
  }

  @Test
  void allAuthorized_areTheClientAndEachContactWithWebPortalAndAnAccount_onceEach() {
    PersonId client = scene.activateClient();
    List<Holder.Party> contacts = new ArrayList<>();
    for (int number = 0; number < 120; number++) {
      Holder.Party contact = scene.contact(true);
      scene.invite(contact, "contact" + number + "@client.test");
      contacts.add(contact);
    }
    Holder.Party withoutAccount = scene.contact(true);
    Holder.Party withoutPermission = scene.contact(false);
    scene.invite(withoutPermission, "no@client.test");
    Holder.Party bounced = scene.contact(true);
    scene.put(scene.invite(bounced, "bounced@client.test"));
    Item item = scene.item(TableKeys.account(bounced));
    scene.write(
        Write.put(
            Fields.of()
                .withAll(item.fields())
                .with("status", AccountStatus.BOUNCED.text())
                .at(item.key())));

    recordNotices.handle(
        scene.shared(
            folder, Recipient.CLIENT, Recipient.ALL_AUTHORIZED, contacts.getFirst().party()));

    assertThat(scene.inbox(client)).hasSize(1);
    assertThat(contacts).allSatisfy(contact -> assertThat(scene.digests(contact)).hasSize(1));
    assertThat(List.of(withoutAccount, withoutPermission, bounced))
        .allSatisfy(contact -> assertThat(scene.digests(contact)).isEmpty());
    assertThat(scene.digests(scene.clientHolder)).hasSize(1);
  }

  @Test
  void aReaderFromBefore_isNotNotifiedWhenAllAuthorizedGainIt() {
    PersonId client = scene.activateClient();
    Holder.Party contact = scene.contact(true);
    scene.invite(contact, "colin@client.test");

    recordNotices.handle(
        scene.shared(folder, List.of(Recipient.CLIENT), List.of(), Recipient.ALL_AUTHORIZED));

    assertThat(scene.inbox(client)).isEmpty();
    assertThat(scene.digests(contact)).hasSize(1);
  }

  @Test
  void theActor_isNotNotified_inAnyCapacity() {
    PersonId person = scene.activateClient();
    Actor asStaff = new Actor(Optional.of(person), Actor.As.STAFF, scene.ids.next(), "Carla");
    Actor asClient = new Actor(Optional.empty(), Actor.As.CLIENT, "client", "Carla");
    Holder.Party contact = scene.contact(true);
    scene.invite(contact, "colin@client.test");
    String contactId = contact.party().text();
    Actor asContact = new Actor(Optional.empty(), Actor.As.CONTACT, contactId, "Colin");
    StaffMember member = scene.staff("sam@firm.test", true, Optional.of(person));
    Actor asMember = new Actor(Optional.empty(), Actor.As.STAFF, member.id().value(), "Sam");

    for (Actor actor : List.of(asStaff, asClient)) {
      assertNothingChanges(scene.added(folder, "a.pdf", actor, Recipient.CLIENT));
    }
    assertNothingChanges(scene.added(folder, "a.pdf", asContact, contact.party()));
    assertNothingChanges(scene.uploaded(folder, "a.pdf", asStaff, member));
    assertNothingChanges(scene.uploaded(folder, "a.pdf", asMember, member));
  }

  @Test
  void onePersonWhoIsClientAndContact_isNotifiedOnce() {
    PersonId person = scene.activateClient();
    Holder.Party contact = scene.contact(true);
    scene.put(scene.invite(contact, "carla@client.test").activate(person, scene.clock.instant()));

    recordNotices.handle(scene.shared(folder, Recipient.ALL_AUTHORIZED));

    assertThat(scene.inbox(person)).hasSize(1);
    assertThat(scene.digests(scene.clientHolder)).hasSize(1);
    assertThat(scene.digests(contact)).isEmpty();
  }

  @Test
  void anUpload_notifiesTheEnabledMembersOfTheTeam() {
    PersonId person = TestFirm.person();
    StaffMember member = scene.staff("sam@firm.test", true, Optional.of(person));
    StaffMember invited = scene.staff("ida@firm.test", true, Optional.empty());
    StaffMember disabled = scene.staff("dan@firm.test", false, Optional.of(TestFirm.person()));
    Actor carla = new Actor(Optional.of(TestFirm.person()), Actor.As.CLIENT, "client", "Carla");

    recordNotices.handle(scene.uploaded(folder, "Payslip.pdf", carla, member, invited, disabled));

    assertThat(scene.inbox(person))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.type()).isEqualTo(NoticeType.DOCUMENT_UPLOADED);
          assertThat(notice.by()).isEqualTo(Author.person("Carla"));
        });
    assertThat(scene.digests(member.holder())).hasSize(1);
    assertThat(scene.digests(invited.holder())).hasSize(1);
    assertThat(scene.digests(disabled.holder())).isEmpty();
  }

  private StaffMember active(String email) {
    return scene.staff(email, true, Optional.of(TestFirm.person()));
  }

  /** Sends a staff member away for an hour that begins now. */
  private void sendAway(StaffMember member, StaffMember standIn) {
    Instant now = scene.clock.instant();
    Absence absence = new Absence(now, now.plus(Duration.ofHours(1)), standIn.id());
    scene.write(Write.put(member.withAbsence(Optional.of(absence)).toItem()));
  }

  @Test
  void whoStandsIn_isNotifiedToo_whileTheAbsenceLasts() {
    StaffMember sam = active("sam@firm.test");
    StaffMember tom = active("tom@firm.test");
    StaffMember eve = active("eve@firm.test");
    EventMessage before = scene.uploaded(folder, "before.pdf", CARLA, sam);
    scene.clock.advance(Duration.ofMillis(1));
    sendAway(sam, tom);
    sendAway(tom, eve);
    EventMessage during = scene.uploaded(folder, "during.pdf", CARLA, sam);
    scene.clock.advance(Duration.ofHours(1));
    EventMessage after = scene.uploaded(folder, "after.pdf", CARLA, sam);

    for (EventMessage message : List.of(after, during, before, during)) {
      recordNotices.handle(message);
    }

    assertThat(inboxOf(sam)).hasSize(3);
    assertThat(inboxOf(tom))
        .singleElement()
        .satisfies(notice -> assertThat(notice.id()).isEqualTo(Scene.id(during)));
    assertThat(inboxOf(eve)).isEmpty();
    scene.clock.advance(Duration.ofMinutes(5));
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
    assertThat(scene.mails.all())
        .filteredOn(sent -> sent.address().equals("tom@firm.test"))
        .singleElement()
        .satisfies(sent ->
            assertThat(sent.mail().text()).contains("during.pdf").doesNotContain("after.pdf"));
  }

  @Test
  void aStandIn_whoIsInTheTeam_orDidIt_orIsDisabled_isNotNotifiedOnceMore() {
    StaffMember sam = active("sam@firm.test");
    StaffMember tom = active("tom@firm.test");
    sendAway(sam, tom);

    recordNotices.handle(scene.uploaded(folder, "both.pdf", CARLA, sam, tom));
    assertThat(inboxOf(tom))
        .singleElement()
        .satisfies(notice -> assertThat(notice.reason()).isEqualTo(NoticeReason.TEAM));

    Actor asTom = new Actor(tom.person(), Actor.As.STAFF, tom.id().value(), "Tom");
    recordNotices.handle(scene.uploaded(folder, "own.pdf", asTom, sam));
    scene.write(Write.put(tom.withPlace(Role.STAFF, false, false).toItem()));
    recordNotices.handle(scene.uploaded(folder, "disabled.pdf", CARLA, sam));

    assertThat(inboxOf(tom)).hasSize(1);
    assertThat(inboxOf(sam)).hasSize(3);
  }

  @Test
  void whoTakesOver_isNotifiedOnce_unlessNothingPassedOn() {
    StaffMember leo = active("leo@firm.test");
    StaffMember sue = active("sue@firm.test");
    Actor ada = new Actor(Optional.of(TestFirm.person()), Actor.As.STAFF, "a", "Ada");
    recordNotices.handle(
        scene.event(ada, new HandOverCompleted(leo.holder(), leo.name(), sue.id(), 0)));
    EventMessage message =
        scene.event(ada, new HandOverCompleted(leo.holder(), leo.name(), sue.id(), 3));

    recordNotices.handle(message);
    recordNotices.handle(message);

    assertThat(inboxOf(leo)).isEmpty();
    assertThat(inboxOf(sue))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.type()).isEqualTo(NoticeType.HANDED_OVER);
          assertThat(notice.by()).isEqualTo(Author.person("Ada"));
        });
    scene.clock.advance(Duration.ofMinutes(5));
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(sent ->
            assertThat(sent.mail().subject()).isEqualTo("You have taken over from Sam Staff"));
  }

  private StaffMember administrator(String email) {
    StaffMember member =
        scene.staff(email, true, Optional.of(TestFirm.person()), Role.ADMINISTRATOR);
    scene.write(Administrators.add(member).toArray(Write[]::new));
    return member;
  }

  private List<Notice> inboxOf(StaffMember member) {
    return scene.inbox(member.person().orElseThrow());
  }

  private EventMessage registered() {
    Actor carla = new Actor(Optional.of(TestFirm.person()), Actor.As.CLIENT, "client", "Carla");
    return scene.event(carla, new RegistrationCompleted(scene.clientHolder, "Carla"));
  }

  @Test
  void whoGetsAnAccountByRegistering_isReportedToTheTeam_orWithoutOneToTheAdministrators() {
    StaffMember administrator = administrator("ada@firm.test");
    StaffMember member = scene.staff("sam@firm.test", true, Optional.of(TestFirm.person()));
    StaffMember invited = scene.staff("ida@firm.test", true, Optional.empty());
    StaffMember disabled = scene.staff("dan@firm.test", false, Optional.of(TestFirm.person()));

    recordNotices.handle(registered());
    scene.team(invited, disabled);
    recordNotices.handle(registered());
    assertThat(inboxOf(administrator))
        .hasSize(2)
        .allSatisfy(notice -> {
          assertThat(notice.type()).isEqualTo(NoticeType.REGISTRATION_COMPLETED);
          assertThat(notice.client()).contains(scene.path);
          assertThat(notice.subject())
              .isInstanceOfSatisfying(
                  Subject.OfPerson.class,
                  registered -> assertThat(registered.name()).contains("Carla"));
          assertThat(notice.by()).isEqualTo(Author.person("Carla"));
        });
    scene.team(member, invited, disabled);
    recordNotices.handle(registered());

    assertThat(inboxOf(member)).hasSize(1);
    assertThat(inboxOf(administrator)).hasSize(2);
    assertThat(inboxOf(disabled)).isEmpty();
    assertThat(scene.digests(invited.holder())).hasSize(1);
  }

  @Test
  void whatConcernsTheFirm_isReportedToAllAdministrators() {
    StaffMember ada = administrator("ada@firm.test");
    StaffMember eva = administrator("eva@firm.test");
    StaffMember sam = scene.staff("sam@firm.test", true, Optional.of(TestFirm.person()));
    Actor operator = Actor.operator(TestFirm.person());

    recordNotices.handle(scene.event(operator, new AdministratorAppointed(eva.holder(), "Eva")));
    recordNotices.handle(
        scene.event(
            Actor.PORTAL,
            new RegistrationReceived(
                scene.firm.id, new RegistrationId(scene.ids.next()), "Rosa Klein")));

    for (StaffMember administrator : List.of(ada, eva)) {
      assertThat(inboxOf(administrator))
          .extracting(Notice::type)
          .containsExactlyInAnyOrder(
              NoticeType.ADMINISTRATOR_APPOINTED, NoticeType.REGISTRATION_RECEIVED);
      assertThat(inboxOf(administrator))
          .extracting(Notice::by)
          .containsExactlyInAnyOrder(Author.OPERATOR, Author.PORTAL);
    }
    assertThat(inboxOf(sam)).isEmpty();
    scene.clock.advance(Duration.ofMinutes(6));
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
    assertThat(scene.mails.subjects())
        .containsExactly("2 notices about accounts", "2 notices about accounts");
  }

  @Test
  void aRejectedUpload_notifiesItsUploaderAndTheTeam_withTheReason_onceEach() {
    PersonId client = scene.activateClient();
    PersonId person = TestFirm.person();
    StaffMember member = scene.staff("sam@firm.test", true, Optional.of(person));
    StaffMember disabled = scene.staff("dan@firm.test", false, Optional.of(TestFirm.person()));
    Actor carla = new Actor(Optional.of(client), Actor.As.CLIENT, "client", "Carla");
    Holder.Party contact = scene.contact(true);
    PersonId colin = TestFirm.person();
    scene.put(scene.invite(contact, "colin@client.test").activate(colin, scene.clock.instant()));
    Actor asContact =
        new Actor(Optional.of(colin), Actor.As.CONTACT, contact.party().text(), "Colin");
    Actor sam = new Actor(Optional.of(person), Actor.As.STAFF, member.id().value(), "Sam");

    EventMessage byClient = scene.rejected(folder, "a.pdf", carla, member, disabled);
    recordNotices.handle(byClient);
    recordNotices.handle(byClient);
    recordNotices.handle(scene.rejected(folder, "b.pdf", asContact));
    recordNotices.handle(scene.rejected(folder, "c.pdf", sam, member));

    for (PersonId notified : List.of(client, colin, person)) {
      assertThat(scene.inbox(notified))
          .isNotEmpty()
          .allSatisfy(notice -> {
            assertThat(notice.type()).isEqualTo(NoticeType.UPLOAD_REJECTED);
            assertThat(notice.subject())
                .isInstanceOfSatisfying(
                    Subject.OfUpload.class,
                    upload ->
                        assertThat(upload.rejection()).isEqualTo(RejectionCode.CONTENT_MISMATCH));
          });
    }
    assertThat(scene.inbox(client)).extracting(Notice::by).containsExactly(Author.person("Carla"));
    assertThat(scene.inbox(colin)).extracting(Notice::by).containsExactly(Author.person("Colin"));
    assertThat(scene.inbox(person))
        .extracting(Notice::by)
        .containsExactlyInAnyOrder(Author.person("Carla"), Author.person("Sam"));
    assertThat(scene.digests(disabled.holder())).isEmpty();
  }

  @Test
  void anUploaderWhoseAccountWasRevoked_isNotNotifiedOfTheRejection() {
    PersonId client = scene.activateClient();
    scene.put(scene.account(scene.clientHolder).revoke());
    Actor carla = new Actor(Optional.of(client), Actor.As.CLIENT, "client", "Carla");

    assertNothingChanges(scene.rejected(folder, "a.pdf", carla));
  }

  @Test
  void aWithdrawnDocument_notifiesTheTeam_andNotItsUploader() {
    PersonId client = scene.activateClient();
    PersonId person = TestFirm.person();
    StaffMember member = scene.staff("sam@firm.test", true, Optional.of(person));
    Actor carla = new Actor(Optional.of(client), Actor.As.CLIENT, "client", "Carla");

    recordNotices.handle(scene.withdrawn(folder, "a.pdf", carla, member));

    assertThat(scene.inbox(person))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.type()).isEqualTo(NoticeType.DOCUMENT_WITHDRAWN);
          assertThat(notice.by()).isEqualTo(Author.person("Carla"));
        });
    assertThat(scene.inbox(client)).isEmpty();
  }

  @Test
  void aMessageOfAPartOfTheAudience_isForThatPartAlone() {
    StaffMember first = scene.staff("sam@firm.test", true, Optional.empty());
    StaffMember second = scene.staff("ida@firm.test", true, Optional.empty());
    Actor carla = new Actor(Optional.of(TestFirm.person()), Actor.As.CLIENT, "client", "Carla");
    EventMessage whole = scene.uploaded(folder, "Payslip.pdf", carla, first, second);

    recordNotices.handle(new EventMessage(whole.key(), Optional.of(new AudiencePart(1, 2))));

    assertThat(scene.digests(first.holder())).isEmpty();
    assertThat(scene.digests(second.holder())).hasSize(1);
  }

  @Test
  void whatComesTwice_orLateOrOutOfOrder_hasOnePlaceInOneDigest() {
    PersonId person = scene.activateClient();
    EventMessage first = scene.added(folder, "a.pdf", Recipient.CLIENT);
    scene.clock.advance(Duration.ofSeconds(1));
    EventMessage second = scene.added(folder, "b.pdf", Recipient.CLIENT);

    for (EventMessage message : List.of(second, first, first, second, second)) {
      recordNotices.handle(message);
    }

    assertThat(scene.inbox(person))
        .extracting(RecordNoticesTest::documentName)
        .containsExactly(Optional.of("a.pdf"), Optional.of("b.pdf"));
    assertThat(scene.digests(scene.clientHolder)).hasSize(1);
    DigestWindow window = scene.digests(scene.clientHolder).getFirst();
    assertThat(noticesIn(window)).containsExactly(sk(first), sk(second));

    scene.write(window.take(scene.clock.instant().plusSeconds(400)).replace());
    assertNothingChanges(first);
    EventMessage late = scene.added(folder, "c.pdf", Recipient.CLIENT);
    recordNotices.handle(late);
    assertThat(scene.digests(scene.clientHolder)).hasSize(2);
    assertThat(noticesIn(scene.digests(scene.clientHolder).get(1))).containsExactly(sk(late));
    assertThat(noticesIn(window)).containsExactly(sk(first), sk(second));
  }

  @Test
  void twoAtTheSameMoment_shareOneDigest() {
    scene.activateClient();
    EventMessage one = scene.added(folder, "a.pdf", Recipient.CLIENT);
    EventMessage other = scene.added(folder, "b.pdf", Recipient.CLIENT);
    int beforeTheWrite = 6;
    scene.calls.before(beforeTheWrite, () -> recordNotices.handle(other));

    recordNotices.handle(one);

    assertThat(scene.digests(scene.clientHolder)).hasSize(1);
    assertThat(noticesIn(scene.digests(scene.clientHolder).getFirst()))
        .containsExactlyInAnyOrder(sk(one), sk(other));
  }

  @Test
  void aDigestThatIsTakenAtTheSameMoment_isNotJoined() {
    scene.activateClient();
    recordNotices.handle(scene.added(folder, "a.pdf", Recipient.CLIENT));
    DigestWindow first = scene.digests(scene.clientHolder).getFirst();
    EventMessage late = scene.added(folder, "b.pdf", Recipient.CLIENT);
    scene.calls.beforeFirstWrite(() -> scene.write(first.take(scene.clock.instant()).replace()));

    recordNotices.handle(late);

    assertThat(noticesIn(first)).hasSize(1);
    assertThat(noticesIn(scene.digests(scene.clientHolder).get(1))).containsExactly(sk(late));
  }

  @Test
  void aCrashAtAnyStep_andOneMoreTry_leaveWhatNoCrashLeaves() {
    scene.activateClient();
    Holder.Party contact = scene.contact(true);
    scene.invite(contact, "colin@client.test");
    EventMessage message = scene.shared(folder, Recipient.ALL_AUTHORIZED);
    Map<Key, Item> before = scene.everything();
    scene.calls.restart();
    recordNotices.handle(message);
    int steps = scene.calls.made();
    Map<Key, Item> after = scene.everything();
    assertThat(steps).isEqualTo(11);

    for (int step = 1; step <= steps; step++) {
      for (boolean happened : new boolean[] {false, true}) {
        scene.restore(before);
        scene.calls.failAt(step, happened);
        assertThatThrownBy(() -> recordNotices.handle(message))
            .isInstanceOf(CallSchedule.CallFailure.class);
        recordNotices.handle(message);
        assertThat(scene.everything()).isEqualTo(after);
      }
    }
  }

  private static Optional<String> documentName(Notice notice) {
    return ((Subject.OfDocument) notice.subject()).name();
  }
}
