package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.FirmPath;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import java.util.List;

/** Checklists of a firm, without I/O. */
final class TestChecklists {
  final TestFirm firm = new TestFirm();
  final PersonId staff = firm.staff(Role.STAFF, false);
  final Table table = firm.table;

  RequestsModule module(Table through) {
    return new RequestsModule(new Access(through, firm.clock), through, firm.ids);
  }

  /** Returns the body of a checklist with these items. */
  static String body(String... items) {
    return "{\"name\": \"Tax return\", \"items\": [%s]}".formatted(String.join(", ", items));
  }

  static String item(String name) {
    return "{\"name\": \"%s\"}".formatted(name);
  }

  private Exchange to(String method, PersonId caller, String path) {
    return Exchange.of(method, path).as(caller.value()).path("firmId", firm.id);
  }

  Exchange toList(String method, PersonId caller) {
    return to(method, caller, new FirmPath(firm.id) + "/checklists");
  }

  Exchange to(String method, PersonId caller, ChecklistPath path) {
    return to(method, caller, path.toString()).path("checklistId", path.checklist());
  }

  Exchange.Answer create(Table through, PersonId caller, String json) {
    return toList("POST", caller)
        .header("idempotency-key", "k")
        .json(json)
        .send(new CreateChecklistHandler(module(through).createChecklist()));
  }

  /** Creates a checklist whose items have these names. */
  ChecklistPath checklist(String name, String... items) {
    String all = String.join(", ", List.of(items).stream().map(TestChecklists::item).toList());
    Exchange.Answer created =
        toList("POST", staff)
            .json("{\"name\": \"%s\", \"items\": [%s]}".formatted(name, all))
            .send(new CreateChecklistHandler(module(table).createChecklist()));
    if (created.status() != 201) {
      throw new AssertionError(created.body());
    }
    return new ChecklistPath(firm.id, new ChecklistId((String) created.get("checklistId")));
  }

  Exchange.Answer list(Table through, PersonId caller, boolean archived) {
    return toList("GET", caller)
        .query("archived", String.valueOf(archived))
        .send(new ListChecklistsHandler(module(through).listChecklists()));
  }

  Exchange.Answer get(Table through, PersonId caller, ChecklistPath path) {
    return to("GET", caller, path).send(new GetChecklistHandler(module(through).getChecklist()));
  }

  Exchange.Answer update(Table through, PersonId caller, ChecklistPath path, String json) {
    return to("PATCH", caller, path)
        .json(json)
        .send(new UpdateChecklistHandler(module(through).updateChecklist()));
  }

  Exchange.Answer archive(Table through, PersonId caller, ChecklistPath path) {
    return to("DELETE", caller, path)
        .send(new ArchiveChecklistHandler(module(through).updateChecklist()));
  }

  /** Returns what happened with checklists, in any order. */
  List<EventData> events() {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .map(Event::data)
        .filter(EventData.OfChecklist.class::isInstance)
        .toList();
  }
}
