package clientportal.delivery;

import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DeliveryKeys;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.Holder;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Optional;

/**
 * That a client, contact or member was to be notified of something about an item of a client. It is
 * written once and never changes: what became of its mail, and whether the addressee has read or
 * downloaded it, is recorded where that happens.
 *
 * @param person who they were then, if they had signed in
 * @param type of the notice; empty if they were invited
 * @param mail the mail of it, of the addressee: the number of a digest, or the event of an
 *     invitation; empty if it is in the portal alone
 */
public record Delivery(
    ClientPath client,
    Delivered item,
    EventId event,
    Holder.Reader addressee,
    Optional<PersonId> person,
    Optional<NoticeType> type,
    Optional<String> mail,
    Instant at) {

  /**
   * What somebody was notified of.
   *
   * @param id empty of an invitation that names nothing
   * @param folder of a document
   */
  public record Delivered(Kind kind, Optional<String> id, Optional<FolderId> folder) {
    /** An invitation that names nothing. */
    public static final Delivered INVITATION =
        new Delivered(Kind.INVITATION, Optional.empty(), Optional.empty());

    /** Returns the item as it is named in keys and in the API, such as {@code document:id}. */
    public String text() {
      return id.map(is -> kind.text() + ":" + is).orElseGet(kind::text);
    }

    /** Returns the document, if it is one. */
    public Optional<DocumentId> document() {
      return id.filter(_ -> kind == Kind.DOCUMENT).map(DocumentId::new);
    }

    public static Delivered engagement(EngagementPath path) {
      return of(Kind.ENGAGEMENT, path.engagement().value());
    }

    private static Delivered of(Kind kind, String id) {
      return new Delivered(kind, Optional.of(id), Optional.empty());
    }

    /** Returns what a notice to a reader is about; empty if that is no item of a client. */
    public static Optional<Delivered> of(Subject subject) {
      return switch (subject) {
        case Subject.OfFolder folder ->
            Optional.of(of(Kind.FOLDER, folder.path().folder().value()));
        case Subject.OfNote note -> Optional.of(of(Kind.NOTE, note.path().note().value()));
        case Subject.OfGroupNote note ->
            Optional.of(of(Kind.GROUP_NOTE, note.path().note().value()));
        case Subject.OfRequest request -> Optional.of(engagement(request.path()));
        case Subject.InFolder in ->
            Optional.of(
                new Delivered(
                    Kind.DOCUMENT,
                    Optional.of(in.id().value()),
                    Optional.of(in.folder().folder())));
        case Subject.OfPerson _, Subject.OfPortal _ -> Optional.empty();
      };
    }
  }

  /** The kinds of what somebody is notified of. */
  public enum Kind {
    FOLDER("folder"),
    DOCUMENT("document"),
    NOTE("note"),
    GROUP_NOTE("group-note"),
    ENGAGEMENT("engagement"),
    INVITATION("invitation");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    static Kind of(String text) {
      for (Kind kind : values()) {
        if (kind.text.equals(text)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("unknown kind of what is delivered: " + text);
    }
  }

  /**
   * Returns the delivery of a notice; empty if it is about no item of a client, or to staff.
   *
   * @param digest empty if it is in the portal alone
   */
  public static Optional<Delivery> of(Notice notice, Addressee to, Optional<Key> digest) {
    return to.holder() instanceof Holder.Reader reader
        ? notice
            .client()
            .flatMap(client ->
                Delivered.of(notice.subject())
                    .map(item ->
                        new Delivery(
                            client,
                            item,
                            notice.id(),
                            reader,
                            to.person(),
                            Optional.of(notice.type()),
                            digest.map(Key::sk),
                            notice.at())))
        : Optional.empty();
  }

  /** Returns the delivery of an invitation by an event. */
  public static Delivery ofInvitation(
      ClientPath client, Delivered item, EventId event, Holder.Reader invited, Instant at) {
    return new Delivery(
        client,
        item,
        event,
        invited,
        Optional.empty(),
        Optional.empty(),
        Optional.of(event.value()),
        at);
  }

  /** Returns the key of the record of its mail. */
  public Optional<Key> mailKey() {
    return mail.map(is -> DeliveryKeys.mail(addressee, is));
  }

  /** Writes the delivery, again without effect. */
  public Write save() {
    return Write.put(toItem());
  }

  public Item toItem() {
    return Fields.of()
        .with("kind", item.kind().text())
        .with("itemId", item.id())
        .with("folderId", item.folder().map(FolderId::value))
        .with("eventId", event.value())
        .with("addressee", addressee.toFields())
        .with("personId", person.map(PersonId::value))
        .with("noticeType", type.map(NoticeType::text))
        .with("mail", mail)
        .with("at", at)
        .with("namesPartition", DeliveryKeys.deliveries(client))
        .with("namesSort", DeliveryKeys.deliverySort(event, addressee))
        .at(DeliveryKeys.delivery(client, item.text(), event, addressee));
  }

  public static Delivery fromItem(Item item) {
    Fields fields = item.fields();
    return new Delivery(
        DeliveryKeys.clientOf(item.key()),
        new Delivered(
            Kind.of(fields.text("kind")),
            fields.optionalText("itemId"),
            fields.optionalText("folderId").map(FolderId::new)),
        new EventId(fields.text("eventId")),
        (Holder.Reader) Holder.fromFields(fields.map("addressee")),
        fields.optionalText("personId").map(PersonId::new),
        fields.optionalText("noticeType").map(NoticeType::of),
        fields.optionalText("mail"),
        fields.instant("at"));
  }
}
