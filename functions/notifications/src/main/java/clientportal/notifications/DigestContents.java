package clientportal.notifications;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.Language;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Firm;
import clientportal.access.records.Holders;
import clientportal.access.records.LastReminder;
import clientportal.delivery.DigestAddressee;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.MovingDocuments;
import clientportal.delivery.Notice;
import clientportal.delivery.NoticeType;
import clientportal.delivery.Subject;
import clientportal.notifications.mail.DigestMail;
import clientportal.notifications.mail.DigestMail.Addressee;
import clientportal.notifications.mail.DigestMail.ClientNews;
import clientportal.notifications.mail.DigestMail.Line;
import clientportal.notifications.mail.Letterhead;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Reader;
import clientportal.notifications.mail.Sender;
import clientportal.notifications.mail.Wording;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a digest names, as it is called now, and leaves out what its addressee can no longer
 * see, is no longer notified of or has read. The firm's present settings choose the channels for
 * notes.
 */
record DigestContents(Table table, MailLinks links) {
  /**
   * What a window holds.
   *
   * @param settled what is written with the end of the window
   * @param addressed empty if nothing is left to notify of
   */
  record Contents(List<Write> settled, Optional<Addressed> addressed) {}

  /**
   * A digest and the address to which it is sent.
   *
   * @param settings of the firm, by which it is sent now or later
   * @param text the text message, to whoever gets one
   * @param all everything
   * @param rest what is mailed to somebody who got the text message
   */
  record Addressed(
      Sender sender,
      Firm.Settings settings,
      EmailAddress address,
      Reader reader,
      Optional<TextMessage> text,
      Optional<DigestMail> all,
      Optional<DigestMail> rest) {
    /** Returns what is mailed; empty if nothing is left. */
    Optional<DigestMail> digest(boolean texted) {
      return texted ? rest : all;
    }

    Language language() {
      return settings.language();
    }
  }

  /**
   * A text message.
   *
   * @param phone E.164
   */
  record TextMessage(String phone, String text) {}

  /** Returns what the window holds as it reads now. */
  Contents of(DigestWindow window, Instant now) {
    return Attempts.run(() -> {
      List<Notice> notices = notices(window);
      return new Contents(
          settled(window.addressee(), notices, now), read(window.addressee(), notices, now));
    });
  }

  private static List<Write> settled(Holder holder, List<Notice> notices, Instant now) {
    return holder instanceof Holder.Party(ClientPath client, Recipient.Party recipient)
            && notices.stream().anyMatch(notice -> notice.type() == NoticeType.REQUEST_REMINDED)
        ? List.of(LastReminder.mailed(client, recipient, now))
        : List.of();
  }

  private Optional<Addressed> read(Holder holder, List<Notice> notices, Instant now) {
    List<Key> keys = new ArrayList<>(Account.keys(holder));
    keys.add(TableKeys.firm(holder.firm()));
    notices.forEach(notice -> {
      keys.addAll(notice.keys());
      keys.addAll(DigestAddressee.keys(holder, notice.subject()));
    });
    Items read = table.read(keys);
    Firm firm = Firm.fromItem(read.require(TableKeys.firm(holder.firm())));
    return DigestAddressee.of(holder, read, table)
        .flatMap(reader -> {
          List<Notice> missing =
              notices.stream()
                  .filter(notice ->
                      notice.subject().isMissing(reader.to(notice.subject(), read), read, now))
                  .toList();
          Items items = new MovingDocuments(table).readAgain(missing, read);
          List<Notice> visible =
              unread(reader, notices).stream()
                  .filter(notice -> reader.isNotifiedOf(notice, holder, items, now))
                  .filter(notice -> !isOfNote(notice) || firm.settings().notes().any())
                  .map(notice -> notice.named(items))
                  .toList();
          LocalDate today = LocalDate.ofInstant(now, firm.settings().timeZone());
          RequestLines requests = RequestLines.read(holder, visible, items, today, table);
          List<Notice> left = requests.fold(visible);
          return left.isEmpty()
              ? Optional.empty()
              : Optional.of(addressed(holder, reader, left, requests, firm, read));
        });
  }

  private Addressed addressed(
      Holder holder,
      DigestAddressee reader,
      List<Notice> notices,
      RequestLines requests,
      Firm firm,
      Items items) {
    String slug = reader.site().orElse(firm.slug());
    Sender sender =
        switch (holder) {
          case Holder.Staff _ -> Sender.of(firm);
          case Holder.Party _, Holder.Member _ -> MailSite.of(firm, slug, table).sender();
        };
    Letterhead from = sender.letterhead();
    return new Addressed(
        sender,
        firm.settings(),
        reader.address(),
        Readers.of(holder, items),
        text(holder, notices, firm, from, slug, items),
        digest(holder, notices, requests, firm, from, slug),
        digest(holder, besidesTexts(notices, firm), requests, firm, from, slug));
  }

  /** Returns what the addressee has not read in the portal. */
  private List<Notice> unread(DigestAddressee reader, List<Notice> notices) {
    return reader.person().map(person -> unread(person, notices)).orElse(notices);
  }

