package clientportal.access.keys;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.LogoVersion;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.ids.StaffId;
import clientportal.platform.Hashes;
import clientportal.platform.Timestamps;
import clientportal.platform.table.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds every key of the table, and reads the ids back from the keys that carry them. A {@code #}
 * separates the parts of a key: ids, hashes and slugs contain none. Lists by name read the index
 * {@code Names}, the activity log of a client reads {@code Activity}, due work reads {@code Due};
 * the table is never scanned. The keys of requests are built by {@link RequestKeys}.
 *
 * <pre>
 * access pattern                            partition                        sort key
 * the firm, its staff, clients, sites       FIRM#f                           FIRM, STAFF#s, CLIENT#c, SITE#slug
 * document types and share policy           FIRM#f                           DOCUMENT-TYPES, SHARE-POLICY
 * the policies that were set                FIRM#f#SHARE-POLICIES            revision
 * the account of a staff member             FIRM#f                           ACCOUNT#s
 * the active administrators                 FIRM#f#ADMINISTRATORS            STAFF#s
 * the owners of an address in a firm        FIRM#f#EMAIL#hash                STAFF, CLIENT#c, CONTACT#c#k, MEMBER, REGISTRATION
 * registrations, pending and resolved       FIRM#f#REGISTRATIONS             PENDING#r, RESOLVED#r
 * what a staff member is responsible for    FIRM#f#STAFF#s                   CLIENT#c
 * the last hand-over from a staff member    FIRM#f                           HANDOVER#s
 * what a person is in a firm                FIRM#f#PERSON#p                  AFFILIATION
 * the portals of a client, with members     FIRM#f#CLIENT#c                  PORTALS
 * portals, their members, their accounts    FIRM#f                           PORTAL#x, MEMBER#m, ACCOUNT#m
 * the name of a portal, a member's portals  FIRM#f#PORTALNAME#hash, FIRM#f#MEMBER#m  PORTAL, PORTAL#x
 * a client's contacts, accounts, links      FIRM#f#CLIENT#c                  CONTACT#k, ACCOUNT#client, ACCOUNT#k, LINK#p
 * a client's folders and notes              FIRM#f#CLIENT#c                  FOLDER#d, NOTE#n
 * a firm's group notes                      FIRM#f                           GROUPNOTE#g
 * the texts of a note, of a group note      FIRM#f#CLIENT#c#NOTE#n, FIRM#f#GROUPNOTE#g  TEXT#newest, TEXT#version, EXCERPT
 * the participants of a group note          FIRM#f#GROUPNOTE#g               CLIENT#ending#c
 * a firm's checklists, the items of one     FIRM#f, FIRM#f#CHECKLIST#h       CHECKLIST#h, ITEMS
 * a client's engagements, the items of one  FIRM#f#CLIENT#c, FIRM#f#CLIENT#c#ENGAGEMENT#e  ENGAGEMENT#e, ITEM#i
 * the files of an item                      FIRM#f#CLIENT#c#ENGAGEMENT#e     FILE#i#document
 * what is asked of a recipient; if settled  FIRM#f#ASSIGNED#{c,k,m}, …#SETTLED  REQUEST#c#e
 * … when they were reminded last            FIRM#f#ASSIGNED#{c,k,m}            REMINDED
 * how an engagement is reminded of          FIRM#f#CLIENT#c#ENGAGEMENT#e     REMINDERS
 * documents of a folder                     FIRM#f#CLIENT#c#FOLDER#d         DOC#id, ARCHIVED#id, UPLOAD#id#v, PARTS#id#v, VERSION#id#v
 * … opened by staff; bytes to delete        FIRM#f#CLIENT#c#FOLDER#d         OPENED#id, DISCARDED#id#v
 * items shared with a recipient, newest     FIRM#f#CLIENT#c#FEED#{client,all,published,k,member:m}  grant id
 * … those that are archived                 FIRM#f#CLIENT#c#FEED#{client,all,published,k,member:m}#ARCHIVED  grant id
 * events                                    FIRM#f#EVENTS, FIRM#f#CLIENT#c#EVENTS, TOKEN#hash#EVENTS, EMAIL#hash#EVENTS  event id
 * events that an addressee was notified of  FIRM#f#TOLD#{c,k,m,s}, EMAIL#hash#TOLD  event id; digest id#event id; CALL#report
 * the digests of an addressee               FIRM#f#DIGEST#{c,k,m,s}            digest id
 * … those sent last, for a limit of a day   FIRM#f#DIGEST#{c,k,m}#RECENT         RECENT
 * a person across firms                     PERSON#p                         PERSON, STAFF#f, CLIENT#f#c, MEMBER#f, SITE#f, IDEM#hash, RECOVERY, CHANGE#claim
 * pending uploads of a person, of a client  PERSON#p, FIRM#f#CLIENT#c        PENDING#document#v
 * the number of a client's folders          FIRM#f#CLIENT#c                  FOLDERS
 * a person's notices                        PERSON#p#INBOX                   event id
 * items that are found without a firm       SITE#slug, EMAIL#hash, TOKEN#hash, OPERATOR#p  fixed
 * the tokens that were mailed to an address EMAIL#hash                       SENT#f, SENT#RESET
 * the logos that a site shows, or has shown  SITE#slug                        LOGO#v
 * limits of public requests                 LIMIT#{MAIL,CALLS,INVITED,SITE}#…    LIMIT
 * Names: sites of a firm, newest            FIRM#f#SITES                     createdAt, slug
 * Names: clients, staff, contacts, folders  FIRM#f#CLIENTS, FIRM#f#STAFF, FIRM#f#CLIENT#c#CONTACTS, FIRM#f#CLIENT#c#FOLDERS#{live,archived}  name, id
 * Names: portals, members of portals        FIRM#f#PORTALS#{live,archived}, FIRM#f#MEMBERS  name, id
 * Names: notes of a client, newest          FIRM#f#CLIENT#c#NOTES#{live,archived}  createdAt#id
 * Names: group notes of a firm, newest      FIRM#f#GROUPNOTES#{live,archived}  createdAt#id
 * Names: checklists of a firm               FIRM#f#CHECKLISTS#{live,archived}  name, id
 * Names: engagements of a firm, by due date  FIRM#f#ENGAGEMENTS#{open,completed,cancelled}  dueOn, id
 * Names: folders shared with a recipient    FIRM#f#CLIENT#c#FEED#{client,all,published,k,member:m}#FOLDERS, …#ARCHIVED#FOLDERS  name, id
 * Names: a person's uploads                 FIRM#f#CLIENT#c#FOLDER#d#UPLOADS#p  document id, version
 * Activity: documents, notes, group notes   FIRM#f#CLIENT#c#ACTIVITY         time#id
 * Due: due work                             DIGEST#shard, UPLOAD#shard, REMINDER#shard  dueAt
 * </pre>
 */
public final class TableKeys {
  // The prefixes of sort keys by which partitions are queried.
  public static final String CONTACT_PREFIX = "CONTACT#";
  public static final String PENDING_PREFIX = "PENDING#";
  public static final String SITE_PREFIX = "SITE#";
  private static final String NOTE_PREFIX = "NOTE#";
  private static final String GROUP_NOTE_PREFIX = "GROUPNOTE#";

  /** The prefix of the sort keys of the participants of a group note. */
  public static final String PARTICIPANT_PREFIX = "CLIENT#";

  /** The prefix of the sort keys of the texts of a note, of which the newest is the last. */
  public static final String NOTE_TEXT_PREFIX = "TEXT#";

  private static final String RESOLVED_PREFIX = "RESOLVED#";
  public static final String ARCHIVED_PREFIX = "ARCHIVED#";
  public static final String UPLOAD_PREFIX = "UPLOAD#";
  public static final String PERSON_STAFF_PREFIX = "STAFF#";
  public static final String PERSON_CLIENT_PREFIX = "CLIENT#";

  /** The prefix of the sort keys of what counts as a person's or a client's pending uploads. */
  public static final String PENDING_UPLOAD_PREFIX = "PENDING#";

  /** The prefix of the sort keys of available documents that are not archived. */
  public static final String DOCUMENT_PREFIX = "DOC#";

  /** The number of the version with which a document begins. */
  public static final int FIRST_VERSION = 1;

  private TableKeys() {}

  static String of(FirmId firm) {
    return "FIRM#" + firm;
  }

  static ClientPath clientIn(String partition) {
    String[] ids = partition.split("#", -1);
    return new ClientPath(new FirmId(ids[1]), new ClientId(ids[3]));
  }

  static String idAfter(String prefix, String text) {
    if (!text.startsWith(prefix)) {
      throw new IllegalArgumentException("not a key that begins with " + prefix);
    }
    return text.substring(prefix.length());
  }

  public static Key firm(FirmId firm) {
    return new Key(of(firm), "FIRM");
  }

  /** Returns the firm of a key in any of a firm's partitions. */
  public static FirmId firmOf(Key key) {
    return new FirmId(key.pk().split("#", -1)[1]);
  }

  public static Key documentTypes(FirmId firm) {
    return new Key(of(firm), "DOCUMENT-TYPES");
  }

  public static Key sharePolicy(FirmId firm) {
    return new Key(of(firm), "SHARE-POLICY");
  }

  /** The partition of the share policies that were set. */
  public static String sharePolicies(FirmId firm) {
    return of(firm) + "#SHARE-POLICIES";
  }

  /** A share policy that was set, by its revision; they sort as numbers. */
  public static Key sharePolicy(FirmId firm, long revision) {
    return new Key(sharePolicies(firm), "%010d".formatted(revision));
  }

  public static Key staff(FirmId firm, StaffId staff) {
    return new Key(of(firm), "STAFF#" + staff);
  }

  public static StaffId staffOf(Key staff) {
    return new StaffId(idAfter("STAFF#", staff.sk()));
  }

  /** The partition of all that a staff member is responsible for. */
  public static String responsibilities(FirmId firm, StaffId staff) {
    return of(firm) + "#STAFF#" + staff;
  }

  /** Says that a staff member is in the team of a client. */
  public static Key teamMember(ClientPath client, StaffId staff) {
    return new Key(responsibilities(client.firm(), staff), "CLIENT#" + client.client());
  }

  public static ClientPath clientOfTeamMember(Key teamMember) {
    return new ClientPath(firmOf(teamMember), new ClientId(idAfter("CLIENT#", teamMember.sk())));
  }

  /** The last hand-over from a staff member to another one. */
  public static Key handOver(FirmId firm, StaffId from) {
    return new Key(of(firm), "HANDOVER#" + from);
  }

  public static StaffId handedOverBy(Key handOver) {
    return new StaffId(idAfter("HANDOVER#", handOver.sk()));
  }

  /** The partition of a firm's active administrators. */
  public static String administrators(FirmId firm) {
    return of(firm) + "#ADMINISTRATORS";
  }

  public static Key administrator(FirmId firm, StaffId staff) {
    return new Key(administrators(firm), "STAFF#" + staff);
  }

  public static Key client(ClientPath client) {
    return new Key(of(client.firm()), "CLIENT#" + client.client());
  }

  public static ClientPath clientOf(Key client) {
    return clientIn(client.pk() + "#" + client.sk());
  }

  /** The site as the firm lists it. */
  public static Key firmSite(FirmId firm, String slug) {
    return new Key(of(firm), SITE_PREFIX + slug);
  }

  public static String slugOf(Key firmSite) {
    return idAfter(SITE_PREFIX, firmSite.sk());
  }

  /** The partition of a firm's sites, among others; {@link #SITE_PREFIX} finds them. */
  public static String sites(FirmId firm) {
    return of(firm);
  }

  /** The site as its web address finds it. */
  public static Key site(String slug) {
    return new Key("SITE#" + slug, "SITE");
  }

  /** A logo that the site shows, or has shown. */
  public static Key logo(LogoPath logo) {
    return new Key("SITE#" + logo.slug(), "LOGO#" + logo.version());
  }

  public static LogoPath logoOf(Key logo) {
    return new LogoPath(idAfter("SITE#", logo.pk()), new LogoVersion(idAfter("LOGO#", logo.sk())));
  }

  public static Key staffEmail(FirmId firm, EmailAddress email) {
    return new Key(address(firm, email), "STAFF");
  }

  public static Key clientEmail(ClientPath client, EmailAddress email) {
    return new Key(address(client.firm(), email), "CLIENT#" + client.client());
  }

  public static Key contactEmail(ClientPath client, ContactId contact, EmailAddress email) {
    return new Key(address(client.firm(), email), "CONTACT#" + client.client() + "#" + contact);
  }

  /** The partition of the owners of an address in a firm. */
  public static String address(FirmId firm, EmailAddress email) {
    return of(firm) + "#EMAIL#" + email.hash();
  }

  /** The pending registration of an address. */
  public static Key registrationEmail(FirmId firm, EmailAddress email) {
    return new Key(address(firm, email), "REGISTRATION");
  }

  public static String registrations(FirmId firm) {
    return of(firm) + "#REGISTRATIONS";
  }

  public static Key pendingRegistration(FirmId firm, RegistrationId registration) {
    return new Key(registrations(firm), PENDING_PREFIX + registration);
  }

  public static Key resolvedRegistration(FirmId firm, RegistrationId registration) {
    return new Key(registrations(firm), RESOLVED_PREFIX + registration);
  }

  public static RegistrationId registrationOf(Key registration) {
    String sort = registration.sk();
    return new RegistrationId(
        idAfter(sort.startsWith(PENDING_PREFIX) ? PENDING_PREFIX : RESOLVED_PREFIX, sort));
  }

  /** What a person is in a firm: among its staff, and among the members of its portals. */
  public static Key affiliation(FirmId firm, PersonId person) {
    return new Key(of(firm) + "#" + personPartition(person), "AFFILIATION");
  }

  /** The partition of a client's people and folders. */
  public static String people(ClientPath client) {
    return of(client.firm()) + "#CLIENT#" + client.client();
  }

  public static Key contact(ClientPath client, ContactId contact) {
    return new Key(people(client), CONTACT_PREFIX + contact);
  }

  public static ContactPath contactOf(Key contact) {
    return new ContactPath(
        clientIn(contact.pk()), new ContactId(idAfter(CONTACT_PREFIX, contact.sk())));
  }

  public static Key account(Holder holder) {
    return switch (holder) {
      case Holder.Staff(FirmId firm, StaffId staff) -> new Key(of(firm), "ACCOUNT#" + staff);
      case Holder.Member(FirmId firm, MemberId member) -> new Key(of(firm), "ACCOUNT#" + member);
      case Holder.Party(ClientPath client, Recipient.OfClient party) ->
          new Key(people(client), "ACCOUNT#" + party.text());
    };
  }

  /** The item of the account's holder; it carries a copy of the account's status. */
  public static Key holder(Holder holder) {
    return switch (holder) {
      case Holder.Staff(FirmId firm, StaffId staff) -> staff(firm, staff);
      case Holder.Member(FirmId firm, MemberId member) -> PortalKeys.member(firm, member);
      case Holder.Party(ClientPath client, Recipient.Contact(ContactId contact)) ->
          contact(client, contact);
      case Holder.Party(ClientPath client, Recipient.Client _) -> client(client);
    };
  }

  public static Key link(ClientPath client, PersonId person) {
    return new Key(people(client), "LINK#" + person);
  }

  public static Key folder(FolderPath folder) {
    return new Key(people(folder.client()), "FOLDER#" + folder.folder());
  }

  public static FolderPath folderOf(Key folder) {
    return new FolderPath(clientIn(folder.pk()), new FolderId(idAfter("FOLDER#", folder.sk())));
  }

  public static Key note(NotePath note) {
    return new Key(people(note.client()), NOTE_PREFIX + note.note());
  }

  public static NotePath noteOf(Key note) {
    return new NotePath(clientIn(note.pk()), new NoteId(idAfter(NOTE_PREFIX, note.sk())));
  }

  public static boolean isNote(Key key) {
    return key.sk().startsWith(NOTE_PREFIX);
  }

  public static Key groupNote(GroupNotePath note) {
    return new Key(of(note.firm()), GROUP_NOTE_PREFIX + note.note());
  }

  public static GroupNotePath groupNoteOf(Key note) {
    return new GroupNotePath(firmOf(note), new NoteId(idAfter(GROUP_NOTE_PREFIX, note.sk())));
  }

  public static boolean isGroupNote(Key key) {
    return key.sk().startsWith(GROUP_NOTE_PREFIX);
  }

  /**
   * A client as a participant of a group note. The end of the id, which is random, comes first: so
   * the participants fall evenly into {@link ParticipantRange}s.
   */
  public static Key participant(ParticipantPath path) {
    String client = path.client().client().value();
    return new Key(
        noteTexts(path.group()),
        PARTICIPANT_PREFIX + ParticipantRange.ending(client) + "#" + client);
  }

  public static ParticipantPath participantOf(Key participant) {
    GroupNotePath group = groupIn(participant.pk());
    String client = participant.sk().split("#", -1)[2];
    return new ParticipantPath(new ClientPath(group.firm(), new ClientId(client)), group.note());
  }

  public static boolean isParticipant(Key key) {
    return isOfGroupNote(key.pk()) && key.sk().startsWith(PARTICIPANT_PREFIX);
  }

  private static boolean isOfGroupNote(String partition) {
    return partition.contains("#" + GROUP_NOTE_PREFIX);
  }

  private static GroupNotePath groupIn(String partition) {
    String[] ids = partition.split("#", -1);
    return new GroupNotePath(new FirmId(ids[1]), new NoteId(ids[3]));
  }

  /** The partition of the newest text of a note and of those before it. */
  public static String noteTexts(TextPath path) {
    return switch (path) {
      case NotePath note -> people(note.client()) + "#" + NOTE_PREFIX + note.note();
      case GroupNotePath group -> of(group.firm()) + "#" + GROUP_NOTE_PREFIX + group.note();
    };
  }

  /** Returns the note or group note of any item in the partition of its texts. */
  public static TextPath noteOfText(Key key) {
    return isOfGroupNote(key.pk())
        ? groupIn(key.pk())
        : new NotePath(clientIn(key.pk()), new NoteId(key.pk().split("#", -1)[5]));
  }

  /** The newest text of a note. */
  public static Key noteText(TextPath path) {
    return new Key(noteTexts(path), NOTE_TEXT_PREFIX + "newest");
  }

  /** A text of a note that was replaced by a newer one. */
  public static Key earlierNoteText(TextPath path, int version) {
    return new Key(noteTexts(path), NOTE_TEXT_PREFIX + "%06d".formatted(version));
  }

  /** The beginning of the newest text of a note, for lists. */
  public static Key noteExcerpt(TextPath path) {
    return new Key(noteTexts(path), "EXCERPT");
  }

  public static String documents(FolderPath folder) {
    return people(folder.client()) + "#FOLDER#" + folder.folder();
  }

  /** Returns the document of any item in the partition of a folder. */
  public static DocumentPath documentOf(Key key) {
    String folder = key.pk().split("#", -1)[5];
    return new DocumentPath(
        new FolderPath(clientIn(key.pk()), new FolderId(folder)),
        new DocumentId(key.sk().split("#", -1)[1]));
  }

  public static Key document(FolderPath folder, DocumentId document) {
    return new Key(documents(folder), DOCUMENT_PREFIX + document);
  }

  public static Key archivedDocument(FolderPath folder, DocumentId document) {
    return new Key(documents(folder), ARCHIVED_PREFIX + document);
  }

  /** Returns the two keys between which an available document moves. */
  public static List<Key> documentKeys(DocumentPath path) {
    return List.of(
        document(path.folder(), path.document()), archivedDocument(path.folder(), path.document()));
  }

  /** Tells whether a key is of an available document, archived or not. */
  public static boolean isDocument(Key key) {
    return key.sk().startsWith(DOCUMENT_PREFIX) || isArchivedDocument(key);
  }

  public static boolean isArchivedDocument(Key key) {
    return key.sk().startsWith(ARCHIVED_PREFIX);
  }

  /** A version that is not available, or not yet. */
  public static Key upload(FolderPath folder, DocumentId document, int version) {
    return new Key(documents(folder), UPLOAD_PREFIX + uploadSort(document, version));
  }

  /** The first version of a document, while it is not available. */
  public static Key declaration(DocumentPath path) {
    return upload(path.folder(), path.document(), FIRST_VERSION);
  }

  public static boolean isUpload(Key key) {
    return key.sk().startsWith(UPLOAD_PREFIX);
  }

  public static Key parts(FolderPath folder, DocumentId document, int version) {
    return new Key(documents(folder), "PARTS#" + uploadSort(document, version));
  }

  /** Bytes that nobody waits for any more, until they are deleted. */
  public static Key discarded(FolderPath folder, DocumentId document, int version) {
    return new Key(documents(folder), "DISCARDED#" + uploadSort(document, version));
  }

  /** Says that somebody of the firm has opened what a client or contact uploaded. */
  public static Key opened(FolderPath folder, DocumentId document) {
    return new Key(documents(folder), "OPENED#" + document);
  }

  /** Counts a person's upload as pending. */
  public static Key pendingUpload(PersonId person, DocumentPath document, int version) {
    return new Key(
        personPartition(person), PENDING_UPLOAD_PREFIX + uploadSort(document.document(), version));
  }

  /** Counts an upload to a client's folder as pending. */
  public static Key pendingUpload(ClientPath client, DocumentPath document, int version) {
    return new Key(
        people(client), PENDING_UPLOAD_PREFIX + uploadSort(document.document(), version));
  }

  /** Counts a client's folders. */
  public static Key folderCount(ClientPath client) {
    return new Key(people(client), "FOLDERS");
  }

  /** A version that was replaced by a newer one. */
  public static Key version(FolderPath folder, DocumentId document, int version) {
    return new Key(documents(folder), "VERSION#" + uploadSort(document, version));
  }

  /** Returns the version of an item at a key with one. */
  public static int versionOf(Key key) {
    return Integer.parseInt(key.sk().split("#", -1)[2]);
  }

  public static String versionPrefix(DocumentId document) {
    return "VERSION#" + document + "#";
  }

  /** Index {@code Names}: a person's uploads in a folder that are not available, or not yet. */
  public static String uploadsOf(FolderPath folder, PersonId person) {
    return documents(folder) + "#UPLOADS#" + person;
  }

  /** Versions sort as numbers. */
  public static String uploadSort(DocumentId document, int version) {
    return document + "#" + "%06d".formatted(version);
  }

  /** The partition of a feed: of its archived items, or of the others. */
  public static String feed(ClientPath client, FeedName name, boolean archived) {
    return people(client) + "#FEED#" + name.value() + (archived ? "#ARCHIVED" : "");
  }

  /** Rows of a feed sort by the time of the share; an item has one row in a feed. */
  public static String feedSort(Instant sharedAt, ItemPath item) {
    return Timestamps.text(sharedAt)
        + switch (item) {
          case FolderPath(var _, FolderId folder) -> "#FOLDER#" + folder;
          case DocumentPath(var _, DocumentId document) -> "#DOC#" + document;
          case NotePath(var _, NoteId note) -> "#NOTE#" + note;
          case ParticipantPath(var _, NoteId note) -> "#GROUPNOTE#" + note;
        };
  }

  public static String feedFolders(ClientPath client, FeedName name, boolean archived) {
    return feed(client, name, archived) + "#FOLDERS";
  }

  public static Key firmEvent(FirmId firm, EventId event) {
    return new Key(of(firm) + "#EVENTS", event.value());
  }

  public static Key clientEvent(ClientPath client, EventId event) {
    return new Key(people(client) + "#EVENTS", event.value());
  }

  /** An event of a token; its owner is known only after a look-up. */
  public static Key tokenEvent(String tokenHash, EventId event) {
    return new Key("TOKEN#" + tokenHash + "#EVENTS", event.value());
  }

  /** An event of an address; its owner is known only after a look-up. */
  public static Key addressEvent(EmailAddress email, EventId event) {
    return new Key("EMAIL#" + email.hash() + "#EVENTS", event.value());
  }

  public static Key notified(EmailAddress email, EventId event) {
    return new Key("EMAIL#" + email.hash() + "#TOLD", event.value());
  }

  /** Whether the mail about a call to the user pool, which CloudTrail reported, was sent. */
  public static Key notifiedOfCall(EmailAddress email, String report) {
    return new Key("EMAIL#" + email.hash() + "#TOLD", "CALL#" + report);
  }

  /** The partition of the events that an addressee was notified of. */
  public static String notified(Holder addressee) {
    return of(addressee.firm()) + "#TOLD#" + id(addressee);
  }

  public static Key notified(Holder addressee, EventId event) {
    return new Key(notified(addressee), event.value());
  }

  public static Key notifiedIn(Holder addressee, Key digest, EventId event) {
    return new Key(notified(addressee), notifiedPrefix(digest) + event);
  }

  public static String notifiedPrefix(Key digest) {
    return digest.sk() + "#";
  }

  public static String digests(Holder addressee) {
    return of(addressee.firm()) + "#DIGEST#" + id(addressee);
  }

  /** The digest of an addressee with a number, from 1; digests sort by number. */
  public static Key digest(Holder addressee, long number) {
    return new Key(digests(addressee), "%010d".formatted(number));
  }

  /** The digests that were sent to an addressee last, where the firm has a limit. */
  public static Key recentDigests(Holder addressee) {
    return new Key(digests(addressee) + "#RECENT", "RECENT");
  }

  public static long digestNumberOf(Key digest) {
    return Long.parseLong(digest.sk());
  }

  /** The id of the client, contact, member or staff member. */
  static String id(Holder addressee) {
    return switch (addressee) {
      case Holder.Staff(FirmId _, StaffId staff) -> staff.value();
      case Holder.Member(FirmId _, MemberId member) -> member.value();
      case Holder.Party(ClientPath _, Recipient.Contact(ContactId contact)) -> contact.value();
      case Holder.Party(ClientPath client, Recipient.Client _) -> client.client().value();
    };
  }

  public static Key person(PersonId person) {
    return new Key(personPartition(person), "PERSON");
  }

  public static Key recoveryCodes(PersonId person) {
    return new Key(personPartition(person), "RECOVERY");
  }

  /** A change of a person's sign-in, by which its calls to the user pool are known as its own. */
  public static Key signInChange(PersonId person, String claim) {
    return new Key(personPartition(person), "CHANGE#" + claim);
  }

  public static String personPartition(PersonId person) {
    return "PERSON#" + person;
  }

  public static Key personStaff(PersonId person, FirmId firm) {
    return new Key(personPartition(person), PERSON_STAFF_PREFIX + firm);
  }

  public static FirmId firmOfPerson(Key personStaff) {
    return new FirmId(idAfter(PERSON_STAFF_PREFIX, personStaff.sk()));
  }

  public static Key personClient(PersonId person, ClientPath client) {
    return new Key(
        personPartition(person), PERSON_CLIENT_PREFIX + client.firm() + "#" + client.client());
  }

  public static ClientPath clientOfPerson(Key personClient) {
    String[] ids = idAfter(PERSON_CLIENT_PREFIX, personClient.sk()).split("#", -1);
    return new ClientPath(new FirmId(ids[0]), new ClientId(ids[1]));
  }

  /** The site through which a person registered with a firm. */
  public static Key personSite(PersonId person, FirmId firm) {
    return new Key(personPartition(person), "SITE#" + firm);
  }

  public static Key idempotency(PersonId person, String hash) {
    return new Key(personPartition(person), "IDEM#" + hash);
  }

  public static String inbox(PersonId person) {
    return personPartition(person) + "#INBOX";
  }

  public static Key notice(PersonId person, EventId event) {
    return new Key(inbox(person), event.value());
  }

  /** The person with an address, across firms. */
  public static Key email(EmailAddress email) {
    return new Key("EMAIL#" + email.hash(), "EMAIL");
  }

  /** The tokens that were mailed to an address to register with a firm. */
  public static Key sentToRegister(EmailAddress email, FirmId firm) {
    return new Key("EMAIL#" + email.hash(), "SENT#" + firm);
  }

  /** The tokens that were mailed to an address to reset its password. */
  public static Key sentToReset(EmailAddress email) {
    return new Key("EMAIL#" + email.hash(), "SENT#RESET");
  }

  /** Counts the mails to the mailbox of an address that strangers caused. */
  public static Key mailLimit(EmailAddress email) {
    return limit("MAIL#" + email.mailboxHash());
  }

  /** Counts the registrations and password resets that were requested from a network. */
  public static Key callLimit(String network) {
    return limit("CALLS#" + Hashes.sha256(network));
  }

  /** Counts the invitations that were presented from a network. */
  public static Key invitationLimit(String network) {
    return limit("INVITED#" + Hashes.sha256(network));
  }

  /** Counts the registrations that were requested through a site from a block of networks. */
  public static Key siteLimit(String slug, String block) {
    return limit("SITE#" + slug + "#" + Hashes.sha256(block));
  }

  /** Counts the mails to addresses that were registered through a site and are new to its firm. */
  public static Key newAddressLimit(String slug) {
    return limit("SITE#" + slug);
  }

  private static Key limit(String what) {
    return new Key("LIMIT#" + what, "LIMIT");
  }

  public static Key token(String hash) {
    return new Key("TOKEN#" + hash, "TOKEN");
  }

  public static String tokenHashOf(Key token) {
    return idAfter("TOKEN#", token.pk());
  }

  public static Key operator(PersonId person) {
    return new Key("OPERATOR#" + person, "OPERATOR");
  }

  // Index Names.

  public static String clientNames(FirmId firm) {
    return of(firm) + "#CLIENTS";
  }

  public static String staffNames(FirmId firm) {
    return of(firm) + "#STAFF";
  }

  public static String siteNames(FirmId firm) {
    return of(firm) + "#SITES";
  }

  public static String contactNames(ClientPath client) {
    return people(client) + "#CONTACTS";
  }

  public static String folderNames(ClientPath client, boolean archived) {
    return people(client) + "#FOLDERS#" + (archived ? "archived" : "live");
  }

  /** The notes of a client, in the archive or not. */
  public static String notes(ClientPath client, boolean archived) {
    return people(client) + "#NOTES#" + (archived ? "archived" : "live");
  }

  /** The group notes of a firm, in the archive or not. */
  public static String groupNotes(FirmId firm, boolean archived) {
    return of(firm) + "#GROUPNOTES#" + (archived ? "archived" : "live");
  }

  /** Returns the sort key of what is listed by time, in an index. */
  public static String timeSort(Instant at, String id) {
    return Timestamps.text(at) + Names.SEPARATOR + id;
  }

  /** Index {@code Activity}: the documents, notes and group notes of a client. */
  public static String activity(ClientPath client) {
    return people(client) + "#ACTIVITY";
  }

  /** Returns the sort key of a name in the index {@code Names}. */
  public static String nameSort(String name, String id) {
    return Names.normalised(name) + Names.SEPARATOR + id;
  }

  /** Returns the prefix of the sort keys of names, in the index {@code Names}. */
  public static String namePrefix(String beginning) {
    return Names.normalised(beginning);
  }

  // Index Due; due work is spread over shards.
  private static final int SHARDS = 10;
  public static final List<String> DIGEST_SHARDS = shards("DIGEST#");

  /** Index {@code Due}: the shards of uploads that may never have arrived, and of their bytes. */
  public static final List<String> UPLOAD_SHARDS = shards("UPLOAD#");

  /** Index {@code Due}: the shards of reminders. */
  public static final List<String> REMINDER_SHARDS = shards("REMINDER#");

  private static List<String> shards(String prefix) {
    List<String> shards = new ArrayList<>();
    for (int shard = 0; shard < SHARDS; shard++) {
      shards.add(prefix + shard);
    }
    return List.copyOf(shards);
  }

  /** Returns the shard of an id or partition, by its hash. */
  public static String shard(List<String> shards, Object id) {
    return shards.get(Math.floorMod(id.hashCode(), shards.size()));
  }
}
