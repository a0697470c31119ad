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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What mails say, in German: to people who are addressed as {@code Sie}. */
record GermanWording() implements Wording {
  /** The most engagements that an invitation names. */
  private static final int MOST_ASKED = 5;

  private static final String NEW_PASSWORD =
      "setzen Sie sofort ein neues Passwort: Damit werden alle abgemeldet. Passkeys, die andere"
          + " eingerichtet haben könnten, werden entfernt, es sei denn, Sie melden sich mit einer"
          + " Authenticator-App an.";

  private static final String NEW_PASSWORD_AND_HELP =
      "setzen Sie sofort ein neues Passwort: Damit werden alle abgemeldet. Eine Authenticator-App,"
          + " die jemand anderes eingerichtet hat, bleibt dabei aktiv: Bitten Sie die"
          + " Administration Ihrer Firma oder den Betreiber des Portals, sie abzuschalten.";

  @Override
  public Language language() {
    return Language.GERMAN;
  }

  @Override
  public Sentence greeting(Reader reader) {
    return reader.isNamed()
        ? Sentence.of("Guten Tag {},", reader.name())
        : Sentence.of("Guten Tag,");
  }

  @Override
  public Sentence footer(String from) {
    return Sentence.of("Gesendet vom Kundenportal von {}", from);
  }

  @Override
  public String copyLink() {
    return "Oder kopieren Sie diese Adresse in Ihren Browser:";
  }

  @Override
  public RequestWording requests() {
    return new GermanRequests();
  }

  @Override
  public Letter invitation(ClientInvitationMail invitation) {
    String firm = invitation.from().name();
    String title = "Ihr Kundenportal";
    String preheader = "Nehmen Sie die Einladung innerhalb von 7 Tagen an.";
    Part account = paragraph("*{}* hat im Kundenportal ein Konto für Sie angelegt.", firm);
    Part purpose =
        paragraph(
            "Dort können Sie lesen und herunterladen, was {} für Sie freigibt. Wo Sie die"
                + " Berechtigung dazu haben, können Sie auch Dokumente hochladen.",
            firm);
    Part accept = accept(invitation.link());
    String shared = invitation.shared();
    if (!invitation.asked().isEmpty()) {
      List<Part> parts = new ArrayList<>(List.of(account));
      parts.addAll(asked(invitation));
      parts.add(
          paragraph(
              "Dort können Sie {} senden, was benötigt wird, und lesen und herunterladen, was für"
                  + " Sie freigegeben ist.",
              firm));
      parts.addAll(List.of(accept, steps(), validity(firm)));
      return new Letter(
          requests().subject(firm, invitation.asked()), title, preheader, invitation.from(), parts);
    }
    return shared == null
        ? Letter.of(
            invitation.from(),
            "Einladung in das Kundenportal von " + shortName(firm),
            title,
            preheader,
            account,
            purpose,
            accept,
            steps(),
            validity(firm))
        : Letter.of(
            invitation.from(),
            shortName(firm) + " hat „" + shortName(shared) + "“ für Sie freigegeben",
            title,
            preheader,
            account,
            new Part.Box(Sentence.of("Für Sie freigegeben: *{}*", shared)),
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
        "Einladung zur Mitarbeit im Kundenportal von " + shortName(firm),
        "Ihr Konto im Team",
        "Nehmen Sie die Einladung innerhalb von 7 Tagen an.",
        paragraph("*{}* lädt Sie ein, im Kundenportal als Teil des Teams zu arbeiten.", firm),
        accept(invitation.link()),
        steps(),
        validity(firm));
  }

