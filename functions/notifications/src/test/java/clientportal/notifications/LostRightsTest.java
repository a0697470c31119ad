package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.SharePolicy;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.AbsenceSet;
import clientportal.access.events.EventData.AccessTakenAway;
import clientportal.access.events.EventData.AccountActivated;
import clientportal.access.events.EventData.AccountBounced;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.events.EventData.AddressBounced;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.EventData.AdministratorAppointed;
import clientportal.access.events.EventData.ChecklistArchived;
import clientportal.access.events.EventData.ChecklistCreated;
import clientportal.access.events.EventData.ChecklistRestored;
import clientportal.access.events.EventData.ChecklistUpdated;
import clientportal.access.events.EventData.ClientCreated;
import clientportal.access.events.EventData.ClientUpdated;
import clientportal.access.events.EventData.ContactCreated;
import clientportal.access.events.EventData.ContactUpdated;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentArchived;
import clientportal.access.events.EventData.DocumentDownloaded;
import clientportal.access.events.EventData.DocumentRenamed;
import clientportal.access.events.EventData.DocumentRestored;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.DocumentTypeChanged;
import clientportal.access.events.EventData.DocumentTypesSet;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.DocumentWithdrawn;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.EngagementCancelled;
import clientportal.access.events.EventData.EngagementCompleted;
import clientportal.access.events.EventData.EngagementCreated;
import clientportal.access.events.EventData.EngagementReopened;
import clientportal.access.events.EventData.EngagementUpdated;
import clientportal.access.events.EventData.FileAttached;
import clientportal.access.events.EventData.FileDetached;
import clientportal.access.events.EventData.FirmCreated;
import clientportal.access.events.EventData.FirmUpdated;
import clientportal.access.events.EventData.FolderArchived;
import clientportal.access.events.EventData.FolderCreated;
import clientportal.access.events.EventData.FolderRenamed;
import clientportal.access.events.EventData.FolderRestored;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.events.EventData.GroupNoteArchived;
import clientportal.access.events.EventData.GroupNoteClosed;
import clientportal.access.events.EventData.GroupNoteCreated;
import clientportal.access.events.EventData.GroupNoteEdited;
import clientportal.access.events.EventData.GroupNoteOpened;
import clientportal.access.events.EventData.GroupNoteRestored;
import clientportal.access.events.EventData.GroupNoteShared;
import clientportal.access.events.EventData.GroupNoteTypeChanged;
import clientportal.access.events.EventData.HandOverCompleted;
import clientportal.access.events.EventData.HandOverStopped;
import clientportal.access.events.EventData.ItemMarkedNotApplicable;
import clientportal.access.events.EventData.ItemUpdated;
import clientportal.access.events.EventData.ItemWithdrawn;
import clientportal.access.events.EventData.ItemsAccepted;
import clientportal.access.events.EventData.ItemsAnswered;
import clientportal.access.events.EventData.ItemsCancelled;
import clientportal.access.events.EventData.ItemsPrepared;
import clientportal.access.events.EventData.ItemsRejected;
import clientportal.access.events.EventData.ItemsReopened;
import clientportal.access.events.EventData.ItemsSubmitted;
import clientportal.access.events.EventData.LogoChanged;
import clientportal.access.events.EventData.MemberUpdated;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NoteArchived;
import clientportal.access.events.EventData.NoteCreated;
import clientportal.access.events.EventData.NoteEdited;
import clientportal.access.events.EventData.NoteRestored;
import clientportal.access.events.EventData.NoteShared;
import clientportal.access.events.EventData.NoteTypeChanged;
import clientportal.access.events.EventData.ParticipantsChanged;
import clientportal.access.events.EventData.PasswordReset;
import clientportal.access.events.EventData.PasswordResetRequested;
import clientportal.access.events.EventData.RecoveryCodesReplaced;
import clientportal.access.events.EventData.RegistrationCompleted;
import clientportal.access.events.EventData.RegistrationReceived;
import clientportal.access.events.EventData.RegistrationRequested;
import clientportal.access.events.EventData.RegistrationResolved;
import clientportal.access.events.EventData.RemindersUnanswered;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.events.EventData.SecondFactorReset;
import clientportal.access.events.EventData.SessionsRevoked;
import clientportal.access.events.EventData.SharePolicySet;
import clientportal.access.events.EventData.SignInRecovered;
import clientportal.access.events.EventData.SignInRenewed;
import clientportal.access.events.EventData.SignInReset;
import clientportal.access.events.EventData.SiteCreated;
import clientportal.access.events.EventData.SiteSettingsSet;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.events.EventData.StaffUpdated;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventData.TeamChanged;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.access.events.EventSamples;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Administrators;
import clientportal.access.records.Contact;
import clientportal.access.records.Folder;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Links;
import clientportal.access.records.Note;
import clientportal.access.records.Participant;
import clientportal.access.records.Participation;
import clientportal.access.records.Registration;
import clientportal.access.records.StaffMember;
import clientportal.access.records.Token;
import clientportal.access.requests.ItemAction;
import clientportal.delivery.EventMessage;
import clientportal.platform.Hashes;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody is mailed who has lost the right to be, for each way to lose it, each consumer that mails
 * or records something, and each moment between the event and the mail. A new type of event has to
 * say here what it takes away, and whom it notifies.
 */
