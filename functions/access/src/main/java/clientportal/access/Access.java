package clientportal.access;

import clientportal.access.decision.Affiliation;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.MemberPath;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.SitePath;
import clientportal.access.keys.StaffPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.Affiliations;
import clientportal.access.records.FirmSharePolicy;
import clientportal.access.records.Folder;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads, in one consistent batch, whether the caller's session is valid, the caller's affiliation
 * and the items that the request names. The path is never trusted: every key begins with the firm
 * of the path, and in a firm that is not theirs the caller is a stranger. For a document or note
 * the firm's share policy is read too; a list of them passes its key.
 */
public record Access(Table table, Clock clock) {
  /** Reads the caller's reach in a firm. */
  public Reach reach(Caller caller, FirmPath firm, Collection<Key> more) {
    return reach(caller, firm.firm(), Optional.empty(), Optional.empty(), List.of(), more);
  }

  /** Reads the caller's reach to a staff member, with the staff member's item. */
  public Reach reach(Caller caller, StaffPath staff, Collection<Key> more) {
    FirmId firm = staff.firm().firm();
    List<Key> subject = List.of(TableKeys.staff(firm, staff.staff()));
    return reach(caller, firm, Optional.empty(), Optional.empty(), subject, more);
  }

  /** Reads the caller's reach to a site, with the site's item. */
  public Reach reach(Caller caller, SitePath site, Collection<Key> more) {
    List<Key> subject = List.of(TableKeys.firmSite(site.firm(), site.slug()));
    return reach(caller, site.firm(), Optional.empty(), Optional.empty(), subject, more);
  }

  /** Reads the caller's reach to a checklist, with the checklist's item. */
  public Reach reach(Caller caller, ChecklistPath checklist, Collection<Key> more) {
    List<Key> subject = List.of(RequestKeys.checklist(checklist));
    return reach(caller, checklist.firm(), Optional.empty(), Optional.empty(), subject, more);
  }

  /** Reads the caller's reach to a portal, with the portal's item. */
  public Reach reach(Caller caller, PortalPath portal, Collection<Key> more) {
    List<Key> subject = List.of(PortalKeys.portal(portal));
    return reach(caller, portal.firm(), Optional.empty(), Optional.empty(), subject, more);
  }

  /** Reads the caller's reach to a member of portals, with the member's item. */
  public Reach reach(Caller caller, MemberPath member, Collection<Key> more) {
    List<Key> subject = List.of(PortalKeys.member(member.firm(), member.member()));
    return reach(caller, member.firm(), Optional.empty(), Optional.empty(), subject, more);
  }

  /** Reads the caller's reach to a client, with the client's item. */
  public Reach reach(Caller caller, ClientPath client, Collection<Key> more) {
    return reach(caller, client, List.of(TableKeys.client(client)), more);
  }

  /** Reads the caller's reach to a client or one of its contacts, with their item. */
  public Reach reach(Caller caller, Holder.Party party, Collection<Key> more) {
    return reach(caller, party.client(), List.of(TableKeys.holder(party)), more);
  }

  /** Reads the caller's reach to a client, contact or member, with their item. */
  public Reach reach(Caller caller, Holder.Reader holder, Collection<Key> more) {
    return switch (holder) {
      case Holder.Party party -> reach(caller, party, more);
      case Holder.Member(FirmId firm, MemberId member) ->
          reach(caller, new MemberPath(firm, member), more);
    };
  }

  /** Reads the caller's reach to a folder, with the folder's item. */
  public Reach reach(Caller caller, FolderPath folder, Collection<Key> more) {
    return reach(caller, folder, List.of(TableKeys.folder(folder)), more);
  }

  /** Reads the caller's reach to an engagement, with its item. */
  public Reach reach(Caller caller, EngagementPath engagement, Collection<Key> more) {
    return reach(caller, engagement.client(), List.of(RequestKeys.engagement(engagement)), more);
  }

  /** Reads the caller's reach to what is asked for, with its item and that of the engagement. */
  public Reach reach(Caller caller, RequestItemPath path, Collection<Key> more) {
    List<Key> keys = new ArrayList<>(more);
    keys.add(RequestKeys.engagement(path.engagement()));
    return reach(caller, path.engagement().client(), List.of(RequestKeys.requestItem(path)), keys);
  }

  /** Reads the caller's reach to a task, with its item. */
  public Reach reach(Caller caller, TaskPath task, Collection<Key> more) {
    return reach(caller, task.client(), List.of(TaskKeys.task(task)), more);
  }