  private List<Notice> unread(PersonId person, List<Notice> notices) {
    Items inbox =
        table.read(notices.stream().map(notice -> TableKeys.notice(person, notice.id())).toList());
    return notices.stream()
        .filter(notice ->
            inbox.at(TableKeys.notice(person, notice.id())).filter(Notice::isRead).isEmpty())
        .toList();
  }

  private static boolean isOfNote(Notice notice) {
    return notice.type().isOfNote();
  }

  private static List<Notice> besidesTexts(List<Notice> notices, Firm firm) {
    return notices.stream()
        .filter(notice -> !isOfNote(notice) || firm.settings().notes().mails())
        .toList();
  }

  private Optional<TextMessage> text(
      Holder holder, List<Notice> notices, Firm firm, Letterhead from, String slug, Items items) {
    int notes = Math.toIntExact(notices.stream().filter(DigestContents::isOfNote).count());
    if (notes == 0 || !firm.settings().notes().texts()) {
      return Optional.empty();
    }
    String site = links.site(slug);
    return Holders.phone(holder, items)
        .map(phone ->
            new TextMessage(
                phone, Wording.of(firm.settings().language()).newNotes(from.name(), notes, site)));
  }

  private List<Notice> notices(DigestWindow window) {
    Query query =
        Query.of(Query.Index.TABLE, TableKeys.notified(window.addressee()))
            .prefix(TableKeys.notifiedPrefix(window.key()))
            .consistently();
    return table.all(query).stream().map(Notice::fromItem).toList();
  }

  private Optional<DigestMail> digest(
      Holder holder,
      List<Notice> notices,
      RequestLines requests,
      Firm firm,
      Letterhead from,
      String site) {
    if (notices.isEmpty()) {
      return Optional.empty();
    }
    Addressee addressee = addressee(holder);
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Notice notice : notices) {
      String client = notice.client().map(path -> path.client().value()).orElse("");
      names.put(client, notice.clientName().orElse(firm.name()));
      lines
          .computeIfAbsent(client, _ -> new ArrayList<>())
          .add(line(notice, requests, site, addressee));
    }
    return Optional.of(
        new DigestMail(
            addressee,
            from,
            firm.settings().timeZone(),
            addressee == Addressee.STAFF ? links.staffUrl() : links.site(site),
            lines.entrySet().stream()
                .map(entry ->
                    new ClientNews(names.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList()));
  }

  private static Addressee addressee(Holder holder) {
    return switch (holder) {
      case Holder.Staff _ -> Addressee.STAFF;
      case Holder.Party(var _, Recipient.Client _) -> Addressee.CLIENT;
      case Holder.Party(var _, Recipient.Contact _), Holder.Member _ -> Addressee.CONTACT;
    };
  }

  private Line line(Notice notice, RequestLines requests, String site, Addressee addressee) {
    Subject subject = notice.subject();
    return new Line(
        notice.type(),
        switch (subject) {
          case Subject.OfFolder folder -> folder.name().orElseThrow();
          case Subject.OfNote note -> note.name().orElseThrow();
          case Subject.OfGroupNote note -> note.name().orElseThrow();
          case Subject.OfRequest request -> request.name().orElseThrow();
          case Subject.InFolder in -> in.folderName().orElseThrow();
          case Subject.OfPerson person -> person.name().orElseThrow();
          case Subject.OfPortal portal -> portal.name().orElseThrow();
        },
        subject instanceof Subject.InFolder in ? in.name().orElse(null) : null,
        subject instanceof Subject.OfUpload upload ? upload.rejection() : null,
        notice.by(),
        notice.at(),
        link(notice, site, addressee),
        requests.of(notice).orElse(null));
  }

  private String link(Notice notice, String site, Addressee addressee) {
    String firm = notice.firm().value();
    return switch (notice.subject()) {
      case Subject.OfFolder folder -> folderLink(folder.path(), site);
      case Subject.OfNote(NotePath path, var _) ->
          links.note(site, path.client().client().value(), path.note().value());
      case Subject.OfGroupNote(ParticipantPath path, var _) ->
          links.groupNote(site, path.client().client().value(), path.note().value());
      case Subject.OfRequest request -> engagementLink(request.path(), site, addressee);
      case Subject.InFolder in -> documentLink(in, site, addressee);
      case Subject.OfPortal portal -> links.site(portal.site());
      case Subject.OfPerson person ->
          switch (notice.type()) {
            case REGISTRATION_COMPLETED ->
                links.staffClient(firm, person.client().orElseThrow().client().value());
            case REGISTRATION_RECEIVED -> links.registrations(firm);
            default -> links.staff(firm);
          };
    };
  }

  private String engagementLink(EngagementPath path, String site, Addressee addressee) {
    String client = path.client().client().value();
    String engagement = path.engagement().value();
    return addressee == Addressee.STAFF
        ? links.staffEngagement(path.client().firm().value(), client, engagement)
        : links.engagement(site, client, engagement);
  }

  private String folderLink(FolderPath path, String site) {
    return links.folder(site, path.client().client().value(), path.folder().value());
  }

  private String documentLink(Subject.InFolder in, String site, Addressee addressee) {
    FolderPath path = in.folder();
    String firm = path.client().firm().value();
    String client = path.client().client().value();
    String folder = path.folder().value();
    return addressee == Addressee.STAFF
        ? links.staffDocument(firm, client, folder, in.id().value())
        : links.document(site, client, folder, in.id().value());
  }
}
