package clientportal.notifications.mail;

import clientportal.notifications.mail.DigestMail.Addressee;
import clientportal.notifications.mail.DigestMail.Line;
import clientportal.notifications.mail.DigestMail.What;
import java.util.List;

/** The words of a digest that depend on its notices. */
final class DigestWording {
  private DigestWording() {}

  /** Names one item, and counts several. */
  static String subject(DigestMail digest) {
    boolean staff = digest.addressee() == Addressee.STAFF;
    if (digest.size() == 1) {
      return staff ? forStaff(digest) : shared(digest);
    }
    return digest.size()
        + " new "
        + kind(digest)
        + " from "
        + (staff ? clients(digest) : firm(digest));
  }

  static String heading(DigestMail digest) {
    boolean one = digest.size() == 1;
    return switch (digest.addressee()) {
      case CLIENT, CONTACT ->
          one ? "New in your portal" : digest.size() + " new items in your portal";
      case STAFF ->
          isOfUploads(digest)
              ? one ? "New from your client" : digest.size() + " new documents from your clients"
              : one ? "New in your firm" : digest.size() + " notices from your firm";
    };
  }

  /** Returns what comes before the name of the document's folder. */
  static String beforeFolder(What what) {
    return switch (what) {
      case FOLDER_SHARED -> "Folder shared with you";
      case DOCUMENT_SHARED -> "Document shared with you, in the folder";
      case DOCUMENT_ADDED -> "Document added to the folder";
      case DOCUMENT_UPLOADED -> "Document uploaded to the folder";
      case REGISTRATION_COMPLETED -> "Registered, and has an account now";
      case REGISTRATION_RECEIVED -> "Registered, and waits for you to say whose account it is";
      case ADMINISTRATOR_APPOINTED -> "Appointed as an administrator of the firm";
    };
  }

  /** Returns the same with the folder's name, for plain text. */
  static String place(Line line) {
    String before = beforeFolder(line.what());
    return line.documentName() == null ? before : before + " " + MailText.name(line.folderName());
  }

  private static String shared(DigestMail digest) {
    Line line = digest.first();
    String item = "“" + MailText.shortName(line.itemName()) + "”";
    return line.what() == What.DOCUMENT_ADDED
        ? firm(digest) + " added " + item + " to “" + MailText.shortName(line.folderName()) + "”"
        : firm(digest) + " shared " + item + " with you";
  }

  private static String forStaff(DigestMail digest) {
    Line line = digest.first();
    String person = MailText.shortName(line.itemName());
    return switch (line.what()) {
      case FOLDER_SHARED, DOCUMENT_SHARED, DOCUMENT_ADDED, DOCUMENT_UPLOADED -> uploaded(digest);
      case REGISTRATION_COMPLETED -> person + " registered and has an account now";
      case REGISTRATION_RECEIVED -> person + " registered and waits for you";
      case ADMINISTRATOR_APPOINTED ->
          person + " was appointed as an administrator of " + firm(digest);
    };
  }

  private static String uploaded(DigestMail digest) {
    Line line = digest.first();
    String client = digest.clients().getFirst().clientName();
    String upload =
        MailText.shortName(line.by()) + " uploaded “" + MailText.shortName(line.itemName()) + "”";
    return line.by().equals(client) ? upload : upload + " for " + MailText.shortName(client);
  }

  private static String kind(DigestMail digest) {
    List<Line> lines = lines(digest);
    if (digest.addressee() == Addressee.STAFF && !isOfUploads(digest)) {
      return "notices";
    }
    if (lines.stream().allMatch(line -> line.what() == What.FOLDER_SHARED)) {
      return "folders";
    }
    return lines.stream().noneMatch(line -> line.what() == What.FOLDER_SHARED)
        ? "documents"
        : "folders and documents";
  }

  private static boolean isOfUploads(DigestMail digest) {
    return lines(digest).stream().allMatch(line -> line.what() == What.DOCUMENT_UPLOADED);
  }

  private static List<Line> lines(DigestMail digest) {
    return digest.clients().stream().flatMap(client -> client.lines().stream()).toList();
  }

  private static String clients(DigestMail digest) {
    return digest.clients().size() == 1
        ? MailText.shortName(digest.clients().getFirst().clientName())
        : digest.clients().size() + " clients";
  }

  private static String firm(DigestMail digest) {
    return MailText.shortName(digest.firmName());
  }
}