  /** Reads the caller's reach to a note, with the note's item. */
  public Reach reach(Caller caller, NotePath note, Collection<Key> more) {
    List<Key> keys = new ArrayList<>(more);
    keys.add(TableKeys.sharePolicy(note.client().firm()));
    return reach(caller, note.client(), List.of(TableKeys.note(note)), keys);
  }

  /** Reads the caller's reach to a group note as a whole, with its item. */
  public Reach reach(Caller caller, GroupNotePath note, Collection<Key> more) {
    List<Key> subject = List.of(TableKeys.groupNote(note));
    List<Key> keys = new ArrayList<>(more);
    keys.add(TableKeys.sharePolicy(note.firm()));
    return reach(caller, note.firm(), Optional.empty(), Optional.empty(), subject, keys);
  }

  /**
   * Reads the caller's reach to a group note under a participant, with the participant's item and
   * the group note's. Two items that are not of one moment are read again as a snapshot, and so is
   * what does not exist or is not open to the caller, so that both take equally long.
   */
  public Reach reach(Caller caller, ParticipantPath path, Collection<Key> more) {
    Key group = TableKeys.groupNote(path.group());
    List<Key> keys = new ArrayList<>(more);
    keys.add(group);
    keys.add(TableKeys.sharePolicy(path.client().firm()));
    Reach reach = reach(caller, path.client(), List.of(TableKeys.participant(path)), keys);
    return reach.seesAtOneMoment() ? reach : readAgain(reach, List.of(group));
  }

  /**
   * Reads the caller's reach to a document, archived or not, with its item and its folder. If the
   * document is not available, its declaration is at {@link TableKeys#declaration}. A document that
   * is not open to the caller is read again just like one that does not exist, so that both take
   * equally long. Whoever declared a document that answers an item reaches it through the item,
   * which is then read too.
   */
  public Reach reach(Caller caller, DocumentPath path, Collection<Key> more) {
    Key declared = TableKeys.declaration(path);
    List<Key> first = new ArrayList<>(more);
    first.add(TableKeys.sharePolicy(path.client().firm()));
    Reach reach = reach(caller, path.folder(), TableKeys.documentKeys(path), first);
    if (reach.sees(declared)) {
      return reach;
    }
    List<Key> keys = new ArrayList<>(more);
    keys.add(declared);
    return readAgain(reach, keys).withAnswered(declared, table);
  }

  /**
   * Reads the item of the path and others again, as one snapshot, unless they were read so already.
   * This is for an item that was found at none of its keys: it may have moved from one to another
   * meanwhile. For a caller who does not belong to the firm or the client, nothing is read again.
   *
   * @param keys the keys of the others, at most 97
   */
  public Reach readAgain(Reach reach, Collection<Key> keys) {
    return reach.readAgain(keys, table);
  }

  private Reach reach(Caller caller, ClientPath client, List<Key> subject, Collection<Key> more) {
    return reach(caller, client.firm(), Optional.of(client), Optional.empty(), subject, more);
  }

  private Reach reach(Caller caller, FolderPath folder, List<Key> subject, Collection<Key> more) {
    ClientPath client = folder.client();
    return reach(caller, client.firm(), Optional.of(client), Optional.of(folder), subject, more);
  }

  private Reach reach(
      Caller caller,
      FirmId firm,
      Optional<ClientPath> client,
      Optional<FolderPath> folder,
      List<Key> subject,
      Collection<Key> more) {
    PersonId person = caller.person();
    List<Key> keys = new ArrayList<>(more);
    keys.add(caller.sessionKey());
    keys.addAll(Affiliations.keys(firm, client, person));
    keys.addAll(subject);
    folder.map(TableKeys::folder).ifPresent(keys::add);
    Items items = table.read(keys);
    caller.requireSession(items);
    Affiliation affiliation = Affiliations.of(firm, client, person, items);
    Instant now = clock.instant();
    affiliation
        .staff()
        .ifPresent(
            member -> caller.requireStaffSession(Map.of(firm, member.role()), items, table, now));
    return new Reach(
        person,
        affiliation,
        items,
        subject,
        folder.flatMap(path -> items.at(TableKeys.folder(path)).map(Folder::fromItem)),
        keys.contains(TableKeys.sharePolicy(firm))
            ? Optional.of(FirmSharePolicy.of(firm, items).policy())
            : Optional.empty(),
        now);
  }
}
