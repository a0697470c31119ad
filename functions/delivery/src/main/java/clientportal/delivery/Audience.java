package clientportal.delivery;

import clientportal.access.decision.PortalRole;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Recipient.Party;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.AdministratorAppointed;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.DocumentWithdrawn;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.EngagementCancelled;
import clientportal.access.events.EventData.HandOverCompleted;
import clientportal.access.events.EventData.ItemMarkedNotApplicable;
import clientportal.access.events.EventData.ItemWithdrawn;
import clientportal.access.events.EventData.ItemsAccepted;
import clientportal.access.events.EventData.ItemsCancelled;
import clientportal.access.events.EventData.ItemsRejected;
import clientportal.access.events.EventData.ItemsReopened;
import clientportal.access.events.EventData.ItemsSubmitted;
import clientportal.access.events.EventData.RegistrationCompleted;
import clientportal.access.events.EventData.RegistrationReceived;
import clientportal.access.events.EventData.RemindersUnanswered;
import clientportal.access.events.EventData.RequestNotices;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.events.EventData.SecondFactorReset;
import clientportal.access.events.EventData.Shared;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.ids.Absence;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Administrators;
import clientportal.access.records.Client;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Contact;
import clientportal.access.records.StaffMember;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Resolves the audience of an event to the people who belong to it now. */
public record Audience(Table table) {
  /** Returns the keys that {@link #of} needs, besides the client. */
  public static List<Key> keys(Subscription.Notices data) {
    return switch (data) {
      case DocumentAdded added -> List.of(PortalKeys.of(added.client()));
      case Shared shared -> List.of(PortalKeys.of(shared.client()));
      case Subscription.Notices _ -> List.of();
    };
  }

  /**
   * Returns the addressees, each person once, without the actor of the event. Who stands in for an
   * absent staff member is one too.
   *
   * @param at when it happened
   * @param client that the event is about, if it is about one
   * @param items read with {@link #keys}
   * @param part of the audience, if it is large
   */
  public List<Addressee> of(
      Subscription.Notices data,
      Actor actor,
      Instant at,
      Optional<Client> client,
      Items items,
      Optional<AudiencePart> part) {
    List<Addressee> addressees =
        switch (data) {
          case Subscription.ItemNotices notices ->
              ofItem(notices, at, client.orElseThrow(), items, part);
          case Subscription.PortalNotices portal -> members(portal);
          case RegistrationCompleted completed ->
              teamOrAdministrators(client.orElseThrow(), completed.firm());
          case RegistrationReceived received -> administrators(received.firm());
          case AdministratorAppointed appointed -> administrators(appointed.firm());
          case SecondFactorReset reset -> administrators(reset.firm());
          case HandOverCompleted over -> successor(over);
        };
    List<Addressee> notified =
        addressees.stream().filter(addressee -> !isActor(addressee, actor, client)).toList();
    Set<PersonId> people = new HashSet<>();
    return Stream.concat(
            notified.stream(),
            standIns(data.firm(), notified, at).stream()
                .filter(addressee -> !isActor(addressee, actor, client)))
        .filter(addressee -> addressee.person().map(people::add).orElse(true))
        .toList();
  }

  /** Returns who stands in for those who were absent; not who stands in for a stand-in. */
  private List<Addressee> standIns(FirmId firm, List<Addressee> notified, Instant at) {
    List<StaffId> standIns =
        notified.stream()
            .flatMap(addressee -> addressee.absence().stream())
            .filter(absence -> absence.covers(at))
            .map(Absence::standIn)
            .toList();
    return standIns.isEmpty() ? List.of() : staff(firm, standIns, NoticeReason.STAND_IN);
  }

  private List<Addressee> ofItem(
      Subscription.ItemNotices data,
      Instant at,
      Client client,
      Items items,
      Optional<AudiencePart> part) {
    return switch (data) {
      case DocumentUploaded uploaded -> team(client, AudiencePart.of(uploaded.audience(), part));
      case DocumentWithdrawn withdrawn -> team(client, AudiencePart.of(withdrawn.audience(), part));
      case UploadRejected rejected ->
          Stream.concat(
                  rejected.uploadedBy().holder(client.path()).stream()
                      .flatMap(uploader -> one(client, uploader).stream()),
                  team(client, AudiencePart.of(rejected.audience(), part)).stream())
              .toList();
      case DocumentAdded added ->
          readers(
              client,
              withFullAccess(client.path(), added.audience(), items, part),
              List.of(),
              List.of(),
              NoticeReason.READER);
      case Shared shared ->
          readers(
              client,
              shared.recipients().published()
                  ? withFullAccess(client.path(), shared.audience(), items, part)
                  : AudiencePart.of(shared.audience(), part),
              shared.recipients().openBefore(),
              shared.recipients().invited(),
              NoticeReason.READER);
      case RequestNotices request -> ofRequest(request, at, client, part);
    };
  }

