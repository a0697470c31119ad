package clientportal.firms;

import clientportal.access.RemindersView;
import clientportal.access.ids.Deliveries;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MailTimes.QuietHours;
import clientportal.access.records.Firm;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A firm as its staff see it. */
final class FirmView {
  private FirmView() {}

  static JsonObject of(Firm firm) {
    Firm.Settings settings = firm.settings();
    MailTimes times = settings.mailTimes();
    return brief(firm)
        .with(
            "settings",
            Json.object()
                .with("digestMinutes", settings.digestMinutes())
                .with("selfRegistration", settings.selfRegistration())
                .with("timeZone", settings.timeZone().getId())
                .with("language", settings.language().tag())
                .with("passwordClasses", settings.passwordClasses())
                .with("secondFactor", settings.secondFactor().text())
                .with(
                    "notices",
                    Json.object()
                        .with(
                            "notes",
                            Json.object()
                                .with("email", settings.notes().mails())
                                .with("sms", settings.notes().texts())))
                .with("replyTo", settings.replyTo().map(EmailAddress::value))
                .with("quietHours", times.quietHours().map(FirmView::quietHours))
                .with("quietDays", times.quietDays().stream().map(MailTimes::text).toList())
                .with("mailsPerDay", times.mailsPerDay())
                .with("reminders", RemindersView.of(settings.reminders().reminders()))
                .with("remindAt", settings.reminders().at().toString())
                .with("deliveries", deliveries(settings.deliveries()))
                .with("requiredForStaff", settings.deliveries().requiredForStaff()));
  }

  private static JsonObject deliveries(Deliveries deliveries) {
    JsonObject types = Json.object();
    deliveries.portalOnly().forEach(type -> types.with(type, "portal-only"));
    return types;
  }

  private static JsonObject quietHours(QuietHours hours) {
    return Json.object().with("from", hours.from().toString()).with("to", hours.to().toString());
  }

  /** The firm without its settings. */
  static JsonObject brief(Firm firm) {
    return Json.object()
        .with("firmId", firm.id().value())
        .with("name", firm.name())
        .with("slug", firm.slug())
        .with("createdAt", firm.createdAt());
  }
}