  @Override
  public Letter invitation(PortalInvitationMail invitation) {
    String firm = invitation.from().name();
    String portal = invitation.portal();
    String title = "Ihr Kundenportal";
    String preheader = "Nehmen Sie die Einladung innerhalb von 7 Tagen an.";
    Part purpose =
        paragraph(
            "Dort können Sie lesen und herunterladen, was {} für Sie öffnet. Wo Sie die"
                + " Berechtigung dazu haben, können Sie auch Dokumente hochladen.",
            firm);
    return portal == null
        ? Letter.of(
            invitation.from(),
            "Einladung in das Kundenportal von " + shortName(firm),
            title,
            preheader,
            paragraph("*{}* hat im Kundenportal ein Konto für Sie angelegt.", firm),
            purpose,
            accept(invitation.link()),
            steps(),
            validity(firm))
        : Letter.of(
            invitation.from(),
            shortName(firm) + " lädt Sie in das Portal „" + shortName(portal) + "“ ein",
            title,
            preheader,
            paragraph("*{}* lädt Sie in ein Portal ein und hat ein Konto für Sie angelegt.", firm),
            new Part.Box(Sentence.of("Ihr Portal: *{}*", portal)),
            purpose,
            accept(invitation.link()),
            steps(),
            validity(firm));
  }

  private static Part accept(String link) {
    return new Part.Action("Einladung annehmen", link);
  }

  private static Part steps() {
    return new Part.Steps(
        "So geht es weiter",
        List.of(
            Sentence.of(
                "Öffnen Sie den Link oben. Wir senden Ihnen dann eine zweite E-Mail, mit der Sie"
                    + " Ihre E-Mail-Adresse bestätigen. Diese E-Mail ist 30~Minuten gültig."),
            Sentence.of("Öffnen Sie den Link in der zweiten E-Mail."),
            Sentence.of(
                "Wählen Sie ein Passwort, wenn Sie möchten: Sie können sich auch mit einem Code"
                    + " anmelden, den wir Ihnen jedes Mal per E-Mail senden.")));
  }

  private static Part validity(String firm) {
    return aside(
        "Die Einladung ist 7~Tage gültig. Wenn Sie {} nicht kennen, ignorieren Sie diese E-Mail. Es"
            + " geschieht dann nichts.",
        firm);
  }

  @Override
  public Letter verification(VerificationMail verification) {
    String firm = verification.from().name();
    return Letter.of(
        verification.from(),
        "Bestätigen Sie Ihre E-Mail-Adresse für " + shortName(firm),
        "Bestätigen Sie Ihre E-Mail-Adresse",
        "Der Link ist 30 Minuten gültig.",
        paragraph("Bitte bestätigen Sie Ihre E-Mail-Adresse für das Kundenportal von *{}*.", firm),
        new Part.Action("Adresse bestätigen", verification.link()),
        code(verification),
        paragraph(
            "Der Link und der Code sind 30~Minuten gültig und können einmal verwendet werden. Geben"
                + " Sie den Code niemandem, auch nicht auf Nachfrage."),
        aside(
            "Wenn Sie das nicht angefordert haben, ignorieren Sie diese E-Mail. Es geschieht dann"
                + " nichts."));
  }

  @Override
  public Letter passwordReset(VerificationMail reset) {
    String firm = reset.from().name();
    return Letter.of(
        reset.from(),
        "Neues Passwort für " + shortName(firm),
        "Neues Passwort setzen",
        "Der Link ist 30 Minuten gültig.",
        paragraph(
            "Jemand, vermutlich Sie, hat ein neues Passwort für das Kundenportal von *{}*"
                + " angefordert.",
            firm),
        new Part.Action("Neues Passwort wählen", reset.link()),
        code(reset),
        paragraph(
            "Der Link und der Code sind 30~Minuten gültig und können einmal verwendet werden. Geben"
                + " Sie den Code niemandem, auch nicht auf Nachfrage. Das neue Passwort gilt"
                + " überall, wo Sie sich mit dieser E-Mail-Adresse anmelden, und beendet alle"
                + " offenen Sitzungen."),
        aside(
            "Wenn Sie das nicht angefordert haben, ignorieren Sie diese E-Mail. Ihr Passwort bleibt"
                + " dann, wie es ist."));
  }

  private static Part code(VerificationMail verification) {
    return new Part.Code(
        "Wenn die Seite nach einem Code fragt, geben Sie diesen ein:", verification.code());
  }