  /**
   * Returns a part of an audience. The first one includes the members with full access to the
   * client, if the item is open to anybody at all.
   */
  static List<Recipient> withFullAccess(
      ClientPath client, List<Recipient> audience, Items items, Optional<AudiencePart> part) {
    List<Recipient> all = new ArrayList<>(AudiencePart.of(audience, part));
    if (!audience.isEmpty() && part.map(is -> is.from() == 0).orElse(true)) {
      ClientPortals.of(client, items).members(PortalRole.FULL_ACCESS).stream()
          .map(Recipient.Member::new)
          .forEach(all::add);
    }
    return all;
  }

  /** Returns the members of a portal who see more from now on. */
  private List<Addressee> members(Subscription.PortalNotices data) {
    List<Holder> holders =
        data.audience().stream()
            .<Holder>map(member -> new Holder.Member(data.firm(), member))
            .toList();
    return receiving(holders, NoticeReason.READER, _ -> true);
  }

  private List<Addressee> ofRequest(
      RequestNotices data, Instant at, Client client, Optional<AudiencePart> part) {
    return switch (data) {
      case DocumentsRequested asked -> assignees(asked, at, client, part);
      case ItemsRejected rejected -> assignees(client, AudiencePart.of(rejected.audience(), part));
      case ItemsReopened reopened -> assignees(client, AudiencePart.of(reopened.audience(), part));
      case ItemsAccepted accepted -> assignees(client, AudiencePart.of(accepted.audience(), part));
      case ItemsCancelled over -> assignees(client, AudiencePart.of(over.audience(), part));
      case EngagementCancelled over -> assignees(client, AudiencePart.of(over.audience(), part));
      case RequestReminded reminded ->
          assignees(client, AudiencePart.of(reminded.audience(), part));
      case RemindersUnanswered unanswered ->
          team(client, AudiencePart.of(unanswered.audience(), part));
      case ItemsSubmitted submitted -> team(client, AudiencePart.of(submitted.audience(), part));
      case ItemMarkedNotApplicable said -> team(client, AudiencePart.of(said.audience(), part));
      case ItemWithdrawn withdrawn -> team(client, AudiencePart.of(withdrawn.audience(), part));
    };
  }

  private List<Addressee> assignees(Client client, List<Recipient> audience) {
    return readers(client, audience, List.of(), List.of(), NoticeReason.READER);
  }

  /** Returns the assignees, unless an invitation tells them. */
  private List<Addressee> assignees(
      DocumentsRequested asked, Instant at, Client client, Optional<AudiencePart> part) {
    return readers(
        client,
        AudiencePart.of(asked.audience(), part),
        List.of(),
        asked.invited(),
        NoticeReason.READER,
        account -> !isInvitedSince(account, at));
  }

  /** Tells whether an invitation names all that had been asked at an instant. */
  private static boolean isInvitedSince(Account account, Instant at) {
    return account.invitedAt().isAfter(at)
        || (account.status() == AccountStatus.INVITED && account.lastInvitedAt().isAfter(at));
  }

  /** Returns those of an event's audience who are still in the team. */
  private List<Addressee> team(Client client, List<StaffId> audience) {
    return staff(
        client.path().firm(),
        audience.stream().filter(client.team()::contains).toList(),
        NoticeReason.TEAM);
  }

  /** Returns the team; the administrators if none of it has ever signed in and is enabled. */
  private List<Addressee> teamOrAdministrators(Client client, FirmId firm) {
    List<Addressee> team = staff(firm, client.team(), NoticeReason.TEAM);
    return team.stream().anyMatch(member -> member.person().isPresent())
        ? team
        : administrators(firm);
  }

  private List<Addressee> administrators(FirmId firm) {
    return staff(firm, Administrators.of(firm, table), NoticeReason.ADMINISTRATOR);
  }

