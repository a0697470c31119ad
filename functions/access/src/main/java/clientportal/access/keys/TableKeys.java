package clientportal.access.keys;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.ids.StaffId;
import clientportal.platform.Hashes;
import clientportal.platform.Timestamps;
import clientportal.platform.table.Key;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Every key of the table, and so every way to reach an item. Keys hold ids and hashes; in none of
 * them can a {@code #} occur. Lists by name read the index {@code Names}, work that is due the
 * index {@code Due}; nothing is ever scanned.
 *
 * <pre>
 * who asks for what                         partition                        sort key
 * the firm, its staff, clients, sites       FIRM#f                           FIRM, STAFF#s, CLIENT#c, SITE#slug
 * the account of a staff member             FIRM#f                           ACCOUNT#s
 * who of the firm has an address            FIRM#f#EMAIL#hash                STAFF, CLIENT#c, CONTACT#c#k, REGISTRATION
 * who registered and waits for staff        FIRM#f#REGISTRATIONS             PENDING#r, RESOLVED#r
 * a person among the firm's staff           FIRM#f#PERSON#p                  STAFF
 * a client's contacts, accounts, people     FIRM#f#CLIENT#c                  CONTACT#k, ACCOUNT#client, ACCOUNT#k, LINK#p
 * a client's folders                        FIRM#f#CLIENT#c                  FOLDER#d
 * documents of a folder                     FIRM#f#CLIENT#c#FOLDER#d         DOC#id, ARCHIVED#id, UPLOAD#id#v, PARTS#id#v, VERSION#id#v
 * what is shared with a reader, newest      FIRM#f#CLIENT#c#FEED#{client,all,k}  grant id
 * … of what is archived                     FIRM#f#CLIENT#c#FEED#{client,all,k}#ARCHIVED  grant id
 * what happened                             FIRM#f#EVENTS, FIRM#f#CLIENT#c#EVENTS, TOKEN#hash#EVENTS, EMAIL#hash#EVENTS  event id
 * who was told of what                      FIRM#f#TOLD#{c,k,s}, EMAIL#hash#TOLD  event id; digest id#event id
 * the mails of an addressee                 FIRM#f#DIGEST#{c,k,s}            digest id
 * a person across firms                     PERSON#p                         PERSON, STAFF#f, CLIENT#f#c, SITE#f, IDEM#hash
 * a person's notices                        PERSON#p#INBOX                   event id
 * what is known before a firm is            SITE#slug, EMAIL#hash, TOKEN#hash, OPERATOR#p  fixed
 * Names: sites of a firm, newest            FIRM#f#SITES                     createdAt, slug
 * what was mailed to prove an address       EMAIL#hash                       SENT#f, SENT#RESET
 * how much the public asked for             LIMIT#{MAIL,IP,SITE}#…           LIMIT
 * Names: clients, staff, contacts, folders  FIRM#f#CLIENTS, FIRM#f#STAFF, FIRM#f#CLIENT#c#CONTACTS, FIRM#f#CLIENT#c#FOLDERS#{live,archived}  name, id
 * Names: folders open to a reader           FIRM#f#CLIENT#c#FEED#{client,all,k}#FOLDERS, …#ARCHIVED#FOLDERS  name, id
 * Names: a person's uploads                 FIRM#f#CLIENT#c#FOLDER#d#UPLOADS#p  document id, version
 * Due: work that is due                     DIGEST#shard, UPLOAD#shard       dueAt
 * </pre>
 */
public final class TableKeys {
  /** Stands between a name and an id in the index {@code Names}; no name holds it. */
  private static final char SEPARATOR = '\u0001';

  /** Ends ranges of names, so that none may hold it. */
  private static final String LAST = "\uDBFF\uDFFF";

  private static final String LAST_BUT_ONE = "\uDBFF\uDFFE";

  /** A sort key has at most 1,024 bytes: this many characters of a name fit in any script. */
  private static final int LONGEST_NAME = 240;

  private TableKeys() {}

  private static String of(FirmId firm) {
    return "FIRM#" + firm;
  }

  private static String of(ClientPath client) {
    return of(client.firm()) + "#CLIENT#" + client.client();
  }

  private static String of(FolderPath folder) {
    return of(folder.client()) + "#FOLDER#" + folder.folder();
  }

  private static String of(PersonId person) {
    return "PERSON#" + person;
  }

  public static Key firm(FirmId firm) {
    return new Key(of(firm), "FIRM");
  }

  public static Key staff(FirmId firm, StaffId staff) {
    return new Key(of(firm), STAFF_PREFIX + staff);
  }

  /** How the sort keys of a firm's staff begin. */
  public static final String STAFF_PREFIX = "STAFF#";

  /** How the sort keys of a firm's clients begin. */
  public static final String CLIENT_PREFIX = "CLIENT#";

  /** How the sort keys of a firm's sites begin. */
  public static final String SITE_PREFIX = "SITE#";

  public static Key client(ClientPath client) {
    return new Key(of(client.firm()), CLIENT_PREFIX + client.client());
  }

  /** The site as the firm lists it. */
  public static Key firmSite(FirmId firm, String slug) {
    return new Key(of(firm), SITE_PREFIX + slug);
  }

  /** The site as its web address finds it. */
  public static Key site(String slug) {
    return new Key("SITE#" + slug, "SITE");
  }

  public static Key staffEmail(FirmId firm, EmailAddress email) {
    return new Key(email(firm, email), "STAFF");
  }

  public static Key clientEmail(ClientPath client, EmailAddress email) {
    return new Key(email(client.firm(), email), "CLIENT#" + client.client());
  }

  public static Key contactEmail(ClientPath client, ContactId contact, EmailAddress email) {
    return new Key(email(client.firm(), email), "CONTACT#" + client.client() + "#" + contact);
  }

  private static String email(FirmId firm, EmailAddress email) {
    return of(firm) + "#EMAIL#" + email.hash();
  }

  /** The partition of those of a firm who have an address. */
  public static String address(FirmId firm, EmailAddress email) {
    return email(firm, email);
  }

  /** How the sort keys of the clients begin who have an address. */
  public static final String ADDRESS_OF_CLIENT = "CLIENT#";

  /** How the sort keys of the contacts begin who have an address. */
  public static final String ADDRESS_OF_CONTACT = "CONTACT#";

  /** Names the registration with an address that waits for staff. */
  public static Key registrationEmail(FirmId firm, EmailAddress email) {
    return new Key(email(firm, email), "REGISTRATION");
  }

  /** The partition of a firm's registrations. */
  public static String registrations(FirmId firm) {
    return of(firm) + "#REGISTRATIONS";
  }

  /** How the sort keys of registrations begin that wait for staff. */
  public static final String PENDING_PREFIX = "PENDING#";

  /** A registration that waits for staff. */
  public static Key pendingRegistration(FirmId firm, RegistrationId registration) {
    return new Key(registrations(firm), PENDING_PREFIX + registration);
  }

  /** A registration that staff have resolved. */
  public static Key resolvedRegistration(FirmId firm, RegistrationId registration) {
    return new Key(registrations(firm), "RESOLVED#" + registration);
  }

  public static Key membership(FirmId firm, PersonId person) {
    return new Key(of(firm) + "#" + of(person), "STAFF");
  }

  /** The partition of a client's people and folders. */
  public static String people(ClientPath client) {
    return of(client);
  }

  /** How the sort keys of a client's contacts begin. */
  public static final String CONTACT_PREFIX = "CONTACT#";

  public static Key contact(ClientPath client, ContactId contact) {
    return new Key(of(client), CONTACT_PREFIX + contact);
  }

  public static Key account(Holder holder) {
    return switch (holder) {
      case Holder.Staff(FirmId firm, StaffId staff) -> new Key(of(firm), "ACCOUNT#" + staff);
      case Holder.Party(ClientPath client, Recipient.Party party) ->
          new Key(of(client), "ACCOUNT#" + party.text());
    };
  }

  /** The item of who has the account; it carries a copy of the account's status. */
  public static Key holder(Holder holder) {
    return switch (holder) {
      case Holder.Staff(FirmId firm, StaffId staff) -> staff(firm, staff);
      case Holder.Party(ClientPath client, Recipient.Contact(ContactId contact)) ->
          contact(client, contact);
      case Holder.Party(ClientPath client, Recipient.Client _) -> client(client);
    };
  }

  public static Key link(ClientPath client, PersonId person) {
    return new Key(of(client), "LINK#" + person);
  }

  public static Key folder(FolderPath folder) {
    return new Key(of(folder.client()), "FOLDER#" + folder.folder());
  }

  /** The partition of a folder's documents. */
  public static String documents(FolderPath folder) {
    return of(folder);
  }

  /** Returns the folder in whose partition an item of a document stands. */
  public static FolderPath folderOf(Key document) {
    String[] ids = document.pk().split("#", -1);
    return new FolderPath(
        new ClientPath(new FirmId(ids[1]), new ClientId(ids[3])), new FolderId(ids[5]));
  }

  /** How the sort keys of available documents begin. */
  public static final String DOCUMENT_PREFIX = "DOC#";

  /** How the sort keys of archived documents begin. */
  public static final String ARCHIVED_PREFIX = "ARCHIVED#";

  public static Key document(FolderPath folder, DocumentId document) {
    return new Key(of(folder), DOCUMENT_PREFIX + document);
  }

  public static Key archivedDocument(FolderPath folder, DocumentId document) {
    return new Key(of(folder), ARCHIVED_PREFIX + document);
  }

  /** How the sort keys of versions begin that are not available, or not yet. */
  public static final String UPLOAD_PREFIX = "UPLOAD#";

  /** A version that is not available, or not yet. */
  public static Key upload(FolderPath folder, DocumentId document, int version) {
    return new Key(of(folder), UPLOAD_PREFIX + numbered(document, version));
  }

  /** What was declared of the parts of an upload. */
  public static Key parts(FolderPath folder, DocumentId document, int version) {
    return new Key(of(folder), "PARTS#" + numbered(document, version));
  }

  /** A version that a newer one has replaced. */
  public static Key version(FolderPath folder, DocumentId document, int version) {
    return new Key(of(folder), "VERSION#" + numbered(document, version));
  }

  /** How the sort keys of a document's replaced versions begin. */
  public static String versionPrefix(DocumentId document) {
    return "VERSION#" + document + "#";
  }

  /** Versions sort as numbers. */
  private static String numbered(DocumentId document, int version) {
    return document + "#" + "%06d".formatted(version);
  }

  /**
   * Index {@code Names}: what a person has declared in a folder and is not available, or not yet.
   */
  public static String uploadsOf(FolderPath folder, PersonId person) {
    return of(folder) + "#UPLOADS#" + person;
  }

  /** Returns the sort key of an upload in the index {@code Names}. */
  public static String uploadSort(DocumentId document, int version) {
    return numbered(document, version);
  }

  /** The partition of what is shared with a recipient, and archived or not. */
  public static String feed(ClientPath client, Recipient recipient, boolean archived) {
    return of(client) + "#FEED#" + feedName(recipient) + (archived ? "#ARCHIVED" : "");
  }

  private static String feedName(Recipient recipient) {
    return recipient instanceof Recipient.AllAuthorized ? "all" : recipient.text();
  }

  /** The partition of the folders that are open to a recipient, in the index {@code Names}. */
  public static String feedFolders(ClientPath client, Recipient recipient, boolean archived) {
    return feed(client, recipient, archived) + "#FOLDERS";
  }

  public static Key firmEvent(FirmId firm, EventId event) {
    return new Key(of(firm) + "#EVENTS", event.value());
  }

  public static Key clientEvent(ClientPath client, EventId event) {
    return new Key(of(client) + "#EVENTS", event.value());
  }

  /** An event of a secret that was presented: whose it is shows only when it is looked up. */
  public static Key tokenEvent(String tokenHash, EventId event) {
    return new Key("TOKEN#" + tokenHash + "#EVENTS", event.value());
  }

  /** An event of an address: whose it is shows only when it is looked up. */
  public static Key addressEvent(EmailAddress email, EventId event) {
    return new Key("EMAIL#" + email.hash() + "#EVENTS", event.value());
  }

  /** That an address was told of an event. */
  public static Key told(EmailAddress email, EventId event) {
    return new Key("EMAIL#" + email.hash() + "#TOLD", event.value());
  }

  /** The partition of what an addressee was told. */
  public static String told(Holder addressee) {
    return of(addressee.firm()) + "#TOLD#" + id(addressee);
  }

  /** That an addressee was told of an event. */
  public static Key told(Holder addressee, EventId event) {
    return new Key(told(addressee), event.value());
  }

  /** An event that a digest names. */
  public static Key toldIn(Holder addressee, Key digest, EventId event) {
    return new Key(told(addressee), toldPrefix(digest) + event);
  }

  /** How the sort keys of the events begin that a digest names, beside what was told. */
  public static String toldPrefix(Key digest) {
    return digest.sk() + "#";
  }

  /** The partition of an addressee's digests. */
  public static String digests(Holder addressee) {
    return of(addressee.firm()) + "#DIGEST#" + id(addressee);
  }

  /** The id of a client, contact or staff member: what they are told of is kept under it. */
  private static String id(Holder addressee) {
    return switch (addressee) {
      case Holder.Staff(FirmId _, StaffId staff) -> staff.value();
      case Holder.Party(ClientPath _, Recipient.Contact(ContactId contact)) -> contact.value();
      case Holder.Party(ClientPath client, Recipient.Client _) -> client.client().value();
    };
  }

  public static Key person(PersonId person) {
    return new Key(of(person), "PERSON");
  }

  /** The partition of what a person is, across firms. */
  public static String personPartition(PersonId person) {
    return of(person);
  }

  public static Key personStaff(PersonId person, FirmId firm) {
    return new Key(of(person), "STAFF#" + firm);
  }

  public static Key personClient(PersonId person, ClientPath client) {
    return new Key(of(person), "CLIENT#" + client.firm() + "#" + client.client());
  }

  /** How the sort keys of a person's firms begin, as staff. */
  public static final String PERSON_STAFF_PREFIX = "STAFF#";

  /** How the sort keys of a person's clients begin. */
  public static final String PERSON_CLIENT_PREFIX = "CLIENT#";

  /** The site through which a person registered with a firm. */
  public static Key personSite(PersonId person, FirmId firm) {
    return new Key(of(person), "SITE#" + firm);
  }

  public static Key idempotency(PersonId person, String hash) {
    return new Key(of(person), "IDEM#" + hash);
  }

  /** The partition of a person's notices. */
  public static String inbox(PersonId person) {
    return of(person) + "#INBOX";
  }

  /** The notice of an event. */
  public static Key notice(PersonId person, EventId event) {
    return new Key(inbox(person), event.value());
  }

  /** Who has an address, across firms. */
  public static Key email(EmailAddress email) {
    return new Key("EMAIL#" + email.hash(), "EMAIL");
  }

  /** What was mailed to an address to register with a firm. */
  public static Key sentToRegister(EmailAddress email, FirmId firm) {
    return new Key("EMAIL#" + email.hash(), "SENT#" + firm);
  }

  /** What was mailed to an address to reset its password. */
  public static Key sentToReset(EmailAddress email) {
    return new Key("EMAIL#" + email.hash(), "SENT#RESET");
  }

  /** How many mails an address was sent because somebody asked. */
  public static Key mailLimit(EmailAddress email) {
    return limit("MAIL#" + email.hash());
  }

  /** How many public calls came from an address of the Internet. */
  public static Key callerLimit(String sourceIp) {
    return limit("IP#" + Hashes.sha256(sourceIp));
  }

  /** How many registrations a site was asked for. */
  public static Key siteLimit(String slug) {
    return limit("SITE#" + slug);
  }

  private static Key limit(String what) {
    return new Key("LIMIT#" + what, "LIMIT");
  }

  public static Key token(String hash) {
    return new Key("TOKEN#" + hash, "TOKEN");
  }

  public static Key operator(PersonId person) {
    return new Key("OPERATOR#" + person, "OPERATOR");
  }

  /** Index {@code Names}: the firm's clients. */
  public static String clientNames(FirmId firm) {
    return of(firm) + "#CLIENTS";
  }

  /** Index {@code Names}: the firm's staff. */
  public static String staffNames(FirmId firm) {
    return of(firm) + "#STAFF";
  }

  /** Index {@code Names}: the firm's sites; they sort by {@link #siteSort}. */
  public static String siteNames(FirmId firm) {
    return of(firm) + "#SITES";
  }

  /** Sites are listed by when they were made. */
  public static String siteSort(Instant createdAt, String slug) {
    return Timestamps.text(createdAt) + SEPARATOR + slug;
  }

  /** Index {@code Names}: a client's contacts. */
  public static String contactNames(ClientPath client) {
    return of(client) + "#CONTACTS";
  }

  /** Index {@code Names}: a client's folders. */
  public static String folderNames(ClientPath client, boolean archived) {
    return of(client) + "#FOLDERS#" + (archived ? "archived" : "live");
  }

  /** Returns the sort key of a name in the index {@code Names}. */
  public static String nameSort(String name, String id) {
    return normalised(name) + SEPARATOR + id;
  }

  /** Returns how the sort keys begin, in the index {@code Names}, of names that begin so. */
  public static String namePrefix(String beginning) {
    return normalised(beginning);
  }

  /**
   * Names are compared without case, in one Unicode form. Upper case comes first: only so are
   * {@code ß} and {@code SS} the same. A lower-case sigma has a form of its own at a word's end,
   * which the beginning of a name can't know.
   */
  private static String normalised(String name) {
    String upper = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String lower = upper.toLowerCase(Locale.ROOT).replace('ς', 'σ');
    String form = Normalizer.normalize(lower, Normalizer.Form.NFC).replace(LAST, LAST_BUT_ONE);
    int end =
        form.offsetByCodePoints(0, Math.min(LONGEST_NAME, form.codePointCount(0, form.length())));
    return form.substring(0, end);
  }

  /** How many shards the work that is due is spread over. */
  private static final int SHARDS = 10;

  /** Index {@code Due}: the shards of digests. */
  public static final List<String> DIGEST_SHARDS = shards("DIGEST#");

  /** Index {@code Due}: the shards of uploads that may never have come. */
  public static final List<String> UPLOAD_SHARDS = shards("UPLOAD#");

  private static List<String> shards(String prefix) {
    return IntStream.range(0, SHARDS).mapToObj(shard -> prefix + shard).toList();
  }

  /** Returns the one of the shards that something is in, by the hash of what it is known by. */
  public static String shard(List<String> shards, Object of) {
    return shards.get(Math.floorMod(of.hashCode(), shards.size()));
  }
}