  @Override
  public Letter addressChanged(AddressChangedMail change) {
    String firm = change.from().name();
    String client = change.clientName();
    return Letter.of(
        change.from(),
        shortName(firm) + " hat eine andere E-Mail-Adresse für Sie eingetragen",
        "Eine andere E-Mail-Adresse ist eingetragen",
        "Es ändert sich nichts, bis die neue Adresse bestätigt ist.",
        client == null
            ? paragraph(
                "*{}* hat eine andere E-Mail-Adresse für Sie eingetragen. Es geht um die Portale,"
                    + " die Sie dort öffnen können.",
                firm)
            : paragraph(
                "*{}* hat im Kundenportal eine andere E-Mail-Adresse für Sie eingetragen. Es geht"
                    + " um die Dokumente, die für {} freigegeben sind.",
                firm,
                client),
        paragraph(
            "Es ändert sich nichts, bis die neue Adresse bestätigt ist. Danach erhält nur noch die"
                + " neue Adresse Zugang zu diesen "
                + (client == null ? "Portalen" : "Dokumenten")
                + " und diese hier nicht mehr."),
        paragraph("*Wenn Sie das nicht erwartet haben, wenden Sie sich sofort an {}.*", firm),
        new Part.Link("Ihr Portal", change.site()));
  }

  @Override
  public Letter accessEnded(AccessEndedMail end) {
    String firm = end.from().name();
    String client = end.clientName();
    return Letter.of(
        end.from(),
        "Ihr Zugang zum Kundenportal von " + shortName(firm) + " ist beendet",
        "Ihr Zugang ist beendet",
        client == null
            ? "Sie können diese Portale nicht mehr öffnen."
            : "Sie können diese Dokumente nicht mehr öffnen.",
        client == null
            ? paragraph("*{}* hat Ihren Zugang zu allen Portalen dort beendet.", firm)
            : paragraph(
                "*{}* hat Ihren Zugang zu den Dokumenten beendet, die im Kundenportal für {}"
                    + " freigegeben sind.",
                firm,
                client),
        paragraph("Wenn Sie das nicht erwartet haben, fragen Sie bitte {}.", firm),
        aside(
            "Sie können sich weiterhin anmelden und behalten den Zugang zu allem, was sonst für Sie"
                + " freigegeben ist."));
  }

  @Override
  public Letter portalAlert(PortalAlertMail alert) {
    String firm = alert.from().name();
    String portal = alert.portal();
    boolean narrowed = alert.change() == PortalAlertMail.Change.NARROWED;
    return Letter.of(
        alert.from(),
        narrowed
            ? "Sie sehen jetzt weniger von „" + shortName(portal) + "“"
            : "Sie können „" + shortName(portal) + "“ nicht mehr öffnen",
        narrowed ? "Ihr Zugang hat sich geändert" : "Ihr Zugang ist beendet",
        narrowed
            ? "Sie sehen, was namentlich für Sie freigegeben ist."
            : "Sie können dieses Portal nicht mehr öffnen.",
        switch (alert.change()) {
          case REMOVED ->
              paragraph("Sie können das Portal *{}* von {} nicht mehr öffnen.", portal, firm);
          case CLOSED ->
              paragraph(
                  "{} hat das Portal *{}* geschlossen. Sie können es nicht mehr öffnen.",
                  firm,
                  portal);
          case NARROWED ->
              paragraph(
                  "Im Portal *{}* von {} sehen Sie jetzt nur noch, was namentlich für Sie"
                      + " freigegeben ist.",
                  portal,
                  firm);
        },
        paragraph("Wenn Sie das nicht erwartet haben, fragen Sie bitte {}.", firm),
        aside(
            "Sie können sich weiterhin anmelden und behalten den Zugang zu allem, was sonst für Sie"
                + " freigegeben ist."));
  }

  @Override
  public Letter signInChanged(SignInChangedMail change) {
    String firm = change.from().name();
    return Letter.of(
        change.from(),
        "Ihre Anmeldung bei " + shortName(firm) + " wurde geändert",
        "Ihre Anmeldung wurde geändert",
        "Wenn Sie das nicht waren, setzen Sie ein neues Passwort.",
        paragraph(what(change.change())),
        paragraph(
            "*Wenn Sie das nicht waren,* "
                + advice(change.change())
                + " Wenn jemand anderes Ihr Postfach lesen kann, ändern Sie zuerst dessen Passwort."
                + " Geben Sie außerdem {} Bescheid.",
            firm),
        new Part.Link("Anmelden oder ein neues Passwort anfordern", change.page()));
  }

