package clientportal.notifications.mail;

import static clientportal.notifications.mail.MailText.shortName;
import static clientportal.notifications.mail.Part.aside;
import static clientportal.notifications.mail.Part.paragraph;

import clientportal.access.events.RejectionCode;
import clientportal.access.ids.Language;
import clientportal.delivery.Author;
import clientportal.delivery.NoticeType;
import clientportal.notifications.mail.DigestMail.Addressee;
import clientportal.notifications.mail.DigestMail.Line;
import clientportal.notifications.mail.SignInChangedMail.Change;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What mails say, in English. */
record EnglishWording() implements Wording {
  /** The most engagements that an invitation names. */
  private static final int MOST_ASKED = 5;

  private static final String NEW_PASSWORD =
      "set a new password at once: it signs everybody out and, unless you sign in with an"
          + " authenticator app, removes passkeys that others may have added.";

  private static final String NEW_PASSWORD_AND_HELP =
      "set a new password at once, which signs everybody out. It does not turn off an"
          + " authenticator app that somebody else has added: ask an administrator of your firm"
          + " or the operator of the portal to do that.";

  private static final String BY_YOU = " by somebody who was signed in as you.";

  @Override
  public Language language() {
    return Language.ENGLISH;
  }

  @Override
  public Sentence greeting(Reader reader) {
    return reader.isNamed() ? Sentence.of("Hello {},", reader.name()) : Sentence.of("Hello,");
  }

  @Override
  public Sentence footer(String from) {
    return Sentence.of("Sent by the client portal of {}", from);
  }

  @Override
  public String copyLink() {
    return "Or copy this address into your browser:";
  }

  @Override
  public RequestWording requests() {
    return new EnglishRequests();
  }

  @Override
  public Letter invitation(ClientInvitationMail invitation) {
    String firm = invitation.from().name();
    String title = "Your client portal";
    String preheader = "Accept the invitation within 7 days.";
    Part account = paragraph("*{}* has created an account for you in its client portal.", firm);
    Part purpose =
        paragraph(
            "There you can read and download what {} shares with you and, where you are allowed to,"
                + " upload documents.",
            firm);
    Part accept = accept(invitation.link());
    String shared = invitation.shared();
    if (!invitation.asked().isEmpty()) {
      List<Part> parts = new ArrayList<>(List.of(account));
      parts.addAll(asked(invitation));
      parts.add(
          paragraph(
              "There you can send {} what it needs, and read and download what it shares with you.",
              firm));
      parts.addAll(List.of(accept, steps(), validity(firm)));
      return new Letter(
          requests().subject(firm, invitation.asked()), title, preheader, invitation.from(), parts);
    }
    return shared == null
        ? Letter.of(
            invitation.from(),
            shortName(firm) + " invites you to its client portal",
            title,
            preheader,
            account,
            purpose,
            accept,
            steps(),
            validity(firm))
        : Letter.of(
            invitation.from(),
            shortName(firm) + " shared “" + shortName(shared) + "” with you",
            title,
            preheader,
            account,
            new Part.Box(Sentence.of("Shared with you: *{}*", shared)),
            purpose,
            accept,
            steps(),
            validity(firm));
  }

  /** Returns what is asked for, each engagement in a box of its own. */
  private List<Part> asked(ClientInvitationMail invitation) {
    List<Part> boxes = new ArrayList<>();
    invitation.asked().stream()
        .limit(MOST_ASKED)
        .map(each -> new Part.Box(requests().asked(each)))
        .forEach(boxes::add);
    int more = invitation.asked().size() - boxes.size();
    if (more > 0) {
      boxes.add(paragraph(more(more)));
    }
    return boxes;
  }

  @Override
  public Letter invitation(StaffInvitationMail invitation) {
    String firm = invitation.from().name();
    return Letter.of(
        invitation.from(),
        shortName(firm) + " invites you to its staff portal",
        "Your staff account",
        "Accept the invitation within 7 days.",
        paragraph("*{}* invites you to work in its client portal as a staff member.", firm),
        accept(invitation.link()),
        steps(),
        validity(firm));
  }

