package clientportal.requests;

import clientportal.access.Shapes;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ChecklistId;
import clientportal.access.records.ItemTemplate;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code requestDocuments}: the items of a checklist, or others, or both.
 *
 * @param draft whether they are only prepared
 */
record NewRequest(
    Optional<ChecklistId> checklist,
    Optional<Periods> periods,
    List<ItemTemplate> items,
    Recipient.Party assignee,
    Optional<LocalDate> dueOn,
    boolean draft) {

  static NewRequest read(Input input) {
    Field<Optional<ChecklistId>> checklist =
        input.optional("checklistId", RequestShapes.CHECKLIST_ID);
    Field<Optional<Periods>> periods = input.optionalObject("periods", Periods::read);
    Field<List<ItemTemplate>> items =
        input.has("items") ? NewItems.read(input, "items") : Field.of(List.of());
    Field<Optional<Recipient.Party>> assignee = input.optional("assignee", Shapes.PARTY);
    Field<Optional<LocalDate>> dueOn = input.optional("dueOn", Shapes.DAY);
    Field<Optional<Boolean>> draft = input.optional("draft", Shape.flag());
    if (!input.has("items") && !input.has("checklistId")) {
      input.fault("items", Fault.Code.REQUIRED, "is required without a checklist");
    }
    return input.build(() ->
        new NewRequest(
            checklist.get(),
            periods.get(),
            items.get(),
            assignee.get().orElse(Recipient.CLIENT),
            dueOn.get(),
            draft.get().orElse(false)));
  }
}
