package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.PortalRole;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.EventData.PasswordReset;
import clientportal.access.events.EventData.PortalArchived;
import clientportal.access.events.EventData.PortalCreated;
import clientportal.access.events.EventData.PortalMemberChanged;
import clientportal.access.events.EventData.PortalMemberRemoved;
import clientportal.access.events.EventData.PortalMembersAdded;
import clientportal.access.events.EventData.PortalRestored;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Affiliations;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Folder;
import clientportal.access.records.Member;
import clientportal.access.records.Portal;
import clientportal.delivery.EventMessage;
import clientportal.delivery.Notice;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What members of portals are notified of: at once by a mail, or by a digest. */
final class PortalMailsTest {
  private final Scene scene = new Scene();
  private final PortalPath path = new PortalPath(scene.firm.id, new PortalId(scene.ids.next()));

  private SendInvitations sendInvitations() {
    return new SendInvitations(
        scene.table, scene.mailSender, scene.links, scene.clock, scene.recordBounces());
  }

  private SendAccountAlerts sendAccountAlerts() {
    return new SendAccountAlerts(scene.table, scene.mailSender, scene.links, scene.clock);
  }

  PortalMailsTest() {
    save(
        new Portal(
            path,
            Scene.SECOND,
            "Family Okafor",
            false,
            List.of(scene.path.client()),
            Map.of(),
            TestFirm.NOW,
            1));
  }

  private Portal portal() {
    return Portal.fromItem(scene.item(PortalKeys.portal(path)));
  }

  private void change(UnaryOperator<Portal> change) {
    save(change.apply(portal()));
  }

  /** Saves a portal, with what decisions and lists read. */
  private void save(Portal portal) {
    ClientPortals none = new ClientPortals(scene.path, List.of(), 0);
    scene.write(
        Write.put(portal.toItem()),
        Write.put((portal.archived() ? none : none.with(portal.ofClient())).toItem()));
    portal
        .members()
        .keySet()
        .forEach(member ->
            scene.write(Write.put(Fields.of().at(PortalKeys.portalOfMember(path, member)))));
  }

  /** Adds a member of the firm, without an account, that the portal lets in. */
  private Holder.Member member(String name, PortalRole role) {
    Member member =
        Member.create(
            scene.firm.id,
            new MemberId(scene.ids.next()),
            name,
            new EmailAddress(name.toLowerCase(Locale.ROOT) + "@home.test"),
            scene.clock.instant());
    scene.write(member.create().toArray(Write[]::new));
    letIn(member.id(), role);
    return member.holder();
  }

  private void letIn(MemberId member, PortalRole role) {
    change(portal -> {
      Map<MemberId, PortalRole> members = new LinkedHashMap<>(portal.members());
      members.put(member, role);
      return portal.withMembers(members);
    });
  }

  private void remove(Holder.Member member) {
    change(portal -> {
      Map<MemberId, PortalRole> members = new LinkedHashMap<>(portal.members());
      members.remove(member.member());
      return portal.withMembers(members);
    });
  }

  private Member stored(Holder.Member holder) {
    return Member.fromItem(scene.item(TableKeys.holder(holder)));
  }

  private Account put(Holder.Member holder, Account account) {
    scene.write(Write.put(account.toItem()), account.copyToHolder(stored(holder).revision()));
    return account;
  }

  private Account invite(Holder.Member holder) {
    return put(holder, Account.invite(holder, stored(holder).email(), scene.clock.instant()));
  }

  private PersonId activate(Holder.Member holder) {
    PersonId person = TestFirm.person();
    put(holder, invite(holder).activate(person, scene.clock.instant()));
    scene.write(
        Affiliations.put(scene.firm.id, person, stored(holder).portalMember()),
        Affiliations.memberReference(scene.firm.id, person));
    return person;
  }

  private Holder.Member active(String name, PortalRole role) {
    Holder.Member member = member(name, role);
    activate(member);
    return member;
  }

  private EventMessage event(EventData data) {
    return scene.event(Scene.ADA, data);
  }