  @Override
  public Letter invitation(PortalInvitationMail invitation) {
    String firm = invitation.from().name();
    String portal = invitation.portal();
    String title = "Your client portal";
    String preheader = "Accept the invitation within 7 days.";
    Part purpose =
        paragraph(
            "There you can read and download what {} opens to you and, where you are allowed to,"
                + " upload documents.",
            firm);
    return portal == null
        ? Letter.of(
            invitation.from(),
            shortName(firm) + " invites you to its client portal",
            title,
            preheader,
            paragraph("*{}* has created an account for you in its client portal.", firm),
            purpose,
            accept(invitation.link()),
            steps(),
            validity(firm))
        : Letter.of(
            invitation.from(),
            shortName(firm) + " invites you to the portal “" + shortName(portal) + "”",
            title,
            preheader,
            paragraph("*{}* invites you to a portal and has created an account for you.", firm),
            new Part.Box(Sentence.of("Your portal: *{}*", portal)),
            purpose,
            accept(invitation.link()),
            steps(),
            validity(firm));
  }

  private static Part accept(String link) {
    return new Part.Action("Accept the invitation", link);
  }

  private static Part steps() {
    return new Part.Steps(
        "What happens next",
        List.of(
            Sentence.of(
                "Open the link above. We then send you a second mail to verify your email address."
                    + " That mail is valid for 30~minutes."),
            Sentence.of("Open the link in the second mail."),
            Sentence.of(
                "Choose a password if you like: you can also sign in with a code that we send you"
                    + " by email each time.")));
  }

  private static Part validity(String firm) {
    return aside(
        "The invitation is valid for 7~days. If you do not know {}, ignore this mail, and nothing"
            + " will happen.",
        firm);
  }

  @Override
  public Letter verification(VerificationMail verification) {
    String firm = verification.from().name();
    return Letter.of(
        verification.from(),
        "Verify your email address for " + shortName(firm),
        "Verify your email address",
        "The link is valid for 30 minutes.",
        paragraph("Please verify your email address for the client portal of *{}*.", firm),
        new Part.Action("Verify the address", verification.link()),
        code(verification),
        paragraph(
            "The link and the code are valid for 30~minutes and can be used once. Do not give the"
                + " code to anybody, even if they ask for it."),
        aside("If you did not ask for this, ignore this mail, and nothing will happen."));
  }

  @Override
  public Letter passwordReset(VerificationMail reset) {
    String firm = reset.from().name();
    return Letter.of(
        reset.from(),
        "Set a new password for " + shortName(firm),
        "Set a new password",
        "The link is valid for 30 minutes.",
        paragraph(
            "Somebody, probably you, asked for a new password for the client portal of *{}*.",
            firm),
        new Part.Action("Choose a new password", reset.link()),
        code(reset),
        paragraph(
            "The link and the code are valid for 30~minutes and can be used once. Do not give the"
                + " code to anybody, even if they ask for it. The new password is valid wherever"
                + " you sign in with this email address, and it ends every session that is still"
                + " open."),
        aside("If you did not ask for this, ignore this mail: your password stays the same."));
  }

  private static Part code(VerificationMail verification) {
    return new Part.Code("If the page asks for a code, enter this one:", verification.code());
  }

  @Override
  public Letter addressChanged(AddressChangedMail change) {
    String firm = change.from().name();
    String client = change.clientName();
    return Letter.of(
        change.from(),
        shortName(firm) + " has another email address for you",
        "Another email address is on file",
        "Nothing changes until the new address is verified.",
        client == null
            ? paragraph(
                "*{}* has entered another email address for you, for the portals that it lets you"
                    + " into.",
                firm)
            : paragraph(
                "*{}* has entered another email address for you in its client portal, for the"
                    + " documents that it shares with {}.",
                firm,
                client),
        paragraph(
            "Nothing changes until the new address is verified. After that, only the new address"
                + (client == null
                    ? " opens these portals, and this one no longer does."
                    : " gives access to these documents, and this one no longer does.")),
        paragraph("*If you did not expect this, contact {} at once.*", firm),
        new Part.Link("Your portal", change.site()));
  }