final class LostRightsTest {
  private static final String ADDRESS = "somebody@example.test";

  /** The ways to lose the right to be mailed. */
  enum Loss {
    ACCOUNT_REVOKED,
    ACCOUNT_MOVED,
    INVITATION_BOUNCED,
    PERMISSION_TAKEN,
    RELATIONSHIP_ENDED,
    SHARE_TAKEN,
    SHARE_EXPIRED,
    KEPT_CLOSED,
    STAFF_DISABLED,
    ROLE_TAKEN,
    LEFT_THE_TEAM
  }

  /** Who is mailed, and what they can lose. */
  enum Who {
    CLIENT,
    CONTACT,
    INVITED_CLIENT,
    INVITED_CONTACT,
    INVITED_STAFF,
    STAFF,
    TEAM,
    ADMINISTRATOR;

    private Set<Loss> losses() {
      return switch (this) {
        case CLIENT ->
            Set.of(
                Loss.ACCOUNT_REVOKED,
                Loss.ACCOUNT_MOVED,
                Loss.RELATIONSHIP_ENDED,
                Loss.SHARE_TAKEN,
                Loss.SHARE_EXPIRED,
                Loss.KEPT_CLOSED);
        case CONTACT ->
            Set.of(
                Loss.ACCOUNT_REVOKED,
                Loss.ACCOUNT_MOVED,
                Loss.PERMISSION_TAKEN,
                Loss.RELATIONSHIP_ENDED,
                Loss.SHARE_TAKEN,
                Loss.SHARE_EXPIRED,
                Loss.KEPT_CLOSED);
        case INVITED_CLIENT ->
            Set.of(
                Loss.ACCOUNT_REVOKED,
                Loss.INVITATION_BOUNCED,
                Loss.SHARE_TAKEN,
                Loss.SHARE_EXPIRED,
                Loss.KEPT_CLOSED);
        case INVITED_CONTACT ->
            Set.of(
                Loss.ACCOUNT_REVOKED,
                Loss.INVITATION_BOUNCED,
                Loss.PERMISSION_TAKEN,
                Loss.SHARE_TAKEN,
                Loss.SHARE_EXPIRED,
                Loss.KEPT_CLOSED);
        case INVITED_STAFF, STAFF -> Set.of(Loss.STAFF_DISABLED);
        case TEAM -> Set.of(Loss.STAFF_DISABLED, Loss.LEFT_THE_TEAM);
        case ADMINISTRATOR -> Set.of(Loss.STAFF_DISABLED, Loss.ROLE_TAKEN);
      };
    }
  }

