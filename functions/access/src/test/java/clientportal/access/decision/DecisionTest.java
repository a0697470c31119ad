package clientportal.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.ContactId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.StaffId;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DecisionTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  private static final ContactId CONTACT = new ContactId("01arz3ndektsv4rrffq69g5fav");
  private static final Recipient.OfClient CONTACT_PARTY = new Recipient.Contact(CONTACT);
  private static final Recipient.Member MEMBER =
      new Recipient.Member(new MemberId("01arz3ndektsv4rrffq69g5fm1"));

  private static Affiliation staff(Role role, boolean webPortal, boolean enabled) {
    StaffId id = new StaffId("01arz3ndektsv4rrffq69g5faw");
    return new Affiliation(
        Optional.of(new Membership(id, "Ada", role, webPortal, enabled)), Optional.empty());
  }

  private static Affiliation linked(
      Recipient.OfClient party, boolean webPortal, Optional<Instant> until) {
    Capacity capacity = new Capacity(party, "Carla", webPortal, NOW.minusSeconds(60), until);
    return new Affiliation(Optional.empty(), Optional.of(new Link(List.of(capacity))));
  }

  private static final Affiliation CLIENT = linked(Recipient.CLIENT, true, Optional.empty());
  private static final Affiliation STRANGER = new Affiliation(Optional.empty(), Optional.empty());

  private static Grants grants(Recipient recipient, AccessLevel access, Instant expiresAt) {
    return new Grants(List.of(new Grant(recipient, access, NOW, Optional.of(expiresAt))));
  }

  private static Grants grants(Recipient recipient, AccessLevel access) {
    return grants(recipient, access, Instant.MAX);
  }

  private static final Grants TO_VIEW = grants(Recipient.CLIENT, AccessLevel.VIEW);
  private static final Grants TO_UPLOAD = grants(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD);
  private static final Affiliation PUBLISHER = staff(Role.STAFF, true, true);
  private static final Affiliation STAFF = staff(Role.STAFF, false, true);

  /** A member of staff who is a client of the firm, too. */
  private static Affiliation both(Affiliation staff) {
    return new Affiliation(staff.membership(), CLIENT.link());
  }

  private static Set<Action> allowed(Affiliation affiliation, Grants grants) {
    EnumSet<Action> allowed = EnumSet.noneOf(Action.class);
    Arrays.stream(Action.values())
        .filter(action -> Decision.decide(affiliation, action, grants, NOW) == Verdict.ALLOWED)
        .forEach(allowed::add);
    return allowed;
  }

  @Test
  void aStranger_getsNotFound_forEveryAction() {
    Grants open = grants(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW_UPLOAD);
    for (Action action : Action.values()) {
      assertThat(Decision.decide(STRANGER, action, open, NOW)).isEqualTo(Verdict.NOT_FOUND);
      assertThat(Decision.decide(staff(Role.ADMINISTRATOR, true, false), action, open, NOW))
          .as("a disabled administrator: %s", action)
          .isEqualTo(Verdict.NOT_FOUND);
    }
  }

  @Test
  @Tag("BS3")
  void staffWithoutWebPortal_mayNeitherPublishNorManageAccounts() {
    Set<Action> without = allowed(staff(Role.STAFF, false, true), Grants.NONE);
    Set<Action> with = allowed(staff(Role.STAFF, true, true), Grants.NONE);

    assertThat(without)
        .doesNotContain(Action.SHARE, Action.MANAGE_ACCOUNT, Action.AUTHORIZE_CONTACT)
        .contains(Action.CREATE_CLIENT, Action.UPLOAD, Action.READ_SHARES);
    assertThat(with).containsAll(without).contains(Action.SHARE, Action.MANAGE_ACCOUNT);
    assertThat(with).doesNotContain(Action.MANAGE_STAFF, Action.CHANGE_FIRM, Action.LIST_SHARED);
  }

  @Test
  void anAdministrator_hasWebPortalOnlyIfGiven() {
    assertThat(allowed(staff(Role.ADMINISTRATOR, false, true), Grants.NONE))
        .contains(Action.MANAGE_STAFF, Action.CHANGE_FIRM)
        .doesNotContain(Action.SHARE, Action.MANAGE_ACCOUNT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"UPLOAD", "CHANGE"})
  @Tag("BS3")
  void staffWithoutWebPortal_mayNotChangeWhatReadersSee(Action action) {
    Affiliation without = staff(Role.STAFF, false, true);
    Affiliation with = staff(Role.STAFF, true, true);
    Grants open = grants(Recipient.CLIENT, AccessLevel.VIEW);
    Grants ended = grants(Recipient.CLIENT, AccessLevel.VIEW, NOW);

    assertThat(Decision.decide(without, action, open, NOW)).isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decide(with, action, open, NOW)).isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decide(without, action, ended, NOW)).isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decide(without, action, Grants.NONE, NOW)).isEqualTo(Verdict.ALLOWED);
  }

  @Test
  @Tag("FC16")
  void aReader_readsSharedItems_andUploadsOnlyIfPermitted() {
    assertThat(allowed(CLIENT, grants(Recipient.CLIENT, AccessLevel.VIEW)))
        .containsExactlyInAnyOrder(
            Action.READ,
            Action.LIST_FOLDERS,
            Action.LIST_SHARED,
            Action.LIST_ENGAGEMENTS,
            Action.READ_NOTICES,
            Action.SUBMIT);
    assertThat(allowed(CLIENT, grants(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD)))
        .containsExactlyInAnyOrder(
            Action.READ,
            Action.LIST_FOLDERS,
            Action.LIST_SHARED,
            Action.LIST_ENGAGEMENTS,
            Action.READ_NOTICES,
            Action.SUBMIT,
            Action.UPLOAD,
            Action.ANSWER);
    assertThat(allowed(CLIENT, Grants.NONE))
        .containsExactlyInAnyOrder(
            Action.LIST_FOLDERS, Action.LIST_SHARED, Action.LIST_ENGAGEMENTS, Action.READ_NOTICES);
    assertThat(
            Decision.decide(
                CLIENT, Action.SHARE, grants(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD), NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decide(CLIENT, Action.SHARE, Grants.NONE, NOW))
        .isEqualTo(Verdict.NOT_FOUND);
  }

  @Test
  @Tag("BS13")
  void allAuthorized_reachesOnlyTheClientAndContactsWithThePermission() {
    Grants all = grants(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW);

    assertThat(allowed(CLIENT, all)).contains(Action.READ);
    assertThat(allowed(linked(CONTACT_PARTY, true, Optional.empty()), all)).contains(Action.READ);
    assertThat(allowed(linked(CONTACT_PARTY, false, Optional.empty()), all)).isEmpty();
  }

  @Test
  void onlyTheChosenRecipient_reads() {
    Grants chosen = grants(CONTACT_PARTY, AccessLevel.VIEW);

    assertThat(allowed(linked(CONTACT_PARTY, true, Optional.empty()), chosen))
        .contains(Action.READ);
    assertThat(allowed(CLIENT, chosen)).doesNotContain(Action.READ);
  }

  @Test
  @Tag("BS12")
  void aGrant_isInForceIndefinitely_orUntilItExpires() {
    Grants endless =
        new Grants(List.of(new Grant(Recipient.CLIENT, AccessLevel.VIEW, NOW, Optional.empty())));
    Instant inTenYears = Instant.parse("2036-03-01T09:30:00Z");

    assertThat(Decision.decide(CLIENT, Action.READ, endless, inTenYears))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(allowed(CLIENT, grants(Recipient.CLIENT, AccessLevel.VIEW, NOW.plusMillis(1))))
        .contains(Action.READ);
    assertThat(allowed(CLIENT, grants(Recipient.CLIENT, AccessLevel.VIEW, NOW)))
        .doesNotContain(Action.READ);
  }

  @Test
  void theWidestOfSeveralGrants_applies_untilTheLinkEnds() {
    Grants both =
        grants(Recipient.CLIENT, AccessLevel.VIEW)
            .and(grants(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW_UPLOAD));

    assertThat(allowed(CLIENT, both)).contains(Action.UPLOAD);
    assertThat(allowed(linked(Recipient.CLIENT, true, Optional.of(NOW)), both)).isEmpty();
    assertThat(allowed(linked(Recipient.CLIENT, true, Optional.of(NOW.plusMillis(1))), both))
        .contains(Action.UPLOAD);
  }

  @Test
  @Tag("BS14")
  void theShareState_countsOnlyGrantsInForce() {
    assertThat(Grants.NONE.state(NOW)).isEqualTo(ShareState.NONE);
    assertThat(grants(Recipient.CLIENT, AccessLevel.VIEW).state(NOW))
        .isEqualTo(ShareState.SELECTED);
    assertThat(grants(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW).state(NOW))
        .isEqualTo(ShareState.ALL_AUTHORIZED);
    assertThat(grants(Recipient.CLIENT, AccessLevel.VIEW, NOW).state(NOW))
        .isEqualTo(ShareState.NONE);
    assertThat(ShareState.values())
        .extracting(ShareState::text)
        .containsExactly("none", "selected", "all-authorized");
  }

  @Test
  void anUnavailableDocument_isOpenOnlyToStaffAndItsUploader() {
    Grants open = grants(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD);

    assertThat(Decision.decideUnavailable(CLIENT, true, open, NOW)).isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideUnavailable(CLIENT, false, open, NOW)).isEqualTo(Verdict.NOT_FOUND);
    assertThat(Decision.decideUnavailable(CLIENT, true, Grants.NONE, NOW))
        .isEqualTo(Verdict.NOT_FOUND);
    assertThat(Decision.decideUnavailable(staff(Role.STAFF, false, true), false, open, NOW))
        .isEqualTo(Verdict.ALLOWED);
  }

  @Test
  void aStranger_hasNeitherMembershipNorLink_notEvenEndedOnes() {
    assertThat(STRANGER.isStranger()).isTrue();
    assertThat(CLIENT.isStranger()).isFalse();
    assertThat(linked(Recipient.CLIENT, true, Optional.of(NOW)).isStranger()).isFalse();
    assertThat(staff(Role.STAFF, false, false).isStranger()).isFalse();
  }

  @Test
  void aGrant_isFoundByItsRecipient() {
    Grants both = TO_VIEW.and(grants(CONTACT_PARTY, AccessLevel.VIEW_UPLOAD));

    assertThat(both.to(CONTACT_PARTY)).hasValue(both.all().get(1));
    assertThat(both.to(Recipient.CLIENT)).hasValue(both.all().get(0));
    assertThat(both.to(Recipient.ALL_AUTHORIZED)).isEmpty();
  }

  @Test
  void whoIsStaffAndClient_getsTheBetterOfBothVerdicts() {
    assertThat(Decision.decide(both(STAFF), Action.UPLOAD, TO_UPLOAD, NOW))
        .as("as the client, who may upload")
        .isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decide(both(PUBLISHER), Action.UPLOAD, TO_VIEW, NOW))
        .as("as staff, who may publish")
        .isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decide(both(STAFF), Action.UPLOAD, TO_VIEW, NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
  }

  @Test
  void aReader_replacesOnlyWhatTheyUploaded_andOnlyWhileTheyMayUpload() {
    assertThat(Decision.decideReplacing(CLIENT, true, TO_UPLOAD, NOW)).isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideReplacing(CLIENT, false, TO_UPLOAD, NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decideReplacing(CLIENT, true, TO_VIEW, NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decideReplacing(CLIENT, true, Grants.NONE, NOW))
        .isEqualTo(Verdict.NOT_FOUND);
    assertThat(Decision.decideReplacing(CLIENT, false, Grants.NONE, NOW))
        .isEqualTo(Verdict.NOT_FOUND);
  }

  @Test
  void staff_replaceWhatOthersUploaded_ifTheyMayPublishIt() {
    assertThat(Decision.decideReplacing(PUBLISHER, false, TO_VIEW, NOW)).isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideReplacing(STAFF, false, Grants.NONE, NOW)).isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideReplacing(STAFF, false, TO_VIEW, NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decideReplacing(both(STAFF), true, TO_UPLOAD, NOW))
        .as("as the client, who uploaded it")
        .isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideReplacing(both(PUBLISHER), false, TO_UPLOAD, NOW))
        .as("as staff, who may publish")
        .isEqualTo(Verdict.ALLOWED);
  }

  @Test
  void anUpload_isContinuedOnlyByItsUploader_asLongAsTheyMayUpload() {
    for (boolean available : new boolean[] {false, true}) {
      assertThat(Decision.decideContinuing(CLIENT, true, available, TO_UPLOAD, NOW))
          .isEqualTo(Verdict.ALLOWED);
      assertThat(Decision.decideContinuing(CLIENT, true, available, TO_VIEW, NOW))
          .isEqualTo(Verdict.PERMISSION_REQUIRED);
      assertThat(Decision.decideContinuing(CLIENT, true, available, Grants.NONE, NOW))
          .isEqualTo(Verdict.NOT_FOUND);
      assertThat(Decision.decideContinuing(PUBLISHER, true, available, TO_VIEW, NOW))
          .isEqualTo(Verdict.ALLOWED);
      assertThat(Decision.decideContinuing(PUBLISHER, false, available, TO_VIEW, NOW))
          .as("staff see every upload")
          .isEqualTo(Verdict.PERMISSION_REQUIRED);
      assertThat(Decision.decideContinuing(CLIENT, false, available, Grants.NONE, NOW))
          .isEqualTo(Verdict.NOT_FOUND);
    }
  }

  @Test
  void anUploadOfAnother_isSeenByReaders_onlyOnceItIsAvailable() {
    assertThat(Decision.decideContinuing(CLIENT, false, true, TO_UPLOAD, NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decideContinuing(CLIENT, false, false, TO_UPLOAD, NOW))
        .isEqualTo(Verdict.NOT_FOUND);
    assertThat(Decision.decideEnding(CLIENT, false, true, TO_UPLOAD, NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decideEnding(CLIENT, false, false, TO_UPLOAD, NOW))
        .isEqualTo(Verdict.NOT_FOUND);
  }

  @Test
  void anAbsence_isSetByTheStaffMember_orAnAdministrator() {
    StaffId own = STAFF.staff().orElseThrow().staff();
    StaffId other = new StaffId("01arz3ndektsv4rrffq69g5fax");

    assertThat(Decision.decideOwnOrManaged(STAFF, own)).isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideOwnOrManaged(STAFF, other)).isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decideOwnOrManaged(staff(Role.ADMINISTRATOR, false, true), other))
        .isEqualTo(Verdict.ALLOWED);
    for (Affiliation none : List.of(STRANGER, CLIENT, staff(Role.ADMINISTRATOR, true, false))) {
      assertThat(Decision.decideOwnOrManaged(none, own)).isEqualTo(Verdict.NOT_FOUND);
      assertThat(Decision.decideOwn(none, own)).isEqualTo(Verdict.NOT_FOUND);
    }
  }

  @Test
  void whatIsOwn_isChosenByTheStaffMemberAlone() {
    StaffId own = STAFF.staff().orElseThrow().staff();
    StaffId other = new StaffId("01arz3ndektsv4rrffq69g5fax");

    assertThat(Decision.decideOwn(STAFF, own)).isEqualTo(Verdict.ALLOWED);
    for (Affiliation colleague : List.of(STAFF, staff(Role.ADMINISTRATOR, true, true))) {
      assertThat(Decision.decideOwn(colleague, other)).isEqualTo(Verdict.PERMISSION_REQUIRED);
    }
  }

  @Test
  void anUpload_isEndedByStaffAndItsUploader_asLongAsTheyMayReadIt() {
    for (boolean available : new boolean[] {false, true}) {
      assertThat(Decision.decideEnding(CLIENT, true, available, TO_VIEW, NOW))
          .isEqualTo(Verdict.ALLOWED);
      assertThat(Decision.decideEnding(STAFF, false, available, TO_VIEW, NOW))
          .isEqualTo(Verdict.ALLOWED);
      assertThat(Decision.decideEnding(CLIENT, true, available, Grants.NONE, NOW))
          .isEqualTo(Verdict.NOT_FOUND);
      assertThat(Decision.decideEnding(STRANGER, true, available, TO_VIEW, NOW))
          .isEqualTo(Verdict.NOT_FOUND);
    }
  }

  @Test
  void aReader_archivesOnlyTheirOwnUpload_untilTheFirmHasOpenedIt() {
    assertThat(Decision.decideArchiving(CLIENT, true, false, TO_VIEW, NOW))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideArchiving(CLIENT, true, true, TO_VIEW, NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decideArchiving(CLIENT, false, false, TO_VIEW, NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decideArchiving(CLIENT, true, false, Grants.NONE, NOW))
        .isEqualTo(Verdict.NOT_FOUND);
  }

  @Test
  void staff_archive_ifTheyMayPublish_andTheirOwnUploadIsNoException() {
    assertThat(Decision.decideArchiving(PUBLISHER, false, true, TO_VIEW, NOW))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideArchiving(STAFF, true, false, TO_VIEW, NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decideArchiving(STAFF, false, true, Grants.NONE, NOW))
        .isEqualTo(Verdict.ALLOWED);
  }

  private static Affiliation member(PortalRole role) {
    Capacity capacity = Capacity.of(new PortalMember(MEMBER.id(), "Mia"), role);
    return new Affiliation(Optional.empty(), Optional.of(new Link(List.of(capacity))));
  }

  @Test
  @Tag("MY14")
  void aMemberWithFullAccess_readsWhatIsOpenToAnybody_andAContributorWhatIsSharedWithThem() {
    Affiliation full = member(PortalRole.FULL_ACCESS);
    Affiliation contributor = member(PortalRole.CONTRIBUTOR);
    Grants toMember = grants(MEMBER, AccessLevel.VIEW_UPLOAD);
    Grants toAll = grants(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW);

    for (Grants open : List.of(TO_VIEW, toMember, toAll, TO_UPLOAD)) {
      assertThat(allowed(full, open)).contains(Action.READ);
    }
    assertThat(allowed(full, TO_UPLOAD)).contains(Action.UPLOAD);
    assertThat(allowed(full, Grants.NONE)).doesNotContain(Action.READ);
    assertThat(allowed(contributor, toMember)).contains(Action.READ, Action.UPLOAD);
    for (Grants ofOthers : List.of(TO_VIEW, toAll, TO_UPLOAD, Grants.NONE)) {
      assertThat(allowed(contributor, ofOthers)).doesNotContain(Action.READ);
    }
    assertThat(allowed(full, grants(Recipient.CLIENT, AccessLevel.VIEW, NOW)))
        .doesNotContain(Action.READ);
  }

  @Test
  void aPortal_isReadByStaffAndItsMembers_andChangedByStaffWithThePermission() {
    Affiliation someone = member(PortalRole.CONTRIBUTOR);

    assertThat(Decision.decideOnPortal(STAFF, Action.READ_PORTAL, false))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideOnPortal(STAFF, Action.MANAGE_PORTALS, false))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    assertThat(Decision.decideOnPortal(PUBLISHER, Action.MANAGE_PORTALS, false))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideOnPortal(someone, Action.READ_PORTAL, true))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(Decision.decideOnPortal(someone, Action.MANAGE_PORTALS, true))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
    for (Action action : List.of(Action.READ_PORTAL, Action.MANAGE_PORTALS)) {
      assertThat(Decision.decideOnPortal(someone, action, false)).isEqualTo(Verdict.NOT_FOUND);
    }
  }
}
