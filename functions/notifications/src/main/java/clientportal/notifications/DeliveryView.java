package clientportal.notifications;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.FolderId;
import clientportal.delivery.Delivery;
import clientportal.delivery.Delivery.Delivered;
import clientportal.delivery.MailState;
import clientportal.delivery.NoticeType;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A delivery as staff see it. */
final class DeliveryView {
  private DeliveryView() {}

  static JsonObject of(ShownDelivery shown) {
    Delivery delivery = shown.delivery();
    Delivered item = delivery.item();
    return Json.object()
        .with("recipient", delivery.addressee().recipient().map(Recipient.Party::text))
        .with("recipientName", shown.name())
        .with("item", item.text())
        .with("folderId", item.folder().map(FolderId::value))
        .with("notice", delivery.type().map(NoticeType::text))
        .with("at", delivery.at())
        .with("mail", delivery.mail().map(_ -> mail(shown)))
        .with("readAt", shown.readAt())
        .with("downloadedAt", shown.downloadedAt());
  }

  private static JsonObject mail(ShownDelivery shown) {
    MailState state = shown.mail().state();
    if (shown.isLeftOut()) {
      return Json.object().with("as", "digest").with("state", "left-out");
    }
    if (shown.isTexted()) {
      return Json.object().with("as", "text-message").with("state", MailState.Shown.SENT.text());
    }
    return Json.object()
        .with("as", shown.delivery().type().isPresent() ? "digest" : "invitation")
        .with("state", state.shown().text())
        .with("sentAt", state.sentAt())
        .with("deliveredAt", state.deliveredAt())
        .with("bouncedAt", state.bouncedAt())
        .with("complainedAt", state.complainedAt());
  }
}