  private EventMessage created(List<Holder.Member> members, List<Holder.Member> invited) {
    return event(
        new PortalCreated(
            portal().named(), List.of(scene.path.client()), ids(members), ids(invited)));
  }

  private static List<MemberId> ids(List<Holder.Member> members) {
    return members.stream().map(Holder.Member::member).toList();
  }

  private void sendDigests() {
    scene.clock.advance(Duration.ofHours(1));
    scene.sendDueDigests().handle(() -> true);
  }

  private List<String> addresses() {
    return scene.mails.all().stream().map(SentMails.Sent::address).toList();
  }

  /** Handles a message with a function that dies at each of its steps, and then once more. */
  private void afterEachCrash(Consumer<EventMessage> consumer, EventMessage message) {
    Map<Key, Item> before = scene.everything();
    int first = scene.calls.made();
    consumer.accept(message);
    int steps = scene.calls.made() - first;
    assertThat(steps).isPositive();
    for (int step = 1; step <= steps; step++) {
      for (boolean happened : new boolean[] {false, true}) {
        scene.restore(before);
        int mails = scene.mails.all().size();
        scene.calls.restart();
        scene.calls.failAt(step, happened);
        assertThatThrownBy(() -> consumer.accept(message))
            .isInstanceOf(CallSchedule.CallFailure.class);
        scene.calls.restart();
        scene.clock.advance(MailLease.LEASE);
        consumer.accept(message);
        assertThat(scene.mails.all().size() - mails).isBetween(1, 2);
      }
    }
  }

  // ---- Let in ----

  @Test
  void whoIsNew_isInvitedOnce_byAMailThatNamesThePortalAndItsSite() {
    Holder.Member ngozi = member("Ngozi", PortalRole.FULL_ACCESS);
    Holder.Member emeka = member("Emeka", PortalRole.CONTRIBUTOR);
    invite(ngozi);
    EventMessage message = created(List.of(ngozi, emeka), List.of(ngozi, emeka));

    sendInvitations().handle(message);
    Map<Key, Item> after = scene.everything();
    sendInvitations().handle(message);
    scene.recordNotices().handle(message);

    assertThat(scene.everything()).isEqualTo(after);
    assertThat(addresses()).containsExactly("ngozi@home.test", "emeka@home.test");
    assertThat(scene.mails.all())
        .allSatisfy(mail -> {
          assertThat(mail.sender()).isEqualTo(Scene.OF_SECOND);
          assertThat(mail.mail().subject())
              .isEqualTo("Meyer Payroll invites you to the portal “Family Okafor”");
          assertThat(mail.mail().text())
              .contains("Your portal: Family Okafor")
              .contains("https://portal.test/second-site/invitation#" + mail.token())
              .doesNotContain("Carla");
        });
    // The transaction had no room for this account.
    assertThat(stored(emeka).account()).isEqualTo(AccountStatus.INVITED);
    assertThat(scene.account(emeka).invitations()).hasSize(1);
  }

  @Test
  void anInvitation_thatDiesAtAnyStep_isSentAllTheSame() {
    Holder.Member ngozi = member("Ngozi", PortalRole.FULL_ACCESS);

    afterEachCrash(
        message -> sendInvitations().handle(message), created(List.of(ngozi), List.of(ngozi)));
  }

  @Test
  void whoWasTakenOut_orRevoked_beforeTheInvitation_isNotInvited() {
    Holder.Member ngozi = member("Ngozi", PortalRole.FULL_ACCESS);
    Holder.Member emeka = member("Emeka", PortalRole.CONTRIBUTOR);
    EventMessage message = created(List.of(ngozi, emeka), List.of(ngozi, emeka));
    remove(ngozi);
    put(emeka, invite(emeka).revoke());

    sendInvitations().handle(message);

    assertThat(scene.mails.all()).isEmpty();
    assertThat(stored(ngozi).account()).isEqualTo(AccountStatus.NONE);
    assertThat(stored(emeka).account()).isEqualTo(AccountStatus.REVOKED);
  }