  private static String what(Change change) {
    return switch (change) {
      case PASSWORD_SET ->
          "Das Passwort wurde von jemandem gesetzt oder geändert, der in Ihrem Namen angemeldet"
              + " war.";
      case PASSKEY_ADDED ->
          "Ein Passkey wurde von jemandem eingerichtet, der in Ihrem Namen angemeldet war.";
      case PASSKEY_REMOVED ->
          "Ein Passkey wurde von jemandem entfernt, der in Ihrem Namen angemeldet war.";
      case APP_ADDED ->
          "Eine Authenticator-App wurde von jemandem eingerichtet, der in Ihrem Namen angemeldet"
              + " war.";
      case SECOND_FACTOR_SWITCHED ->
          "Die Einstellung, ob nach einem Code einer Authenticator-App gefragt wird, wurde von"
              + " jemandem geändert, der in Ihrem Namen angemeldet war.";
      case PASSWORD_RESET ->
          "Mit einem Link oder Code, der an diese Adresse gesendet wurde, ist ein neues Passwort"
              + " gesetzt worden, und Sie sind auf allen Geräten abgemeldet. Passkeys wurden"
              + " entfernt, es sei denn, Sie melden sich mit einer Authenticator-App an.";
      case RECOVERY_CODES ->
          "Neue Wiederherstellungscodes wurden von jemandem erstellt, der in Ihrem Namen angemeldet"
              + " war. Frühere gelten nicht mehr.";
      case RECOVERED ->
          "Mit einem Link oder Code, der an diese Adresse gesendet wurde, und einem Ihrer"
              + " Wiederherstellungscodes ist ein neues Passwort gesetzt worden. Nach Ihrer"
              + " Authenticator-App wird nicht mehr gefragt, und Passkeys wurden entfernt: Richten"
              + " Sie sie neu ein. Sie sind auf allen Geräten abgemeldet.";
      case RESET ->
          "Die Administration Ihrer Firma hat Ihre Anmeldung zurückgesetzt: Nach Ihrer"
              + " Authenticator-App wird nicht mehr gefragt, und frühere Passwörter, Passkeys und"
              + " Wiederherstellungscodes gelten nicht mehr. Melden Sie sich mit einem Code an, der"
              + " an diese Adresse gesendet wird, und richten Sie wieder eine App oder einen"
              + " Passkey ein.";
      case RENEWED ->
          "Ein beendeter Zugang wurde mit einem Link oder Code, der an diese Adresse gesendet"
              + " wurde, wieder geöffnet. Frühere Passwörter gelten nicht mehr, und Sie sind auf"
              + " allen Geräten abgemeldet. Passkeys wurden entfernt, es sei denn, Sie melden sich"
              + " mit einer Authenticator-App an.";
      case REVOKED ->
          "Der Betreiber des Portals hat Sie auf allen Geräten abgemeldet. Nach Ihrer"
              + " Authenticator-App wird nicht mehr gefragt, und frühere Passwörter, Passkeys und"
              + " Wiederherstellungscodes gelten nicht mehr: Melden Sie sich mit einem Code an, der"
              + " an diese Adresse gesendet wird, oder setzen Sie ein neues Passwort.";
    };
  }

