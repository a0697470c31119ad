package clientportal.access;

import clientportal.access.ids.Reminders;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** Reminders of a firm or an engagement, as callers see them. */
public final class RemindersView {
  private RemindersView() {}

  /** Returns the object of the API. */
  public static JsonObject of(Reminders reminders) {
    return Json.object()
        .with("firstAfterDays", reminders.firstAfterDays())
        .with("everyDays", reminders.everyDays())
        .with("beforeDueDays", reminders.beforeDueDays())
        .with("atMost", reminders.atMost());
  }
}