  @Override
  public Letter accessEnded(AccessEndedMail end) {
    String firm = end.from().name();
    String client = end.clientName();
    return Letter.of(
        end.from(),
        "Your access to the portal of " + shortName(firm) + " has ended",
        "Your access has ended",
        client == null
            ? "You can no longer open these portals."
            : "You can no longer open these documents.",
        client == null
            ? paragraph("*{}* has ended your access to the portals that it let you into.", firm)
            : paragraph(
                "*{}* has ended your access to the documents that it shares with {} in its client"
                    + " portal.",
                firm,
                client),
        paragraph("If you did not expect this, please ask {}.", firm),
        aside(
            "You can still sign in, and you keep your access to everything else that is shared with"
                + " you."));
  }

  @Override
  public Letter portalAlert(PortalAlertMail alert) {
    String firm = alert.from().name();
    String portal = alert.portal();
    boolean narrowed = alert.change() == PortalAlertMail.Change.NARROWED;
    return Letter.of(
        alert.from(),
        narrowed
            ? "You see less of “" + shortName(portal) + "” now"
            : "You can no longer open “" + shortName(portal) + "”",
        narrowed ? "Your access has changed" : "Your access has ended",
        narrowed
            ? "You see what is shared with you by name."
            : "You can no longer open this portal.",
        switch (alert.change()) {
          case REMOVED -> paragraph("You can no longer open the portal *{}* of {}.", portal, firm);
          case CLOSED ->
              paragraph(
                  "{} has closed the portal *{}*, and you can no longer open it.", firm, portal);
          case NARROWED ->
              paragraph(
                  "In the portal *{}* of {} you now see only what is shared with you by name.",
                  portal,
                  firm);
        },
        paragraph("If you did not expect this, please ask {}.", firm),
        aside(
            "You can still sign in, and you keep your access to everything else that is shared with"
                + " you."));
  }

  @Override
  public Letter signInChanged(SignInChangedMail change) {
    String firm = change.from().name();
    return Letter.of(
        change.from(),
        "Your sign-in to " + shortName(firm) + " was changed",
        "Your sign-in was changed",
        "If this was not you, set a new password.",
        paragraph(what(change.change())),
        paragraph(
            "*If this was not you,* "
                + advice(change.change())
                + " Change the password of your mailbox first if somebody else can read it, and"
                + " tell {}.",
            firm),
        new Part.Link("Sign in, or ask for a new password", change.page()));
  }

  private static String what(Change change) {
    return switch (change) {
      case PASSWORD_SET -> "The password was set or changed" + BY_YOU;
      case PASSKEY_ADDED -> "A passkey was added" + BY_YOU;
      case PASSKEY_REMOVED -> "A passkey was removed" + BY_YOU;
      case APP_ADDED -> "An authenticator app was added" + BY_YOU;
      case SECOND_FACTOR_SWITCHED ->
          "The setting that asks for a code of an authenticator app was changed" + BY_YOU;
      case PASSWORD_RESET ->
          "A new password was set, with a link or code that was mailed to this address, and you are"
              + " signed out on every device. Passkeys were removed, unless you sign in with an"
              + " authenticator app.";
      case RECOVERY_CODES ->
          "New recovery codes were made" + BY_YOU + " Earlier ones are no longer valid.";
      case RECOVERED ->
          "A new password was set, with a link or code that was mailed to this address and one of"
              + " your recovery codes. Your authenticator app is no longer asked for and passkeys"
              + " were removed: add one again. You are signed out on every device.";
      case RESET ->
          "An administrator of your firm reset your sign-in: your authenticator app is no longer"
              + " asked for, and earlier passwords, passkeys and recovery codes no longer work."
              + " Sign in with a code that is mailed to this address, and add an app or a passkey"
              + " again.";
      case RENEWED ->
          "Access that had been ended was opened again, with a link or code that was mailed to this"
              + " address. Earlier passwords no longer work, and you are signed out on every"
              + " device. Passkeys were removed, unless you sign in with an authenticator app.";
      case REVOKED ->
          "The operator of the portal signed you out on every device. Your authenticator app is no"
              + " longer asked for, and earlier passwords, passkeys and recovery codes no longer"
              + " work: sign in with a code that is mailed to this address, or set a new password.";
    };
  }