  /** Returns what helps. It promises no more than a new password does. */
  private static String advice(Change change) {
    return switch (change) {
      case PASSKEY_ADDED ->
          "setzen Sie sofort ein neues Passwort: Damit werden alle abgemeldet, und der Passkey wird"
              + " entfernt. Wenn Sie sich mit einer Authenticator-App anmelden, bleibt der Passkey:"
              + " Entfernen Sie ihn, bevor Sie die App abschalten.";
      case APP_ADDED, SECOND_FACTOR_SWITCHED -> NEW_PASSWORD_AND_HELP;
      case RECOVERY_CODES ->
          "setzen Sie sofort ein neues Passwort: Damit werden alle abgemeldet. Erstellen Sie danach"
              + " neue Wiederherstellungscodes, denn die erstellten gelten auch mit einem neuen"
              + " Passwort weiter.";
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
        "Ihre Einladung an " + shortName(bounce.name()) + " kam nicht an",
        "Ihre Einladung kam nicht an",
        "Finden Sie die richtige Adresse heraus und laden Sie erneut ein.",
        client == null
            ? paragraph(
                "Sie haben *{}* in das Kundenportal von {} eingeladen. Die Einladung ging an:",
                bounce.name(),
                firm)
            : paragraph(
                "Sie haben *{}* als Kontakt von {} in das Kundenportal von {} eingeladen. Die"
                    + " Einladung ging an:",
                bounce.name(),
                client,
                firm),
        new Part.Box(Sentence.of("{}", bounce.address())),
        paragraph(why(bounce.why())),
        new Part.Steps(
            "Was Sie tun können",
            bounce.staff()
                ? List.of(
                    Sentence.of("Fragen Sie nach der richtigen Adresse, zum Beispiel am Telefon."),
                    Sentence.of("Legen Sie ein neues Teammitglied mit dieser Adresse an."),
                    Sentence.of("Deaktivieren Sie das Teammitglied mit der falschen Adresse."))
                : List.of(
                    Sentence.of("Fragen Sie nach der richtigen Adresse, zum Beispiel am Telefon."),
                    Sentence.of("Tragen Sie die richtige Adresse im Portal ein."),
                    Sentence.of("Senden Sie die Einladung erneut."))),
        new Part.Action("Portal öffnen", bounce.link()));
  }

  private static String why(BounceReason why) {
    return switch (why) {
      case REFUSED ->
          "Sie konnte nicht gesendet werden, weil an eine solche Adresse keine E-Mails gesendet"
              + " werden können.";
      case BOUNCED ->
          "Sie kam zurück, weil es das Postfach nicht gibt oder weil es unsere E-Mails nicht"
              + " annimmt.";
      case UNWANTED ->
          "Sie wurde als unerwünscht gemeldet. Wir senden keine E-Mails mehr an diese Adresse.";
      case REJECTED -> "Sie wurde nicht gesendet, weil sie als schädlich eingestuft wurde.";
    };
  }

  @Override
  public Letter accountExists(SignInHint hint) {
    String firm = hint.from().name();
    return Letter.of(
        hint.from(),
        "Sie haben bereits ein Konto bei " + shortName(firm),
        "Sie haben bereits ein Konto",
        "Melden Sie sich mit dieser E-Mail-Adresse an.",
        paragraph(
            "Jemand, vermutlich Sie, wollte diese E-Mail-Adresse im Kundenportal von *{}*"
                + " registrieren. Dort gibt es bereits ein Konto mit dieser Adresse. Sie können"
                + " sich also einfach anmelden.",
            firm),
        new Part.Action("Anmelden", hint.link()),
        paragraph(
            "Wenn Sie Ihr Passwort nicht mehr wissen, melden Sie sich mit einem Code an, den wir"
                + " Ihnen per E-Mail senden, oder wählen Sie auf der Anmeldeseite ein neues"
                + " Passwort."),
        aside(
            "Wenn Sie das nicht waren, ignorieren Sie diese E-Mail: Es hat sich nichts geändert,"
                + " und niemand hat erfahren, dass Sie ein Konto haben."));
  }

  @Override
  public Letter accessReady(SignInHint hint) {
    String firm = hint.from().name();
    return Letter.of(
        hint.from(),
        "Ihr Zugang bei " + shortName(firm) + " ist bereit",
        "Ihr Zugang ist bereit",
        "Melden Sie sich mit dieser E-Mail-Adresse an.",
        paragraph(
            "*{}* hat Ihnen Zugang zum Kundenportal gegeben. Dort können Sie lesen und"
                + " herunterladen, was für Sie freigegeben ist. Wo Sie die Berechtigung dazu haben,"
                + " können Sie auch Dokumente hochladen.",
            firm),
        new Part.Action("Anmelden", hint.link()),
        aside(
            "Melden Sie sich mit dieser E-Mail-Adresse und dem Passwort an, das Sie beim"
                + " Registrieren gewählt haben, oder mit einem Code, den wir Ihnen jedes Mal per"
                + " E-Mail senden."));
  }