  /** Returns who is responsible now, if anything passed on. */
  private List<Addressee> successor(HandOverCompleted over) {
    return over.passedOn() == 0
        ? List.of()
        : staff(over.firm(), List.of(over.to()), NoticeReason.SUCCESSOR);
  }

  private static boolean isActor(Addressee addressee, Actor actor, Optional<Client> client) {
    boolean samePerson = actor.person().isPresent() && actor.person().equals(addressee.person());
    return samePerson
        || client.flatMap(of -> actor.holder(of.path())).equals(Optional.of(addressee.holder()));
  }

  private List<Addressee> one(Client client, Holder holder) {
    return switch (holder) {
      case Holder.Staff(FirmId firm, StaffId staff) ->
          staff(firm, List.of(staff), NoticeReason.UPLOADER);
      case Holder.Party(var _, Recipient.OfClient party) ->
          readers(client, List.of(party), List.of(), List.of(), NoticeReason.UPLOADER);
      case Holder.Member(var _, MemberId member) ->
          readers(
              client,
              List.of(new Recipient.Member(member)),
              List.of(),
              List.of(),
              NoticeReason.UPLOADER);
    };
  }

  private List<Addressee> staff(FirmId firm, List<StaffId> audience, NoticeReason reason) {
    List<Key> keys = audience.stream().map(id -> TableKeys.staff(firm, id)).distinct().toList();
    Items items = table.read(keys);
    return keys.stream()
        .flatMap(key -> items.at(key).stream())
        .map(StaffMember::fromItem)
        .filter(member -> member.enabled() && member.account().receives())
        .map(member -> new Addressee(member.holder(), member.person(), reason, member.absence()))
        .toList();
  }

  /**
   * Returns the readers to whom the recipients open the item now.
   *
   * @param before recipients to whom the item was open before, who are not notified
   * @param invited parties who are notified by an invitation of their own
   */
  private List<Addressee> readers(
      Client client,
      List<? extends Recipient> audience,
      List<Recipient> before,
      List<Party> invited,
      NoticeReason reason) {
    return readers(client, audience, before, invited, reason, _ -> true);
  }

  private List<Addressee> readers(
      Client client,
      List<? extends Recipient> audience,
      List<Recipient> before,
      List<Party> invited,
      NoticeReason reason,
      Predicate<Account> isNotified) {
    if (before.contains(Recipient.ALL_AUTHORIZED)) {
      return List.of();
    }
    List<Holder> holders =
        parties(client.path(), audience).stream()
            .filter(party -> !before.contains(party) && !invited.contains(party))
            .<Holder>map(party -> Holder.of(client.path(), party))
            .toList();
    return receiving(holders, reason, isNotified);
  }

  /** Returns the parties that recipients are. */
  Set<Party> parties(ClientPath client, List<? extends Recipient> recipients) {
    Set<Party> parties = new LinkedHashSet<>();
    for (Recipient recipient : recipients) {
      switch (recipient) {
        case Party party -> parties.add(party);
        case Recipient.AllAuthorized _ -> {
          parties.add(Recipient.CLIENT);
          parties.addAll(authorized(client));
        }
      }
    }
    return parties;
  }

  /** Returns those who may use the portal now and whose account receives mail. */
  private List<Addressee> receiving(
      List<Holder> holders, NoticeReason reason, Predicate<Account> isNotified) {
    Items items = table.read(holders.stream().flatMap(of -> Account.keys(of).stream()).toList());
    return holders.stream()
        .flatMap(holder -> items.at(TableKeys.account(holder)).stream())
        .map(Account::fromItem)
        .filter(account -> account.status().receives() && account.isPermitted(items))
        .filter(isNotified)
        .map(account -> new Addressee(account.holder(), account.person(), reason, Optional.empty()))
        .toList();
  }

  /** Returns the contacts whose relationship has the web portal permission. */
  private List<Party> authorized(ClientPath client) {
    Query query =
        Query.of(Query.Index.TABLE, TableKeys.people(client))
            .prefix(TableKeys.CONTACT_PREFIX)
            .consistently();
    return table.all(query).stream()
        .map(Contact::fromItem)
        .filter(Contact::webPortal)
        .<Party>map(contact -> new Recipient.Contact(contact.id()))
        .toList();
  }
}