  /** What an event takes away from somebody. */
  private static Set<Loss> losses(EventData event) {
    return switch (event) {
      case AccountRevoked _ -> Set.of(Loss.ACCOUNT_REVOKED);
      case AccountActivated _ -> Set.of(Loss.ACCOUNT_MOVED);
      case AccountBounced _ -> Set.of(Loss.INVITATION_BOUNCED);
      // Who cannot be reached can sign in all the same.
      case AddressBounced _ -> Set.of();
      case ContactUpdated _, AccessTakenAway _ -> Set.of(Loss.PERMISSION_TAKEN);
      case EventData.Shared _ -> Set.of(Loss.SHARE_TAKEN, Loss.SHARE_EXPIRED);
      case SharePolicySet _, DocumentTypeChanged _, NoteTypeChanged _, GroupNoteTypeChanged _ ->
          Set.of(Loss.KEPT_CLOSED);
      case StaffUpdated _ -> Set.of(Loss.STAFF_DISABLED, Loss.ROLE_TAKEN);
      case TeamChanged _ -> Set.of(Loss.LEFT_THE_TEAM);
      // The person with the former address keeps the account until the new one is proved.
      case AddressChanged _, ClientUpdated _ -> Set.of();
      // What is archived can be read.
      case FolderArchived _, FolderRestored _, DocumentArchived _, DocumentRestored _ -> Set.of();
      case NoteArchived _, NoteRestored _, NoteCreated _, NoteEdited _ -> Set.of();
      case GroupNoteArchived _, GroupNoteRestored _, GroupNoteCreated _, GroupNoteEdited _ ->
          Set.of();
      case GroupNoteOpened _ -> Set.of();
      // Readers see no checklist.
      case ChecklistCreated _, ChecklistUpdated _, ChecklistArchived _, ChecklistRestored _ ->
          Set.of();
      // Who is asked for something keeps it when it is reviewed, or asked for no more.
      case EngagementCreated _, ItemsPrepared _, DocumentsRequested _, ItemsAnswered _ -> Set.of();
      case ItemsSubmitted _, ItemsAccepted _, ItemsRejected _, ItemsReopened _ -> Set.of();
      case RequestReminded _, RemindersUnanswered _ -> Set.of();
      case ItemsCancelled _, EngagementCancelled _ -> Set.of();
      case ItemMarkedNotApplicable _, ItemWithdrawn _ -> Set.of();
      case FileAttached _, FileDetached _ -> Set.of();
      case EngagementUpdated _, EngagementCompleted _, EngagementReopened _ -> Set.of();
      // Nothing has come of what is asked of somebody else instead.
      case ItemUpdated _ -> Set.of();
      case GroupNoteClosed _, ParticipantsChanged _ -> Set.of(Loss.SHARE_TAKEN);
      // As for members, PortalsIT has what they lose, and when.
      case EventData.OfPortal _, MemberUpdated _ -> Set.of();
      case DocumentWithdrawn _ -> Set.of();
      case FirmCreated _, FirmUpdated _, SiteCreated _, StaffInvited _, AbsenceSet _ -> Set.of();
      // Each client's event says that the staff member left the team.
      case Subscription.HandOvers _, HandOverStopped _, HandOverCompleted _ -> Set.of();
      case DocumentTypesSet _, SiteSettingsSet _, LogoChanged _ -> Set.of();
      case AdministratorAppointed _, ClientCreated _, ContactCreated _ -> Set.of();
      case AccountInvited _, VerificationRequested _, RegistrationRequested _ -> Set.of();
      case RegistrationReceived _, RegistrationCompleted _, RegistrationResolved _ -> Set.of();
      // The end of a session ends no account.
      case PasswordResetRequested _, PasswordReset _, SignInRenewed _, SessionsRevoked _ ->
          Set.of();
      case SecondFactorReset _, SignInReset _, SignInRecovered _, RecoveryCodesReplaced _ ->
          Set.of();
      case FolderCreated _, FolderRenamed _, DocumentRenamed _, DocumentDownloaded _ -> Set.of();
      case DocumentAdded _, DocumentUploaded _, UploadRejected _ -> Set.of();
    };
  }

  /** Time takes this away without any event. */
  private static final Set<Loss> BY_TIME = Set.of(Loss.RELATIONSHIP_ENDED, Loss.SHARE_EXPIRED);