  @Override
  public Letter registrationDeclined(SignInHint hint) {
    String firm = hint.from().name();
    return Letter.of(
        hint.from(),
        "Ihre Registrierung bei " + shortName(firm),
        "Ihre Registrierung",
        "Es wurde kein Konto angelegt.",
        paragraph(
            "*{}* hat die Registrierung dieser E-Mail-Adresse geprüft und kein Konto dafür"
                + " angelegt.",
            firm),
        aside("Wenn Sie das für einen Irrtum halten, bitten Sie {} um eine Einladung.", firm));
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
            rejected == 0 ? "" : counted(rejected, "Datei", "Dateien") + " nicht angenommen",
            withdrawn == 0 ? "" : counted(withdrawn, "Dokument", "Dokumente") + " zurückgezogen",
            accounts == 0 ? "" : counted(accounts, "Hinweis", "Hinweise") + " zu Konten",
            handedOver == 0 ? "" : counted(handedOver, "Übergabe", "Übergaben"),
            portals == 0 ? "" : counted(portals, "Portal", "Portale") + " zum Öffnen");
    return Stream.concat(requests().parts(digest), others)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String newItems(DigestMail digest, int number) {
    int folders = digest.count(NoticeType.FOLDER_SHARED::equals);
    int notes = digest.count(NoticeType::isOfNote);
    String items;
    if (folders == number) {
      items = counted(number, "neuer Ordner", "neue Ordner");
    } else if (notes == number) {
      items = counted(number, "neue Notiz", "neue Notizen");
    } else if (folders + notes == 0) {
      items = counted(number, "neues Dokument", "neue Dokumente");
    } else if (notes == 0) {
      items = number + " neue Ordner und Dokumente";
    } else if (folders == 0) {
      items = number + " neue Dokumente und Notizen";
    } else {
      items = number + " neue Einträge";
    }
    List<String> clients = digest.clientsWithNewItems();
    String sender;
    if (digest.addressee() != Addressee.STAFF) {
      sender = digest.from().name();
    } else if (clients.size() == 1) {
      sender = clients.getFirst();
    } else {
      return items + " von " + clients.size() + " Kunden";
    }
    return items + " von " + shortName(sender);
  }

  private static String counted(int number, String one, String several) {
    return number == 1 ? "1 " + one : number + " " + several;
  }

  private static String toReader(DigestMail digest) {
    Line line = digest.first();
    String firm = shortName(digest.from().name());
    return switch (line.what()) {
      case DOCUMENT_ADDED ->
          firm + " hat " + item(line) + " in „" + shortName(line.folderName()) + "“ gelegt";
      case PORTAL_OPENED -> "Sie können das Portal " + item(line) + " jetzt öffnen";
      case PORTAL_ROLE_WIDENED ->
          "Sie sehen jetzt alles, was in " + item(line) + " freigegeben ist";
      case UPLOAD_REJECTED -> "Ihre Datei " + item(line) + " wurde nicht angenommen";
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
          firm + " hat " + item(line) + " für Sie freigegeben";
    };
  }

  private String toStaff(DigestMail digest) {
    Line line = digest.first();
    String by = shortName(author(line.by()));
    String whose = digest.otherClient().map(client -> " für " + shortName(client)).orElse("");
    String person = shortName(line.itemName());
    return switch (line.what()) {
      case UPLOAD_REJECTED -> item(line) + " von " + by + whose + " wurde nicht angenommen";
      case DOCUMENT_WITHDRAWN -> by + " hat " + item(line) + whose + " zurückgezogen";
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
          by + " hat " + item(line) + whose + " hochgeladen";
      case REGISTRATION_COMPLETED -> person + " hat sich registriert und hat jetzt ein Konto";
      case REGISTRATION_RECEIVED -> person + " hat sich registriert und wartet auf Sie";
      case ADMINISTRATOR_APPOINTED ->
          person + " gehört jetzt zur Administration von " + shortName(digest.from().name());
      case SECOND_FACTOR_RESET -> "Der zweite Faktor von " + person + " wurde zurückgesetzt";
      case ADDRESS_BOUNCED -> "E-Mails an " + person + " kommen nicht an";
      case HANDED_OVER -> "Sie haben die Aufgaben von " + person + " übernommen";
    };
  }

