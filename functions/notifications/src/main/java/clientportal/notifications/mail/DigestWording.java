package clientportal.notifications.mail;

import clientportal.delivery.NoticeType;
import clientportal.notifications.mail.DigestMail.Addressee;
import clientportal.notifications.mail.DigestMail.ClientNews;
import clientportal.notifications.mail.DigestMail.Line;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a digest that depend on its notices. */
final class DigestWording {
  private DigestWording() {}

  /** Names one item, and counts several. */
  static String subject(DigestMail digest) {
    if (digest.size() == 1) {
      return digest.addressee() == Addressee.STAFF ? toStaff(digest) : toReader(digest);
    }
    int newItems = digest.count(NoticeType::isNewItem);
    int rejected = digest.count(NoticeType.UPLOAD_REJECTED::equals);
    int withdrawn = digest.count(NoticeType.DOCUMENT_WITHDRAWN::equals);
    int accounts = digest.count(NoticeType::isAboutAccounts);
    return Stream.of(
            newItems == 0 ? "" : newItems(digest, newItems),
            rejected == 0 ? "" : counted(rejected, "file") + " not accepted",
            withdrawn == 0 ? "" : counted(withdrawn, "document") + " withdrawn",
            accounts == 0 ? "" : counted(accounts, "notice") + " about accounts")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String newItems(DigestMail digest, int number) {
    String whom = digest.addressee() == Addressee.STAFF ? clients(digest) : firm(digest);
    return number + " new " + kind(digest, number) + " from " + whom;
  }

  private static String counted(int number, String noun) {
    return number == 1 ? "1 " + noun : number + " " + noun + "s";
  }

  static String heading(DigestMail digest) {
    boolean staff = digest.addressee() == Addressee.STAFF;
    if (digest.size() == 1) {
      return switch (digest.first().what()) {
        case UPLOAD_REJECTED -> staff ? "A file was not accepted" : "Your file was not accepted";
        case DOCUMENT_WITHDRAWN -> "A document was withdrawn";
        case REGISTRATION_COMPLETED,
            REGISTRATION_RECEIVED,
            ADMINISTRATOR_APPOINTED,
            SECOND_FACTOR_RESET ->
            "New in your firm";
        case FOLDER_SHARED, DOCUMENT_SHARED, DOCUMENT_ADDED, DOCUMENT_UPLOADED ->
            staff ? "New from your client" : "New in your portal";
      };
    }
    if (digest.count(NoticeType::isNewItem) < digest.size()) {
      return staff ? "News from your clients" : "News from your portal";
    }
    return digest.size()
        + (staff ? " new documents from your clients" : " new items in your portal");
  }

  /** Returns what comes before the name of the document's folder. */
  static String beforeFolder(NoticeType what) {
    return switch (what) {
      case FOLDER_SHARED -> "Folder shared with you";
      case DOCUMENT_SHARED -> "Document shared with you, in the folder";
      case DOCUMENT_ADDED -> "Document added to the folder";
      case DOCUMENT_UPLOADED -> "Document uploaded to the folder";
      case REGISTRATION_COMPLETED -> "Registered, and has an account now";
      case REGISTRATION_RECEIVED -> "Registered, and waits for you to say whose account it is";
      case ADMINISTRATOR_APPOINTED -> "Appointed as an administrator of the firm";
      case SECOND_FACTOR_RESET -> "Second factor was reset; must be added again";
      case UPLOAD_REJECTED -> "File not accepted in the folder";
      case DOCUMENT_WITHDRAWN ->
          "Document withdrawn by its uploader and moved to the archive of the folder";
    };
  }

  /** Returns the same with the folder's name, for plain text. */
  static String place(Line line) {
    String before = beforeFolder(line.what());
    return line.documentName() == null ? before : before + " " + MailText.name(line.folderName());
  }

  private static String toReader(DigestMail digest) {
    Line line = digest.first();
    return switch (line.what()) {
      case DOCUMENT_ADDED ->
          firm(digest)
              + " added "
              + item(line)
              + " to “"
              + MailText.shortName(line.folderName())
              + "”";
      case UPLOAD_REJECTED -> "Your file " + item(line) + " was not accepted";
      case FOLDER_SHARED,
          DOCUMENT_SHARED,
          DOCUMENT_UPLOADED,
          DOCUMENT_WITHDRAWN,
          REGISTRATION_COMPLETED,
          REGISTRATION_RECEIVED,
          ADMINISTRATOR_APPOINTED,
          SECOND_FACTOR_RESET ->
          firm(digest) + " shared " + item(line) + " with you";
    };
  }

  private static String toStaff(DigestMail digest) {
    Line line = digest.first();
    String by = MailText.shortName(line.by());
    String client = digest.clients().getFirst().clientName();
    String whose = line.by().equals(client) ? "" : " for " + MailText.shortName(client);
    return switch (line.what()) {
      case UPLOAD_REJECTED -> item(line) + " from " + by + whose + " was not accepted";
      case DOCUMENT_WITHDRAWN -> by + " withdrew " + item(line) + whose;
      case FOLDER_SHARED, DOCUMENT_SHARED, DOCUMENT_ADDED, DOCUMENT_UPLOADED ->
          by + " uploaded " + item(line) + whose;
      case REGISTRATION_COMPLETED -> person(line) + " registered and has an account now";
      case REGISTRATION_RECEIVED -> person(line) + " registered and waits for you";
      case ADMINISTRATOR_APPOINTED ->
          person(line) + " was appointed as an administrator of " + firm(digest);
      case SECOND_FACTOR_RESET -> "The second factor of " + person(line) + " was reset";
    };
  }

  private static String item(Line line) {
    return "“" + MailText.shortName(line.itemName()) + "”";
  }

  private static String kind(DigestMail digest, int newItems) {
    int folders = digest.count(NoticeType.FOLDER_SHARED::equals);
    if (folders == newItems) {
      return newItems == 1 ? "folder" : "folders";
    }
    if (folders == 0) {
      return newItems == 1 ? "document" : "documents";
    }
    return "folders and documents";
  }

  private static String person(Line line) {
    return MailText.shortName(line.itemName());
  }

  /** Names the client with new items, or counts them. */
  private static String clients(DigestMail digest) {
    List<ClientNews> clients =
        digest.clients().stream()
            .filter(client -> client.lines().stream().anyMatch(line -> line.what().isNewItem()))
            .toList();
    return clients.size() == 1
        ? MailText.shortName(clients.getFirst().clientName())
        : clients.size() + " clients";
  }

  private static String firm(DigestMail digest) {
    return MailText.shortName(digest.firmName());
  }
}