  /**
   * A case.
   *
   * @param event records the event
   * @param consume handles its message, to the end: the digest is sent by then
   */
  record Case(
      String name,
      Who who,
      Function<Stage, EventMessage> event,
      List<BiConsumer<Stage, EventMessage>> consume) {

    /** A mail that is sent by one consumer. */
    private static Stream<Case> mailed(
        Class<?> event,
        Function<Stage, EventMessage> make,
        BiConsumer<Stage, EventMessage> consume,
        Who... whos) {
      return Stream.of(whos)
          .map(who -> new Case(event.getSimpleName() + " " + who, who, make, List.of(consume)));
    }

    /** A notice that is recorded, and mailed by a digest. */
    private static Stream<Case> noticed(
        Class<?> event, Function<Stage, EventMessage> make, Who... whos) {
      return Stream.of(whos)
          .map(who ->
              new Case(
                  event.getSimpleName() + " notice " + who,
                  who,
                  make,
                  List.of(
                      (stage, message) -> stage.scene.recordNotices().handle(message),
                      (stage, _) -> stage.sendDigests())));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Who[] READERS = {
    Who.CLIENT, Who.CONTACT, Who.INVITED_CLIENT, Who.INVITED_CONTACT
  };

  /** The cases of a type of event that somebody consumes. */
  private static Stream<Case> cases(Subscription sample) {
    Class<?> type = sample.getClass();
    return switch (sample) {
      case StaffInvited _ ->
          Case.mailed(type, Stage::staffInvited, Stage::sendInvitations, Who.INVITED_STAFF);
      case AccountInvited _ ->
          Case.mailed(
              type,
              Stage::accountInvited,
              Stage::sendInvitations,
              Who.INVITED_CLIENT,
              Who.INVITED_CONTACT);
      case FolderShared _ ->
          Stream.concat(
              Case.noticed(type, stage -> stage.folderShared(false), READERS),
              Case.mailed(
                  type,
                  stage -> stage.folderShared(true),
                  Stage::sendInvitations,
                  Who.INVITED_CLIENT,
                  Who.INVITED_CONTACT));
      case DocumentShared _ ->
          Stream.concat(
              Case.noticed(type, stage -> stage.documentShared(false), READERS),
              Case.mailed(
                  type,
                  stage -> stage.documentShared(true),
                  Stage::sendInvitations,
                  Who.INVITED_CLIENT,
                  Who.INVITED_CONTACT));
      case NoteShared _ ->
          Stream.concat(
              Case.noticed(type, stage -> stage.noteShared(false), READERS),
              Case.mailed(
                  type,
                  stage -> stage.noteShared(true),
                  Stage::sendInvitations,
                  Who.INVITED_CLIENT,
                  Who.INVITED_CONTACT));
      case GroupNoteShared _ ->
          Stream.concat(
              Case.noticed(type, stage -> stage.groupNoteShared(false), READERS),
              Case.mailed(
                  type,
                  stage -> stage.groupNoteShared(true),
                  Stage::sendInvitations,
                  Who.INVITED_CLIENT,
                  Who.INVITED_CONTACT));
      // PortalMailsTest has the mails and notices of members.
      case Subscription.PortalAlerts _, Subscription.PortalNotices _ -> Stream.of();
      // The event of each participant notifies their readers.
      case Subscription.GroupNotes _ -> Stream.of();
      // The last event of the hand-over notifies the successor.
      case Subscription.HandOvers _ -> Stream.of();
      case HandOverCompleted _ -> Case.noticed(type, Stage::handedOver, Who.STAFF);
      case DocumentAdded _ -> Case.noticed(type, Stage::documentAdded, READERS);
      case DocumentsRequested _ ->
          Stream.concat(
              Case.noticed(type, stage -> stage.documentsRequested(false), READERS),
              Case.mailed(
                  type,
                  stage -> stage.documentsRequested(true),
                  Stage::sendInvitations,
                  Who.INVITED_CLIENT,
                  Who.INVITED_CONTACT));
      case ItemsRejected _ -> Case.noticed(type, Stage::itemsRejected, READERS);
      case ItemsReopened _ -> Case.noticed(type, Stage::itemsReopened, READERS);
      case ItemsAccepted _ -> Case.noticed(type, Stage::itemsAccepted, READERS);
      case ItemsCancelled _ -> Case.noticed(type, Stage::itemsCancelled, READERS);
      case EngagementCancelled _ -> Case.noticed(type, Stage::engagementCancelled, READERS);
      case RequestReminded _ -> Case.noticed(type, Stage::requestReminded, READERS);
      case RemindersUnanswered _ -> Case.noticed(type, Stage::remindersUnanswered, Who.TEAM);
      case ItemsSubmitted _ -> Case.noticed(type, Stage::itemsSubmitted, Who.TEAM);
      case ItemMarkedNotApplicable _ ->
          Case.noticed(type, Stage::itemMarkedNotApplicable, Who.TEAM);
      case ItemWithdrawn _ -> Case.noticed(type, Stage::itemWithdrawn, Who.TEAM);
      case DocumentUploaded _ -> Case.noticed(type, Stage::documentUploaded, Who.TEAM);
      case DocumentWithdrawn _ -> Case.noticed(type, Stage::documentWithdrawn, Who.TEAM);
      case UploadRejected _ ->
          Case.noticed(type, Stage::uploadRejected, Who.CLIENT, Who.CONTACT, Who.STAFF, Who.TEAM);
      case RegistrationCompleted _ ->
          Case.noticed(type, Stage::registrationCompleted, Who.TEAM, Who.ADMINISTRATOR);
      case RegistrationReceived _ ->
          Case.noticed(type, Stage::registrationReceived, Who.ADMINISTRATOR);
      case AdministratorAppointed _ ->
          Case.noticed(type, Stage::administratorAppointed, Who.ADMINISTRATOR);
      case SecondFactorReset _ -> Case.noticed(type, Stage::secondFactorReset, Who.ADMINISTRATOR);
      case AddressBounced _ -> Case.noticed(type, Stage::addressBounced, Who.STAFF);
      case AccountBounced _ ->
          Case.mailed(type, Stage::accountBounced, Stage::reportBounces, Who.STAFF);
      case VerificationRequested _ ->
          Case.mailed(
              type,
              Stage::verificationRequested,
              Stage::sendVerifications,
              Who.INVITED_CLIENT,
              Who.INVITED_CONTACT,
              Who.INVITED_STAFF);
      case RegistrationResolved _ ->
          Case.mailed(
              type, Stage::registrationResolved, Stage::sendVerifications, Who.CLIENT, Who.CONTACT);
      // Whoever reads a mailbox may ask for these.
      case RegistrationRequested _, PasswordResetRequested _ -> Stream.of();
      // They say that something was lost or changed, to who had it.
      case AccountRevoked _, AddressChanged _, AccessTakenAway _ -> Stream.of();
      case PasswordReset _, SignInRenewed _, SessionsRevoked _ -> Stream.of();
      case SignInReset _, SignInRecovered _, RecoveryCodesReplaced _ -> Stream.of();
    };
  }

  static Stream<Case> allCases() {
    return EventSamples.types(Subscription.class)
        .flatMap(type -> cases((Subscription) EventSamples.sample(type)));
  }

  /** Losses that do not end an invitation or an account as such. */
  private static final Set<Loss> OF_SHARES =
      Set.of(Loss.SHARE_TAKEN, Loss.SHARE_EXPIRED, Loss.KEPT_CLOSED, Loss.RELATIONSHIP_ENDED);

  /** Events of folders and engagements, which have no type. */
  private static final Set<String> UNTYPED =
      Stream.concat(
              Stream.of(FolderShared.class), EventSamples.types(EventData.RequestNotices.class))
          .map(Class::getSimpleName)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * What ends the mail of a case. An invitation stays good when what was shared with it goes, and
   * when it bounced: a link that somebody opens proves that it arrived.
   */
  private static Set<Loss> losses(Case of) {
    Set<Loss> losses = EnumSet.copyOf(of.who().losses());
    if (of.consume().size() == 1) {
      losses.removeAll(OF_SHARES);
      losses.remove(Loss.INVITATION_BOUNCED);
    }
    if (UNTYPED.stream().anyMatch(of.name()::startsWith)) {
      losses.remove(Loss.KEPT_CLOSED);
    }
    return losses;
  }

  @Test
  void everyLoss_isOfAnEventOrOfTime_andHappensToSomebody() {
    Set<Loss> known = EnumSet.copyOf(BY_TIME);
    EventSamples.all().forEach(event -> known.addAll(losses(event)));
    Set<Loss> tested = EnumSet.noneOf(Loss.class);
    allCases().forEach(of -> tested.addAll(losses(of)));

    assertThat(known).containsExactlyInAnyOrder(Loss.values());
    assertThat(tested).containsExactlyInAnyOrder(Loss.values());
  }

  @ParameterizedTest
  @MethodSource("allCases")
  void whoHasLostNothing_isMailed(Case of) {
    Stage stage = new Stage(of.who());
    EventMessage message = of.event().apply(stage);
    of.consume().forEach(step -> step.accept(stage, message));

    assertThat(stage.mails()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("allCases")
  void whoHasLostTheRight_isNotMailed_wheneverThatWas(Case of) {
    List<String> mailed = new ArrayList<>();
    for (Loss loss : losses(of)) {
      for (int before = 0; before < of.consume().size(); before++) {
        Stage stage = new Stage(of.who());
        EventMessage message = of.event().apply(stage);
        for (int step = 0; step < of.consume().size(); step++) {
          if (step == before) {
            stage.lose(loss);
          }
          of.consume().get(step).accept(stage, message);
        }
        if (stage.mails() > 0) {
          mailed.add(loss + " before step " + before);
        }
        boolean recorded = OF_SHARES.contains(loss) && loss != Loss.KEPT_CLOSED;
        if (before == 0 && !recorded) {
          assertThat(stage.person.map(stage.scene::inbox).orElse(List.of()))
              .as("%s", loss)
              .isEmpty();
        }
      }
    }

    assertThat(mailed).isEmpty();
  }

  /** A firm, and somebody who is about to be mailed. */
  static final class Stage {
    private static final String TOKEN = "Zk3vN8pQ5rT1wY7aD2fH6jM9sV4xB0cG8eL3nR5uK1o";
    private static final Actor OTHER =
        new Actor(
            Optional.of(TestFirm.person()), Actor.As.STAFF, "01kjm4t8w2f6r3nxq5v7y9b1ce", "Olga");

    private final Scene scene = new Scene();
    private final Who who;
    private final Optional<PersonId> person;
    private final Holder holder;
    private final Folder folder;
    private final Note note;
    private final Participation group;
    private final TestEngagement engagement;

    Stage(Who who) {
      this.who = who;
      Holder.Party contact = scene.contact(true);
      person =
          switch (who) {
            case CLIENT -> Optional.of(scene.firm.link(scene.path));
            case CONTACT ->
                Optional.of(
                    scene.firm.linkContact(
                        scene.path, ((Recipient.Contact) contact.party()).id(), true));
            case STAFF, TEAM, ADMINISTRATOR -> Optional.of(TestFirm.person());
            case INVITED_CLIENT, INVITED_CONTACT, INVITED_STAFF -> Optional.empty();
          };
      holder =
          switch (who) {
            case CLIENT, INVITED_CLIENT -> scene.clientHolder;
            case CONTACT, INVITED_CONTACT -> contact;
            case INVITED_STAFF, STAFF, TEAM -> scene.staff(ADDRESS, true, person).holder();
            case ADMINISTRATOR -> scene.staff(ADDRESS, true, person, Role.ADMINISTRATOR).holder();
          };
      if (who == Who.TEAM) {
        scene.team(member());
      }
      if (who == Who.ADMINISTRATOR) {
        scene.write(Administrators.add(member()).toArray(Write[]::new));
      }
      Account account = scene.invite(holder, ADDRESS);
      person.ifPresent(is -> scene.put(account.activate(is, scene.clock.instant())));
      folder =
          holder instanceof Holder.Party party
              ? scene.firm.folder(scene.path, AccessLevel.VIEW, party.party())
              : scene.firm.folder(scene.path, AccessLevel.VIEW);
      note =
          Note.create(
                  new NotePath(scene.path, new NoteId(scene.ids.next())),
                  "Call",
                  Optional.empty(),
                  OTHER,
                  scene.clock.instant())
              .withGrants(folder.grants());
      scene.write(Write.create(note.toItem()));
      group = groupNote().withGrants(folder.grants());
      scene.write(Write.create(group.group().toItem()), Write.create(group.participant().toItem()));
      engagement = new TestEngagement(scene, "Loan", Optional.empty());
      scene.clock.advance(Duration.ofSeconds(1));
    }

    private Participation groupNote() {
      NoteId id = new NoteId(scene.ids.next());
      GroupNotePath path = new GroupNotePath(scene.firm.id, id);
      GroupNote whole =
          GroupNote.create(path, "Call", Optional.empty(), OTHER, scene.clock.instant(), 1);
      ParticipantPath participant = new ParticipantPath(scene.path, id);
      return new Participation(
          Participant.add(participant, whole, OTHER, scene.clock.instant()), whole);
    }

    private Holder.Party party() {
      return (Holder.Party) holder;
    }

    private StaffMember member() {
      return StaffMember.fromItem(scene.item(TableKeys.holder(holder)));
    }

    /** The one who is mailed, as the author of what they did. */
    private Actor self() {
      return switch (holder) {
        case Holder.Staff staff ->
            new Actor(person, Actor.As.STAFF, staff.staff().value(), "Somebody");
        case Holder.Member member ->
            new Actor(person, Actor.As.MEMBER, member.member().value(), "Somebody");
        case Holder.Party party ->
            new Actor(
                person,
                who == Who.CONTACT ? Actor.As.CONTACT : Actor.As.CLIENT,
                party.party().text(),
                "Somebody");
      };
    }

    private StaffMember[] team() {
      return who == Who.TEAM ? new StaffMember[] {member()} : new StaffMember[0];
    }

    long mails() {
      return scene.mails.all().stream().filter(mail -> mail.address().equals(ADDRESS)).count();
    }

    // ---- Events ----

    EventMessage staffInvited() {
      return scene.event(OTHER, new StaffInvited((Holder.Staff) holder, "Somebody"));
    }

    EventMessage accountInvited() {
      return scene.event(OTHER, new AccountInvited(party()));
    }

    EventMessage folderShared(boolean invites) {
      return scene.shared(
          folder, List.of(), invites ? List.of(party().party()) : List.of(), party().party());
    }

    EventMessage documentShared(boolean invites) {
      return scene.event(
          OTHER,
          new DocumentShared(
              document(),
              Scene.recipients(List.of(), invites ? List.of(party().party()) : List.of()),
              List.of(party().party())));
    }

    EventMessage noteShared(boolean invites) {
      return scene.event(
          OTHER,
          new NoteShared(
              note.named(),
              Scene.recipients(List.of(), invites ? List.of(party().party()) : List.of()),
              List.of(party().party())));
    }

    EventMessage groupNoteShared(boolean invites) {
      return scene.event(
          OTHER,
          new GroupNoteShared(
              group.named(),
              Scene.recipients(List.of(), invites ? List.of(party().party()) : List.of()),
              List.of(party().party())));
    }

    EventMessage documentAdded() {
      return scene.event(
          OTHER, new DocumentAdded(document(), 1, Optional.empty(), List.of(party().party())));
    }

    /** Adds an available document without a type. */
    private NamedDocument document() {
      NamedDocument document = scene.document(folder, "Balance.pdf");
      scene.write(
          Write.create(
              Fields.of()
                  .with("name", document.name())
                  .with("createdAt", scene.clock.instant())
                  .with(Item.REVISION, 1)
                  .at(TableKeys.document(folder.path(), document.id()))));
      return document;
    }

    /** Asks the addressee for an item, or the client if the addressee is staff. */
    private List<ItemId> asked() {
      return engagement.ask(
          holder instanceof Holder.Party party ? party.party() : Recipient.CLIENT, "Passport");
    }

    private List<ItemId> submitted() {
      List<ItemId> items = asked();
      engagement.submit(items);
      return items;
    }

    private List<Recipient> assignees() {
      return List.of(party().party());
    }

    private List<StaffId> teamIds() {
      return Stream.of(team()).map(StaffMember::id).toList();
    }

    EventMessage documentsRequested(boolean invites) {
      List<ItemId> items = asked();
      return engagement.event(
          OTHER,
          name ->
              new DocumentsRequested(
                  name, items, assignees(), invites ? List.of(party().party()) : List.of()));
    }

    EventMessage itemsRejected() {
      List<ItemId> items = submitted();
      engagement.reject(items, "It cannot be read.");
      return engagement.event(OTHER, name -> new ItemsRejected(name, items, assignees()));
    }

    EventMessage itemsReopened() {
      List<ItemId> items = submitted();
      engagement.change(items, new ItemAction.Accept());
      engagement.change(items, new ItemAction.Reopen("It has expired."));
      return engagement.event(OTHER, name -> new ItemsReopened(name, items, assignees()));
    }

    EventMessage itemsAccepted() {
      List<ItemId> items = submitted();
      engagement.change(items, new ItemAction.Accept());
      return engagement.event(OTHER, name -> new ItemsAccepted(name, items, assignees()));
    }

    EventMessage itemsCancelled() {
      List<ItemId> items = asked();
      engagement.change(items, new ItemAction.Cancel());
      return engagement.event(OTHER, name -> new ItemsCancelled(name, items, assignees()));
    }

    EventMessage engagementCancelled() {
      List<ItemId> items = asked();
      engagement.cancel();
      return engagement.event(OTHER, name -> new EngagementCancelled(name, items, assignees()));
    }

    EventMessage requestReminded() {
      List<ItemId> items = asked();
      return engagement.event(OTHER, name -> new RequestReminded(name, items, assignees()));
    }

    EventMessage remindersUnanswered() {
      List<ItemId> items = asked();
      return engagement.event(
          OTHER, name -> new RemindersUnanswered(name, items, Recipient.CLIENT, 10, teamIds()));
    }

    EventMessage itemsSubmitted() {
      List<ItemId> items = submitted();
      return engagement.event(OTHER, name -> new ItemsSubmitted(name, items, teamIds()));
    }

    EventMessage itemMarkedNotApplicable() {
      List<ItemId> items = asked();
      engagement.change(items, new ItemAction.MarkNotApplicable("I have none."));
      return engagement.event(OTHER, name -> new ItemMarkedNotApplicable(name, items, teamIds()));
    }

    EventMessage itemWithdrawn() {
      List<ItemId> items = submitted();
      engagement.change(items, new ItemAction.Withdraw());
      return engagement.event(OTHER, name -> new ItemWithdrawn(name, items, teamIds()));
    }

    EventMessage documentUploaded() {
      return scene.uploaded(folder, "Balance.pdf", OTHER, team());
    }

    EventMessage documentWithdrawn() {
      return scene.withdrawn(folder, "Balance.pdf", OTHER, team());
    }

    EventMessage uploadRejected() {
      return scene.event(
          Actor.PORTAL,
          new UploadRejected(
              document(),
              2,
              RejectionCode.CONTENT_MISMATCH,
              who == Who.TEAM ? OTHER : self(),
              Optional.empty(),
              Stream.of(team()).map(StaffMember::id).toList()));
    }

    EventMessage registrationCompleted() {
      return scene.event(Actor.PORTAL, new RegistrationCompleted(scene.clientHolder, "Carla"));
    }

    EventMessage registrationReceived() {
      return scene.event(
          Actor.PORTAL,
          new RegistrationReceived(
              scene.firm.id, new RegistrationId(scene.ids.next()), "Rosa Klein"));
    }

    EventMessage administratorAppointed() {
      StaffMember other = scene.staff("eva@firm.test", true, Optional.empty());
      return scene.event(OTHER, new AdministratorAppointed(other.holder(), other.name()));
    }

    EventMessage handedOver() {
      StaffMember leaver = scene.staff("leo@firm.test", true, Optional.of(TestFirm.person()));
      return scene.event(
          OTHER,
          new HandOverCompleted(
              leaver.holder(), leaver.name(), ((Holder.Staff) holder).staff(), 1));
    }

    EventMessage secondFactorReset() {
      StaffMember other = scene.staff("eva@firm.test", true, Optional.empty());
      return scene.event(OTHER, new SecondFactorReset(other.holder(), other.name()));
    }

    EventMessage addressBounced() {
      return scene.event(
          Actor.PORTAL,
          new AddressBounced(
              scene.clientHolder,
              "Carla Client",
              "bounced",
              List.of(((Holder.Staff) holder).staff())));
    }

    EventMessage accountBounced() {
      Account invited = scene.invite(scene.clientHolder, "carla@client.test");
      scene.put(invited.bounce());
      return scene.event(
          Actor.PORTAL,
          new AccountBounced(scene.clientHolder, "bounced", self(), invited.lastInvitedAt()));
    }

    EventMessage verificationRequested() {
      Account account = scene.account(holder);
      Token invitation = Token.invitation(TOKEN, holder, account.email(), scene.clock.instant());
      scene.write(invitation.create());
      scene.put(account.withInvitation(invitation.hash()));
      return scene.event(
          Actor.PORTAL, new VerificationRequested(Hashes.sha256(TOKEN), Hashes.sha256("key")));
    }

    EventMessage registrationResolved() {
      Registration registration =
          new Registration(
              scene.firm.id,
              new RegistrationId(scene.ids.next()),
              person.orElseThrow(),
              "Somebody",
              new EmailAddress(ADDRESS),
              "meyer",
              scene.clock.instant(),
              List.of(),
              Optional.empty(),
              1);
      scene.write(registration.await().toArray(Write[]::new));
      scene.write(
          registration
              .resolve(
                  new Registration.Resolution.Linked(
                      scene.path.client().value(),
                      Optional.of(party().party().text()).filter(_ -> who == Who.CONTACT)),
                  scene.clock.instant())
              .toArray(Write[]::new));
      return scene.event(
          OTHER, new RegistrationResolved(scene.firm.id, registration.id(), Optional.of(party())));
    }

    // ---- Consumers ----

    void sendInvitations(EventMessage message) {
      new SendInvitations(
              scene.table, scene.mailSender, scene.links, scene.clock, scene.recordBounces())
          .handle(message);
    }

    void sendVerifications(EventMessage message) {
      new SendVerifications(scene.table, scene.mailSender, scene.links, scene.clock)
          .handle(message);
    }

    void reportBounces(EventMessage message) {
      new ReportBounces(scene.table, scene.mailSender, scene.links, scene.clock).handle(message);
    }

    void sendDigests() {
      scene.clock.advance(Duration.ofMinutes(6));
      scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
    }

    // ---- Losses ----

    void lose(Loss loss) {
      switch (loss) {
        case ACCOUNT_REVOKED -> {
          scene.put(scene.account(holder).revoke());
          person.ifPresent(is ->
              scene.write(
                  Links.remove(scene.path, is, party().party(), Optional.of(link(is)))
                      .toArray(Write[]::new)));
        }
        case ACCOUNT_MOVED -> {
          PersonId other = anotherPerson();
          scene.put(
              scene
                  .account(holder)
                  .moveTo(new EmailAddress("new@example.test"), scene.clock.instant())
                  .activate(other, scene.clock.instant()));
          PersonId former = person.orElseThrow();
          scene.write(
              Links.remove(scene.path, former, party().party(), Optional.of(link(former)))
                  .toArray(Write[]::new));
        }
        case INVITATION_BOUNCED -> scene.put(scene.account(holder).bounce());
        case PERMISSION_TAKEN -> {
          Contact contact = Contact.fromItem(scene.item(TableKeys.holder(holder)));
          scene.write(
              contact
                  .withDetails(
                      contact.name(),
                      contact.email(),
                      contact.emailConfirmedAt(),
                      contact.phone(),
                      contact.relationship(),
                      false,
                      contact.account())
                  .saveDetails());
          person.ifPresent(is -> relink(is, capacity -> capacity.permitted(false)));
        }
        case RELATIONSHIP_ENDED ->
            relink(
                person.orElseThrow(),
                is ->
                    new Capacity(
                        is.party(),
                        is.name(),
                        is.webPortal(),
                        is.from(),
                        Optional.of(scene.clock.instant()),
                        is.role()));
        case SHARE_TAKEN -> share(Grants.NONE);
        case SHARE_EXPIRED ->
            share(
                new Grants(
                    List.of(
                        new Grant(
                            party().party(),
                            AccessLevel.VIEW,
                            folder.createdAt(),
                            Optional.of(scene.clock.instant())))));
        case KEPT_CLOSED -> scene.firm.policy(SharePolicy.Mode.ONLY);
        case STAFF_DISABLED -> place(member().role(), false);
        case ROLE_TAKEN -> {
          place(Role.STAFF, true);
          scene.write(Write.delete(TableKeys.administrator(scene.firm.id, member().id())));
        }
        case LEFT_THE_TEAM -> scene.team();
      }
    }

    /** A person with a link of the addressee's, as their account has when it moves. */
    private PersonId anotherPerson() {
      return switch (party().party()) {
        case Recipient.Client _ -> scene.firm.link(scene.path);
        case Recipient.Contact contact -> scene.firm.linkContact(scene.path, contact.id(), true);
      };
    }

    private Item link(PersonId of) {
      return scene.item(TableKeys.link(scene.path, of));
    }

    private void relink(PersonId of, UnaryOperator<Capacity> change) {
      scene.write(Links.change(scene.path, of, party().party(), change, link(of)));
    }

    private void share(Grants grants) {
      engagement.open(grants);
      scene.write(
          Write.put(
              new Folder(
                      folder.path(),
                      folder.name(),
                      folder.createdAt(),
                      false,
                      grants,
                      folder.revision() + 1)
                  .toItem()),
          Write.put(note.withGrants(grants).toItem()),
          Write.put(group.withGrants(grants).participant().toItem()));
    }

    private void place(Role role, boolean enabled) {
      scene.write(Write.put(member().withPlace(role, false, enabled).toItem()));
    }
  }
}
