package clientportal.sharing;

import clientportal.access.decision.Grant;
import clientportal.platform.http.Json;
import clientportal.platform.http.JsonObject;
import java.util.List;

/** The shares of a folder as staff see them: those in force. */
final class SharesView {
  private SharesView() {}

  static JsonObject of(FolderShares shares) {
    return Json.object()
        .with("shareState", shares.folder().grants().state(shares.now()).text())
        .with(
            "recipients",
            shares.folder().grants().inForce(shares.now()).stream()
                .map(grant -> of(grant, shares.names()))
                .toList());
  }

  static JsonObject of(FolderShares shares, List<Candidate> candidates) {
    return of(shares).with("candidates", candidates.stream().map(SharesView::of).toList());
  }

  private static JsonObject of(Grant grant, RecipientNames names) {
    return Json.object()
        .with("recipient", grant.recipient().text())
        .with("name", names.of(grant.recipient()))
        .with("access", grant.access().text())
        .with("sharedAt", grant.sharedAt())
        .with("expiresAt", grant.expiresAt());
  }

  private static JsonObject of(Candidate candidate) {
    return Json.object()
        .with("recipient", candidate.recipient().text())
        .with("name", candidate.name());
  }
}