  private static String item(Line line) {
    return "„" + shortName(line.itemName()) + "“";
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
        case UPLOAD_REJECTED ->
            staff ? "Eine Datei wurde nicht angenommen" : "Ihre Datei wurde nicht angenommen";
        case DOCUMENT_WITHDRAWN -> "Ein Dokument wurde zurückgezogen";
        case REGISTRATION_COMPLETED,
            REGISTRATION_RECEIVED,
            ADMINISTRATOR_APPOINTED,
            SECOND_FACTOR_RESET,
            ADDRESS_BOUNCED,
            HANDED_OVER ->
            "Neu in Ihrer Firma";
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
            staff ? "Neu von Ihrem Kunden" : "Neu in Ihrem Portal";
      };
    }
    if (digest.count(NoticeType::isNewItem) < digest.size()) {
      return staff ? "Neues von Ihren Kunden" : "Neues aus Ihrem Portal";
    }
    return digest.size()
        + (staff ? " neue Dokumente von Ihren Kunden" : " neue Einträge in Ihrem Portal");
  }

  @Override
  public Sentence what(Line line) {
    String folder = line.folderName();
    return switch (line.what()) {
      case FOLDER_SHARED -> Sentence.of("Ordner für Sie freigegeben");
      case DOCUMENT_SHARED -> Sentence.of("Dokument für Sie freigegeben, im Ordner {}", folder);
      // To its reader a group note is a note about them alone.
      case NOTE_SHARED, GROUP_NOTE_SHARED -> Sentence.of("Notiz für Sie freigegeben");
      case DOCUMENT_ADDED -> Sentence.of("Dokument hinzugefügt, im Ordner {}", folder);
      case DOCUMENT_UPLOADED -> Sentence.of("Dokument hochgeladen, in den Ordner {}", folder);
      case REGISTRATION_COMPLETED -> Sentence.of("Registriert und jetzt mit einem Konto");
      case REGISTRATION_RECEIVED ->
          Sentence.of("Registriert und wartet darauf, dass Sie das Konto zuordnen");
      case ADMINISTRATOR_APPOINTED -> Sentence.of("Gehört jetzt zur Administration der Firma");
      case SECOND_FACTOR_RESET ->
          Sentence.of("Zweiter Faktor zurückgesetzt, muss neu eingerichtet werden");
      case PORTAL_OPENED -> Sentence.of("Sie können dieses Portal jetzt öffnen");
      case PORTAL_ROLE_WIDENED ->
          Sentence.of("Sie sehen jetzt alles, was in diesem Portal freigegeben ist");
      case ADDRESS_BOUNCED ->
          Sentence.of(
              "Eine E-Mail kam nicht an. An diese Adresse gehen keine Mitteilungen mehr, bis Sie"
                  + " sie ändern oder bestätigen");
      case HANDED_OVER -> Sentence.of("Die Zuständigkeiten sind auf Sie übergegangen");
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
      case UPLOAD_REJECTED -> Sentence.of("Datei nicht angenommen, im Ordner {}", folder);
      case DOCUMENT_WITHDRAWN ->
          Sentence.of(
              "Dokument von der Person zurückgezogen, die es hochgeladen hat, und ins Archiv"
                  + " gelegt, im Ordner {}",
              folder);
    };
  }

  @Override
  public String why(RejectionCode code) {
    return switch (code) {
      case CONTENT_MISMATCH ->
          "Sie kam nicht so an, wie sie gesendet wurde, oder wurde während der Übertragung"
              + " verändert. Bitte laden Sie sie noch einmal hoch.";
      case CONTENT_TYPE_MISMATCH ->
          "Ihr Inhalt passt nicht zu ihrem Typ, oder sie ist ein Programm. Bitte öffnen Sie die"
              + " Datei, speichern Sie sie neu und laden Sie die neue hoch.";
      case UNSIGNED_HEADER ->
          "Sie wurde anders gesendet, als das Portal es verlangt. Bitte laden Sie sie noch einmal"
              + " in einem Browser hoch.";
      case PERMISSION_ENDED ->
          "Als sie ankam, bestand keine Berechtigung mehr, in diesen Ordner hochzuladen.";
      case THREATS_FOUND ->
          "Sie enthält Schadsoftware, zum Beispiel einen Virus. Bitte senden Sie sie nicht auf"
              + " anderem Weg, und lassen Sie den Computer prüfen, von dem sie kommt.";
      case CANNOT_BE_SCANNED ->
          "Sie konnte nicht auf Schadsoftware geprüft werden, weil sie ein Passwort hat oder zu"
              + " groß ist. Bitte laden Sie sie ohne Passwort oder in kleineren Dateien hoch.";
      case SCAN_DENIED, SCAN_FAILED ->
          "Sie konnte nicht auf Schadsoftware geprüft werden. Das liegt nicht an Ihnen. Bitte laden"
              + " Sie sie noch einmal hoch.";
    };
  }

  @Override
  public Sentence by(Line line, ZoneId zone) {
    return Sentence.of("von {}, " + time(line.at(), zone), author(line.by()));
  }

  /** In the dative case, as the sentences need it. */
  @Override
  public String author(Author author) {
    return switch (author.kind()) {
      case PERSON -> author.name();
      case OPERATOR -> "dem Betreiber des Portals";
      case PORTAL -> "dem Portal";
    };
  }

  @Override
  public String newNotes(String from, int number, String site) {
    String notes = number == 1 ? "eine neue Notiz" : number + " neue Notizen";
    return "%s hat %s für Sie freigegeben. Zum Lesen anmelden: %s"
        .formatted(MailText.shortName(from), notes, site);
  }

  @Override
  public String more(int number) {
    return "Und " + number + (number == 1 ? " weiterer Eintrag" : " weitere Einträge");
  }

  @Override
  public String times(ZoneId zone) {
    return "Alle Zeiten in " + timeZone(zone) + ".";
  }

  /** Such as {@code 1. März 2026, 09:30 Uhr}. */
  private static String time(Instant instant, ZoneId zone) {
    ZonedDateTime time = instant.atZone(zone);
    return time.getDayOfMonth()
        + (". " + month(time.getMonth()))
        + (" " + time.getYear())
        + (", " + MailText.clock(time) + "~Uhr");
  }

  static String month(Month month) {
    return switch (month) {
      case JANUARY -> "Januar";
      case FEBRUARY -> "Februar";
      case MARCH -> "März";
      case APRIL -> "April";
      case MAY -> "Mai";
      case JUNE -> "Juni";
      case JULY -> "Juli";
      case AUGUST -> "August";
      case SEPTEMBER -> "September";
      case OCTOBER -> "Oktober";
      case NOVEMBER -> "November";
      case DECEMBER -> "Dezember";
    };
  }

  /** Such as {@code Berliner Zeit}. Zones that are named after no city keep their id. */
  private static String timeZone(ZoneId zone) {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return "koordinierter Weltzeit (UTC)";
    }
    return switch (zone.getId()) {
      case "Europe/Berlin" -> "Berliner Zeit";
      case "Europe/Vienna" -> "Wiener Zeit";
      case "Europe/Zurich" -> "Zürcher Zeit";
      case "Europe/Luxembourg" -> "Luxemburger Zeit";
      case "Europe/Brussels" -> "Brüsseler Zeit";
      case "Europe/Copenhagen" -> "Kopenhagener Zeit";
      case "Europe/Prague" -> "Prager Zeit";
      case "Europe/Warsaw" -> "Warschauer Zeit";
      case "Europe/Rome" -> "römischer Zeit";
      case "Europe/Athens" -> "Athener Zeit";
      case "Europe/Lisbon" -> "Lissabonner Zeit";
      default ->
          MailText.city(zone)
              .map(city -> "der Ortszeit von " + city)
              .orElse("der Zeitzone " + zone.getId());
    };
  }
}
