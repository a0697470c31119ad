package clientportal.access.shares;

import clientportal.access.decision.Grant;
import clientportal.access.ids.EmailAddress;
import clientportal.access.records.Participation;
import clientportal.access.records.Shareable;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The shares of an item as staff see them: those in force, the item's own first. */
public final class SharesView {
  private SharesView() {}

  public static JsonObject of(ItemShares shares) {
    Stream<JsonObject> own =
        shares.own().stream().map(grant -> of(grant, shares.names(), Optional.empty()));
    Stream<JsonObject> inherited =
        shares.inherited().all().stream()
            .map(grant -> of(grant, shares.names(), Optional.of(via(shares.item()))));
    return Json.object()
        .with("shareState", shares.state().text())
        .with("keptClosed", Optional.of(true).filter(_ -> shares.keptClosed()))
        .with("recipients", Stream.concat(own, inherited).toList());
  }

  public static JsonObject of(ItemShares shares, List<SharesToChoose.Candidate> candidates) {
    return of(shares).with("candidates", candidates.stream().map(SharesView::of).toList());
  }

  private static String via(Shareable item) {
    return item instanceof Participation ? "group-note" : "folder";
  }

  private static JsonObject of(Grant grant, RecipientNames names, Optional<String> via) {
    return Json.object()
        .with("recipient", grant.recipient().text())
        .with("name", names.of(grant.recipient()))
        .with("access", grant.access().text())
        .with("via", via)
        .with("sharedAt", grant.sharedAt())
        .with("expiresAt", grant.expiresAt());
  }

  public static JsonObject of(SharesToChoose.Candidate candidate) {
    return Json.object()
        .with("recipient", candidate.recipient().text())
        .with("name", candidate.name())
        .with("email", candidate.email().map(EmailAddress::value));
  }
}