  /** Returns what helps. It promises no more than a new password does. */
  private static String advice(Change change) {
    return switch (change) {
      case PASSKEY_ADDED ->
          "set a new password at once: it signs everybody out and removes the passkey. If you sign"
              + " in with an authenticator app, the passkey stays: remove it before you turn the"
              + " app off.";
      case APP_ADDED, SECOND_FACTOR_SWITCHED -> NEW_PASSWORD_AND_HELP;
      case RECOVERY_CODES ->
          "set a new password at once, which signs everybody out. Then make new recovery codes: a"
              + " new password does not end the ones that were made.";
      case PASSWORD_SET, PASSKEY_REMOVED, PASSWORD_RESET, RECOVERED, RESET, RENEWED, REVOKED ->
          NEW_PASSWORD;
    };
  }

  @Override
  public Letter bounce(BounceMail bounce) {
    String firm = bounce.from().name();
    String client = bounce.clientName();
    return Letter.of(
        bounce.from(),
        "Your invitation to " + shortName(bounce.name()) + " did not arrive",
        "Your invitation did not arrive",
        "Find out the right address and invite again.",
        client == null
            ? paragraph(
                "You invited *{}* to the client portal of {}. The invitation was sent to:",
                bounce.name(),
                firm)
            : paragraph(
                "You invited *{}*, related to {}, to the client portal of {}. The invitation was"
                    + " sent to:",
                bounce.name(),
                client,
                firm),
        new Part.Box(Sentence.of("{}", bounce.address())),
        paragraph(why(bounce.why())),
        new Part.Steps(
            "What you can do",
            bounce.staff()
                ? List.of(
                    Sentence.of("Ask the person for the right address, for example by phone."),
                    Sentence.of("Add a new staff member with that address."),
                    Sentence.of("Disable the staff member with the wrong address."))
                : List.of(
                    Sentence.of("Ask the person for the right address, for example by phone."),
                    Sentence.of("Enter the right address in the portal."),
                    Sentence.of("Send the invitation again."))),
        new Part.Action("Open the portal", bounce.link()));
  }

  private static String why(BounceReason why) {
    return switch (why) {
      case REFUSED -> "It could not be sent, because no mail can be sent to such an address.";
      case BOUNCED ->
          "It came back, because the mailbox does not exist or does not accept our mail.";
      case UNWANTED -> "It was reported as unwanted. We send no more mail to this address.";
      case REJECTED -> "It was not sent, because it was classified as harmful.";
    };
  }

  @Override
  public Letter accountExists(SignInHint hint) {
    String firm = hint.from().name();
    return Letter.of(
        hint.from(),
        "You already have an account with " + shortName(firm),
        "You already have an account",
        "Sign in with this email address.",
        paragraph(
            "Somebody, probably you, asked to register this email address in the client portal of"
                + " *{}*. The address already has an account there, so you can simply sign in.",
            firm),
        new Part.Action("Sign in", hint.link()),
        paragraph(
            "If you do not remember your password, sign in with a code that we send you by email,"
                + " or choose a new password on the sign-in page."),
        aside(
            "If this was not you, ignore this mail: nothing has changed, and nobody learned that"
                + " you have an account."));
  }

  @Override
  public Letter accessReady(SignInHint hint) {
    String firm = hint.from().name();
    return Letter.of(
        hint.from(),
        "Your access to " + shortName(firm) + " is ready",
        "Your access is ready",
        "Sign in with this email address.",
        paragraph(
            "*{}* has given you access to its client portal. There you can read and download what"
                + " is shared with you and, where you are allowed to, upload documents.",
            firm),
        new Part.Action("Sign in", hint.link()),
        aside(
            "Sign in with this email address and the password that you chose when you registered,"
                + " or with a code that we send you by email each time."));
  }

  @Override
  public Letter registrationDeclined(SignInHint hint) {
    String firm = hint.from().name();
    return Letter.of(
        hint.from(),
        "Your registration with " + shortName(firm),
        "Your registration",
        "No account was created.",
        paragraph(
            "*{}* has reviewed the registration of this email address and has not created an"
                + " account for it.",
            firm),
        aside("If you think that this is a mistake, please ask {} for an invitation.", firm));
  }