  @Test
  void anInvitationThatIsSentAgain_namesThePortal_asLongAsOneLetsThemIn() {
    Holder.Member ngozi = member("Ngozi", PortalRole.FULL_ACCESS);
    invite(ngozi);

    sendInvitations().handle(event(new AccountInvited(ngozi)));
    remove(ngozi);
    sendInvitations().handle(event(new AccountInvited(ngozi)));

    assertThat(scene.mails.subjects())
        .containsExactly(
            "Meyer Payroll invites you to the portal “Family Okafor”",
            "Meyer & Søn invites you to its client portal");
  }

  @Test
  void whoHasAnAccount_getsANoticeOnce_inTheNextDigest() {
    PersonId person = activate(member("Ngozi", PortalRole.CONTRIBUTOR));
    Holder.Member ngozi =
        new Holder.Member(scene.firm.id, portal().members().keySet().iterator().next());
    EventMessage message =
        event(new PortalMembersAdded(portal().named(), ids(List.of(ngozi)), List.of()));

    sendInvitations().handle(message);
    scene.recordNotices().handle(message);
    scene.recordNotices().handle(message);
    assertThat(scene.mails.all()).isEmpty();
    sendDigests();

    assertThat(scene.mails.subjects())
        .containsExactly("You can now open the portal “Family Okafor”");
    assertThat(scene.mails.all().getFirst().sender()).isEqualTo(Scene.OF_SECOND);
    assertThat(scene.mails.all().getFirst().mail().text())
        .contains("You can open this portal now", "https://portal.test/second-site")
        .doesNotContain("Carla");
    assertThat(listed(person))
        .singleElement()
        .satisfies(notice ->
            assertThat(notice)
                .containsEntry("type", "portal-opened")
                .containsEntry("portalId", path.portal().value())
                .containsEntry("portalName", "Family Okafor")
                .containsEntry("slug", Scene.SECOND)
                .doesNotContainKeys("clientId", "clientName"));
    remove(ngozi);
    assertThat(listed(person)).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> listed(PersonId person) {
    Exchange.Answer answer =
        Exchange.of("GET", "/v1/me/notices")
            .as(person.value())
            .send(new ListNoticesHandler(new ListNotices(scene.table, scene.clock)));
    return (List<Map<String, Object>>) answer.get("items");
  }

  @Test
  void whoWasTakenOutBeforeTheDigest_isNotMailed() {
    Holder.Member ngozi = active("Ngozi", PortalRole.FULL_ACCESS);
    Holder.Member emeka = active("Emeka", PortalRole.FULL_ACCESS);
    scene.recordNotices().handle(created(List.of(ngozi, emeka), List.of()));
    remove(ngozi);
    sendDigests();

    assertThat(addresses()).containsExactly("emeka@home.test");
  }

  @Test
  void aPortalThatIsOpenAgain_isANotice_andAWiderRoleIsOne_asLongAsItIsTrue() {
    Holder.Member ngozi = active("Ngozi", PortalRole.CONTRIBUTOR);
    scene.recordNotices().handle(event(new PortalRestored(portal().named(), ids(List.of(ngozi)))));
    sendDigests();
    letIn(ngozi.member(), PortalRole.FULL_ACCESS);
    scene.recordNotices().handle(changed(ngozi, PortalRole.FULL_ACCESS));
    sendDigests();
    scene.recordNotices().handle(changed(ngozi, PortalRole.FULL_ACCESS));
    letIn(ngozi.member(), PortalRole.CONTRIBUTOR);
    sendDigests();

    assertThat(scene.mails.subjects())
        .containsExactly(
            "You can now open the portal “Family Okafor”",
            "You can now see all that is open in “Family Okafor”");
  }

  private EventMessage changed(Holder.Member member, PortalRole role) {
    return event(new PortalMemberChanged(portal().named(), member.member(), role));
  }

  // ---- Shut out ----

  @Test
  void whoIsTakenOut_isMailedAtOnce_once_withoutNamesOfClients() {
    Holder.Member ngozi = active("Ngozi", PortalRole.FULL_ACCESS);
    remove(ngozi);
    EventMessage message = event(new PortalMemberRemoved(portal().named(), ngozi.member()));

    sendAccountAlerts().handle(message);
    sendAccountAlerts().handle(message);

    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.address()).isEqualTo("ngozi@home.test");
          assertThat(mail.sender()).isEqualTo(Scene.OF_SECOND);
          assertThat(mail.mail().subject()).isEqualTo("You can no longer open “Family Okafor”");
          assertThat(mail.mail().text())
              .contains("You can no longer open the portal Family Okafor of Meyer Payroll.")
              .doesNotContain("Carla");
        });
  }

  @Test
  void anAlertThatDiesAtAnyStep_isSentAllTheSame() {
    Holder.Member ngozi = active("Ngozi", PortalRole.FULL_ACCESS);
    remove(ngozi);

    afterEachCrash(
        message -> sendAccountAlerts().handle(message),
        event(new PortalMemberRemoved(portal().named(), ngozi.member())));
  }

  @Test
  void allMembersOfAPortalThatIsClosed_areMailed_whoseAccountReceivesMail() {
    Holder.Member ngozi = active("Ngozi", PortalRole.FULL_ACCESS);
    Holder.Member emeka = member("Emeka", PortalRole.CONTRIBUTOR);
    invite(emeka);
    Holder.Member ada = member("Ada", PortalRole.CONTRIBUTOR);
    Holder.Member obi = active("Obi", PortalRole.CONTRIBUTOR);
    put(obi, scene.account(obi).revoke());
    Holder.Member ike = member("Ike", PortalRole.CONTRIBUTOR);
    put(ike, invite(ike).bounce());
    change(portal -> portal.withArchived(true));

    sendAccountAlerts()
        .handle(
            event(new PortalArchived(portal().named(), ids(List.of(ngozi, emeka, ada, obi, ike)))));

    assertThat(addresses()).containsExactly("ngozi@home.test", "emeka@home.test");
    assertThat(scene.mails.all().getFirst().mail().text())
        .contains("Meyer Payroll has closed the portal Family Okafor");
  }

  @Test
  void aFailureForOne_doesNotKeepTheOthersFromTheirMail() {
    Holder.Member ngozi = active("Ngozi", PortalRole.FULL_ACCESS);
    Holder.Member emeka = active("Emeka", PortalRole.FULL_ACCESS);
    change(portal -> portal.withArchived(true));
    EventMessage message = event(new PortalArchived(portal().named(), ids(List.of(ngozi, emeka))));
    scene.mails.fail("ngozi@home.test"::equals);

    assertThatThrownBy(() -> sendAccountAlerts().handle(message))
        .hasMessage("SES is not to be reached");

    assertThat(addresses()).containsExactly("emeka@home.test");
  }

  @Test
  void aNarrowerRole_isMailedAtOnce_andNoNotice() {
    Holder.Member ngozi = active("Ngozi", PortalRole.CONTRIBUTOR);
    EventMessage message = changed(ngozi, PortalRole.CONTRIBUTOR);

    sendAccountAlerts().handle(message);
    scene.recordNotices().handle(message);

    assertThat(scene.mails.subjects()).containsExactly("You see less of “Family Okafor” now");
    assertThat(scene.digests(ngozi)).isEmpty();
  }

  @Test
  void aWiderRole_isNoAlert() {
    Holder.Member ngozi = active("Ngozi", PortalRole.FULL_ACCESS);

    sendAccountAlerts().handle(changed(ngozi, PortalRole.FULL_ACCESS));

    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void whoSeesAsMuchAgainByThen_isNotMailed() {
    Holder.Member ngozi = active("Ngozi", PortalRole.FULL_ACCESS);

    sendAccountAlerts().handle(event(new PortalMemberRemoved(portal().named(), ngozi.member())));
    sendAccountAlerts().handle(event(new PortalArchived(portal().named(), ids(List.of(ngozi)))));
    sendAccountAlerts().handle(changed(ngozi, PortalRole.CONTRIBUTOR));

    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void aMemberWhoseAccountIsRevoked_isMailedThatTheirPortalsAreClosedToThem() {
    Holder.Member ngozi = active("Ngozi", PortalRole.FULL_ACCESS);
    EventMessage message = event(new AccountRevoked(ngozi));
    put(ngozi, scene.account(ngozi).revoke());

    sendAccountAlerts().handle(message);

    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.sender()).isEqualTo(Scene.OF_SECOND);
          assertThat(mail.mail().text())
              .contains("Meyer Payroll has ended your access to the portals that it let you into.");
        });
  }

  @Test
  void theProvedAddressOfAMember_isWarnedOfAnotherOne() {
    Holder.Member ngozi = active("Ngozi", PortalRole.FULL_ACCESS);

    sendAccountAlerts()
        .handle(event(new AddressChanged(ngozi, new EmailAddress("ngozi@home.test"))));

    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(mail ->
            assertThat(mail.mail().text())
                .contains("for the portals that it lets you into", "portal.test/second-site"));
  }

  @Test
  void aChangeOfTheirSignIn_isMailedToAMember_inTheNameOfTheFirm_withALinkToThePortal() {
    PersonId person = activate(member("Ngozi", PortalRole.FULL_ACCESS));

    sendAccountAlerts()
        .handle(event(new PasswordReset(new EmailAddress("ngozi@home.test"), person)));

    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.sender()).isEqualTo(Scene.MEYER);
          assertThat(mail.mail().text()).contains("https://portal.test/meyer");
        });
  }

  // ---- What is shared ----

  @Test
  void fullAccess_isNotifiedWhenSomethingBecomesPublished_andNotOfEachFurtherRecipient() {
    PersonId ngozi = activate(member("Ngozi", PortalRole.FULL_ACCESS));
    PersonId emeka = activate(member("Emeka", PortalRole.CONTRIBUTOR));
    scene.activateClient();
    Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);

    scene.recordNotices().handle(scene.shared(folder, Recipient.CLIENT));
    scene
        .recordNotices()
        .handle(
            scene.shared(folder, List.of(Recipient.CLIENT), List.of(), Recipient.ALL_AUTHORIZED));

    assertThat(types(ngozi)).containsExactly("folder-shared");
    assertThat(types(emeka)).isEmpty();
  }

  @Test
  void fullAccess_isNotifiedOfWhatIsAddedToAPublishedFolder_andToNoOther() {
    PersonId ngozi = activate(member("Ngozi", PortalRole.FULL_ACCESS));
    PersonId emeka = activate(member("Emeka", PortalRole.CONTRIBUTOR));
    Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);
    Folder closed = scene.firm.folder(scene.path, AccessLevel.VIEW);

    scene.recordNotices().handle(scene.added(folder, "Balance.pdf", Recipient.CLIENT));
    scene.recordNotices().handle(scene.added(closed, "Draft.pdf"));
    sendDigests();

    assertThat(types(ngozi)).containsExactly("document-added");
    assertThat(types(emeka)).isEmpty();
    assertThat(addresses()).containsExactly("ngozi@home.test");
  }

  @Test
  void aContributor_isNotifiedOfWhatIsSharedWithThemByName() {
    PersonId emeka = activate(member("Emeka", PortalRole.CONTRIBUTOR));
    MemberId id = portal().members().keySet().iterator().next();
    Recipient.Member recipient = new Recipient.Member(id);
    Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, recipient);

    scene.recordNotices().handle(scene.shared(folder, recipient));
    scene.recordNotices().handle(scene.added(folder, "Balance.pdf", recipient));
    sendDigests();

    assertThat(types(emeka)).containsExactlyInAnyOrder("folder-shared", "document-added");
    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.address()).isEqualTo("emeka@home.test");
          assertThat(mail.mail().text()).contains("https://portal.test/second-site/clients/");
        });
  }

  @Test
  void aContributorWhoWasTakenOut_isNotMailedOfWhatIsSharedWithThem() {
    Holder.Member emeka = active("Emeka", PortalRole.CONTRIBUTOR);
    Recipient.Member recipient = new Recipient.Member(emeka.member());
    Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, recipient);
    scene.recordNotices().handle(scene.shared(folder, recipient));
    remove(emeka);
    sendDigests();

    assertThat(scene.mails.all()).isEmpty();
  }

  private List<String> types(PersonId person) {
    return scene.inbox(person).stream().map(Notice::type).map(type -> type.text()).toList();
  }
}
