package clientportal.notifications;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Recorder;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of an invitation's mail: SES repeats them when it reports what became of the mail. They
 * contain only ids.
 *
 * @param holder who is invited
 * @param event that caused the mail
 */
record InvitationTags(Holder holder, EventId event) {
  private static final String KIND = "kind";
  private static final String INVITATION = "invitation";
  private static final String FIRM = "firm";
  private static final String STAFF = "staff";
  private static final String MEMBER = "member";
  private static final String CLIENT = "client";
  private static final String PARTY = "party";
  private static final String EVENT = "event";

  Map<String, String> toTags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(KIND, INVITATION);
    tags.put(FIRM, holder.firm().value());
    switch (holder) {
      case Holder.Staff(FirmId _, StaffId staff) -> tags.put(STAFF, staff.value());
      case Holder.Member(FirmId _, MemberId member) -> tags.put(MEMBER, member.value());
      case Holder.Party(ClientPath client, Recipient.OfClient party) -> {
        tags.put(CLIENT, client.client().value());
        tags.put(PARTY, party.text());
      }
    }
    tags.put(EVENT, event.value());
    return tags;
  }

  /**
   * Reads the tags of a report, each a list with one value; empty if the mail was no invitation.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">the
   *     mail object</a>
   */
  static Optional<InvitationTags> of(JsonReader tags) {
    if (!text(tags, KIND).equals(Optional.of(INVITATION))) {
      return Optional.empty();
    }
    FirmId firm = new FirmId(require(tags, FIRM));
    Holder holder =
        text(tags, STAFF)
            .<Holder>map(staff -> new Holder.Staff(firm, new StaffId(staff)))
            .or(() ->
                text(tags, MEMBER).map(member -> new Holder.Member(firm, new MemberId(member))))
            .orElseGet(() ->
                new Holder.Party(
                    new ClientPath(firm, new ClientId(require(tags, CLIENT))),
                    Recipient.ofClient(require(tags, PARTY))));
    return Optional.of(new InvitationTags(holder, new EventId(require(tags, EVENT))));
  }

  Key eventKey() {
    return Recorder.key(holder, event);
  }

  private static String require(JsonReader tags, String name) {
    return text(tags, name)
        .orElseThrow(() -> new IllegalArgumentException("an invitation without the tag " + name));
  }

  private static Optional<String> text(JsonReader tags, String name) {
    return Optional.of(tags.texts(name)).filter(texts -> texts.size() == 1).map(List::getFirst);
  }
}