  @Override
  public String subject(DigestMail digest) {
    if (digest.size() == 1) {
      RequestedItems requested = digest.first().requested();
      if (requested != null) {
        return requests().subject(digest, requested, author(digest.first().by()));
      }
      return digest.addressee() == Addressee.STAFF ? toStaff(digest) : toReader(digest);
    }
    int newItems = digest.count(NoticeType::isNewItem);
    int rejected = digest.count(NoticeType.UPLOAD_REJECTED::equals);
    int withdrawn = digest.count(NoticeType.DOCUMENT_WITHDRAWN::equals);
    int accounts = digest.count(NoticeType::isAboutAccounts);
    int handedOver = digest.count(NoticeType.HANDED_OVER::equals);
    int portals = digest.count(NoticeType::isOfPortal);
    Stream<String> others =
        Stream.of(
            newItems == 0 ? "" : newItems(digest, newItems),
            rejected == 0 ? "" : counted(rejected, "file") + " not accepted",
            withdrawn == 0 ? "" : counted(withdrawn, "document") + " withdrawn",
            accounts == 0 ? "" : counted(accounts, "notice") + " about accounts",
            handedOver == 0 ? "" : counted(handedOver, "hand-over"),
            portals == 0 ? "" : counted(portals, "portal") + " to open");
    return Stream.concat(requests().parts(digest), others)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String newItems(DigestMail digest, int number) {
    int folders = digest.count(NoticeType.FOLDER_SHARED::equals);
    int notes = digest.count(NoticeType::isOfNote);
    String items;
    if (folders == number) {
      items = counted(number, "new folder");
    } else if (notes == number) {
      items = counted(number, "new note");
    } else if (folders + notes == 0) {
      items = counted(number, "new document");
    } else if (notes == 0) {
      items = number + " new folders and documents";
    } else if (folders == 0) {
      items = number + " new documents and notes";
    } else {
      items = number + " new items";
    }
    List<String> clients = digest.clientsWithNewItems();
    String sender;
    if (digest.addressee() != Addressee.STAFF) {
      sender = digest.from().name();
    } else if (clients.size() == 1) {
      sender = clients.getFirst();
    } else {
      return items + " from " + clients.size() + " clients";
    }
    return items + " from " + shortName(sender);
  }

  private static String counted(int number, String noun) {
    return number == 1 ? "1 " + noun : number + " " + noun + "s";
  }

  private static String toReader(DigestMail digest) {
    Line line = digest.first();
    String firm = shortName(digest.from().name());
    return switch (line.what()) {
      case DOCUMENT_ADDED ->
          firm + " added " + item(line) + " to “" + shortName(line.folderName()) + "”";
      case PORTAL_OPENED -> "You can now open the portal " + item(line);
      case PORTAL_ROLE_WIDENED -> "You can now see all that is open in " + item(line);
      case UPLOAD_REJECTED -> "Your file " + item(line) + " was not accepted";
      case FOLDER_SHARED,
          DOCUMENT_SHARED,
          DOCUMENT_UPLOADED,
          DOCUMENT_WITHDRAWN,
          NOTE_SHARED,
          GROUP_NOTE_SHARED,
          REGISTRATION_COMPLETED,
          REGISTRATION_RECEIVED,
          ADMINISTRATOR_APPOINTED,
          SECOND_FACTOR_RESET,
          ADDRESS_BOUNCED,
          HANDED_OVER,
          DOCUMENTS_REQUESTED,
          ITEMS_REJECTED,
          ITEMS_REOPENED,
          ITEMS_ACCEPTED,
          ITEMS_CANCELLED,
          ENGAGEMENT_CANCELLED,
          REQUEST_REMINDED,
          NO_ANSWER,
          ITEMS_SUBMITTED,
          ITEM_NOT_APPLICABLE,
          ITEM_WITHDRAWN ->
          firm + " shared " + item(line) + " with you";
    };
  }

  private String toStaff(DigestMail digest) {
    Line line = digest.first();
    String by = shortName(author(line.by()));
    String whose = digest.otherClient().map(client -> " for " + shortName(client)).orElse("");
    String person = shortName(line.itemName());
    return switch (line.what()) {
      case UPLOAD_REJECTED -> item(line) + " from " + by + whose + " was not accepted";
      case DOCUMENT_WITHDRAWN -> by + " withdrew " + item(line) + whose;
      case FOLDER_SHARED,
          DOCUMENT_SHARED,
          DOCUMENT_ADDED,
          DOCUMENT_UPLOADED,
          NOTE_SHARED,
          GROUP_NOTE_SHARED,
          DOCUMENTS_REQUESTED,
          ITEMS_REJECTED,
          ITEMS_REOPENED,
          ITEMS_ACCEPTED,
          ITEMS_CANCELLED,
          ENGAGEMENT_CANCELLED,
          REQUEST_REMINDED,
          NO_ANSWER,
          ITEMS_SUBMITTED,
          ITEM_NOT_APPLICABLE,
          ITEM_WITHDRAWN,
          PORTAL_OPENED,
          PORTAL_ROLE_WIDENED ->
          by + " uploaded " + item(line) + whose;
      case REGISTRATION_COMPLETED -> person + " registered and has an account now";
      case REGISTRATION_RECEIVED -> person + " registered and waits for you";
      case ADMINISTRATOR_APPOINTED ->
          person + " was appointed as an administrator of " + shortName(digest.from().name());
      case SECOND_FACTOR_RESET -> "The second factor of " + person + " was reset";
      case ADDRESS_BOUNCED -> "Mails to " + person + " do not arrive";
      case HANDED_OVER -> "You have taken over from " + person;
    };
  }

  private static String item(Line line) {
    return "“" + shortName(line.itemName()) + "”";
  }

  @Override
  public String heading(DigestMail digest) {
    boolean staff = digest.addressee() == Addressee.STAFF;
    if (digest.size() == 1) {
      RequestedItems requested = digest.first().requested();
      if (requested != null) {
        return requests().heading(requested);
      }
      return switch (digest.first().what()) {
        case UPLOAD_REJECTED -> staff ? "A file was not accepted" : "Your file was not accepted";
        case DOCUMENT_WITHDRAWN -> "A document was withdrawn";
        case REGISTRATION_COMPLETED,
            REGISTRATION_RECEIVED,
            ADMINISTRATOR_APPOINTED,
            SECOND_FACTOR_RESET,
            ADDRESS_BOUNCED,
            HANDED_OVER ->
            "New in your firm";
        case FOLDER_SHARED,
            DOCUMENT_SHARED,
            DOCUMENT_ADDED,
            DOCUMENT_UPLOADED,
            NOTE_SHARED,
            GROUP_NOTE_SHARED,
            DOCUMENTS_REQUESTED,
            ITEMS_REJECTED,
            ITEMS_REOPENED,
            ITEMS_ACCEPTED,
            ITEMS_CANCELLED,
            ENGAGEMENT_CANCELLED,
            REQUEST_REMINDED,
            NO_ANSWER,
            ITEMS_SUBMITTED,
            ITEM_NOT_APPLICABLE,
            ITEM_WITHDRAWN,
            PORTAL_OPENED,
            PORTAL_ROLE_WIDENED ->
            staff ? "New from your client" : "New in your portal";
      };
    }
    if (digest.count(NoticeType::isNewItem) < digest.size()) {
      return staff ? "News from your clients" : "News from your portal";
    }
    return digest.size()
        + (staff ? " new documents from your clients" : " new items in your portal");
  }

  @Override
  public Sentence what(Line line) {
    String folder = line.folderName();
    return switch (line.what()) {
      case FOLDER_SHARED -> Sentence.of("Folder shared with you");
      case DOCUMENT_SHARED -> Sentence.of("Document shared with you, in the folder {}", folder);
      // To its reader a group note is a note about them alone.
      case NOTE_SHARED, GROUP_NOTE_SHARED -> Sentence.of("Note shared with you");
      case DOCUMENT_ADDED -> Sentence.of("Document added to the folder {}", folder);
      case DOCUMENT_UPLOADED -> Sentence.of("Document uploaded to the folder {}", folder);
      case REGISTRATION_COMPLETED -> Sentence.of("Registered, and has an account now");
      case REGISTRATION_RECEIVED ->
          Sentence.of("Registered, and waits for you to say whose account it is");
      case ADMINISTRATOR_APPOINTED -> Sentence.of("Appointed as an administrator of the firm");
      case SECOND_FACTOR_RESET -> Sentence.of("Second factor was reset; must be added again");
      case PORTAL_OPENED -> Sentence.of("You can open this portal now");
      case PORTAL_ROLE_WIDENED ->
          Sentence.of("You see all that is open to anybody in this portal now");
      case ADDRESS_BOUNCED ->
          Sentence.of(
              "A mail did not arrive. No more notices are mailed to this address until you change"
                  + " or confirm it");
      case HANDED_OVER -> Sentence.of("You are responsible now for what they were responsible for");
      case DOCUMENTS_REQUESTED,
          ITEMS_REJECTED,
          ITEMS_REOPENED,
          ITEMS_ACCEPTED,
          ITEMS_CANCELLED,
          ENGAGEMENT_CANCELLED,
          REQUEST_REMINDED,
          NO_ANSWER,
          ITEMS_SUBMITTED,
          ITEM_NOT_APPLICABLE,
          ITEM_WITHDRAWN ->
          throw new IllegalArgumentException("requests have a wording of their own");
      case UPLOAD_REJECTED -> Sentence.of("File not accepted in the folder {}", folder);
      case DOCUMENT_WITHDRAWN ->
          Sentence.of(
              "Document withdrawn by its uploader and moved to the archive of the folder {}",
              folder);
    };
  }

  @Override
  public String why(RejectionCode code) {
    return switch (code) {
      case CONTENT_MISMATCH ->
          "It did not arrive as it was sent, or was changed while it was being sent."
              + " Please upload it again.";
      case CONTENT_TYPE_MISMATCH ->
          "Its content is not what its type says, or it is a program."
              + " Please open the file, save it again and upload the new one.";
      case UNSIGNED_HEADER ->
          "It was sent in another way than the portal asks for. Please upload it again in a"
              + " browser.";
      case PERMISSION_ENDED ->
          "When it arrived, whoever uploaded it was no longer allowed to upload to this folder.";
      case THREATS_FOUND ->
          "It contains malware, such as a virus. Please do not send it in another way, and have the"
              + " computer that it comes from checked.";
      case CANNOT_BE_SCANNED ->
          "It could not be checked for malware, because it has a password or is too large."
              + " Please upload it without a password, or in smaller files.";
      case SCAN_DENIED, SCAN_FAILED ->
          "It could not be checked for malware, for a reason that is not yours."
              + " Please upload it again.";
    };
  }

  @Override
  public Sentence by(Line line, ZoneId zone) {
    return Sentence.of("by {}, " + time(line.at(), zone), author(line.by()));
  }

  @Override
  public String author(Author author) {
    return switch (author.kind()) {
      case PERSON -> author.name();
      case OPERATOR -> "the operator of the portal";
      case PORTAL -> "the portal";
    };
  }

  @Override
  public String newNotes(String from, int number, String site) {
    String notes = number == 1 ? "a new note" : number + " new notes";
    return "%s has shared %s with you. Sign in to read: %s"
        .formatted(MailText.shortName(from), notes, site);
  }

  @Override
  public String more(int number) {
    return "And " + number + " more";
  }

  @Override
  public String times(ZoneId zone) {
    return "Times are given in " + timeZone(zone) + ".";
  }

  /** Such as {@code 1 March 2026, 09:30}. */
  private static String time(Instant instant, ZoneId zone) {
    ZonedDateTime time = instant.atZone(zone);
    return time.getDayOfMonth()
        + (" " + month(time.getMonth()))
        + (" " + time.getYear())
        + (", " + MailText.clock(time));
  }

  static String month(Month month) {
    return month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** Such as {@code Berlin time}. Zones that are named after no city keep their id. */
  private static String timeZone(ZoneId zone) {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return "Coordinated Universal Time (UTC)";
    }
    return MailText.city(zone).map(city -> city + " time").orElse("the time zone " + zone.getId());
  }
}
