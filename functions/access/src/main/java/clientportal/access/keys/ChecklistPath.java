package clientportal.access.keys;

import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.FirmId;
import clientportal.platform.http.Request;

/** The path of a checklist: {@code /v1/firms/{firmId}/checklists/{checklistId}}. */
public record ChecklistPath(FirmId firm, ChecklistId checklist) {

  public static ChecklistPath of(Request request) {
    return new ChecklistPath(
        FirmPath.of(request).firm(), FirmPath.id(request, "checklistId", ChecklistId::new));
  }

  @Override
  public String toString() {
    return new FirmPath(firm) + "/checklists/" + checklist;
  }
}
