package clientportal.notifications;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DeliveryKeys;
import clientportal.access.keys.Holder;
import clientportal.delivery.DigestWindow;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of a mail: SES repeats them when it reports what became of it. They contain only ids.
 *
 * @param holder to whom it is sent
 */
record MailTags(Holder holder, Mailed mailed) {
  private static final String KIND = "kind";
  private static final String INVITATION = "invitation";
  private static final String DIGEST = "digest";
  private static final String FIRM = "firm";
  private static final String STAFF = "staff";
  private static final String MEMBER = "member";
  private static final String CLIENT = "client";
  private static final String PARTY = "party";
  private static final String EVENT = "event";

  /** What was mailed. */
  sealed interface Mailed {
    /** Returns the name of the mail among those of its addressee. */
    String name();
  }

  /** An invitation, which an event caused. */
  record Invitation(EventId event) implements Mailed {
    @Override
    public String name() {
      return event.value();
    }
  }

  /** A digest, by its number as in its key. */
  record Digest(String name) implements Mailed {}

  static MailTags ofInvitation(Holder holder, EventId event) {
    return new MailTags(holder, new Invitation(event));
  }

  static MailTags of(DigestWindow digest) {
    return new MailTags(digest.addressee(), new Digest(digest.key().sk()));
  }

  Map<String, String> toTags() {
    Map<String, String> tags = new LinkedHashMap<>();
    switch (mailed) {
      case Invitation(EventId event) -> {
        tags.put(KIND, INVITATION);
        tags.put(EVENT, event.value());
      }
      case Digest(String number) -> {
        tags.put(KIND, DIGEST);
        tags.put(DIGEST, number);
      }
    }
    tags.put(FIRM, holder.firm().value());
    switch (holder) {
      case Holder.Staff(FirmId _, StaffId staff) -> tags.put(STAFF, staff.value());
      case Holder.Member(FirmId _, MemberId member) -> tags.put(MEMBER, member.value());
      case Holder.Party(ClientPath client, Recipient.OfClient party) -> {
        tags.put(CLIENT, client.client().value());
        tags.put(PARTY, party.text());
      }
    }
    return tags;
  }

  /**
   * Reads the tags of a report, each a list with one value; empty if the mail was another one.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">the
   *     mail object</a>
   */
  static Optional<MailTags> of(JsonReader tags) {
    return text(tags, KIND)
        .flatMap(kind ->
            switch (kind) {
              case INVITATION -> Optional.of(new Invitation(new EventId(require(tags, EVENT))));
              case DIGEST -> Optional.of(new Digest(require(tags, DIGEST)));
              default -> Optional.empty();
            })
        .map(mailed -> new MailTags(holder(tags), mailed));
  }

  private static Holder holder(JsonReader tags) {
    FirmId firm = new FirmId(require(tags, FIRM));
    return text(tags, STAFF)
        .<Holder>map(staff -> new Holder.Staff(firm, new StaffId(staff)))
        .or(() -> text(tags, MEMBER).map(member -> new Holder.Member(firm, new MemberId(member))))
        .orElseGet(() ->
            new Holder.Party(
                new ClientPath(firm, new ClientId(require(tags, CLIENT))),
                Recipient.ofClient(require(tags, PARTY))));
  }

  /** Returns the key of the record of the mail. */
  Key mailKey() {
    return DeliveryKeys.mail(holder, mailed.name());
  }

  private static String require(JsonReader tags, String name) {
    return text(tags, name)
        .orElseThrow(() -> new IllegalArgumentException("a mail without the tag " + name));
  }

  private static Optional<String> text(JsonReader tags, String name) {
    return Optional.of(tags.texts(name)).filter(texts -> texts.size() == 1).map(List::getFirst);
  }
}
