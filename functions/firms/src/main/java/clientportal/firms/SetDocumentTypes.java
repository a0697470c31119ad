package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.DocumentTypesSet;
import clientportal.access.events.EventData.NamedType;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypes;
import clientportal.access.records.DocumentTypes.DocumentType;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.util.List;

/**
 * Sets the document types of a firm. A type that is left out is retired and never lost: what has it
 * keeps it and its name.
 */
record SetDocumentTypes(Access access, Table table, Ids ids) {
  DocumentTypes handle(
      Caller caller, FirmPath path, Body<NewDocumentTypes> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private DocumentTypes attempt(
      Caller caller, FirmPath path, Body<NewDocumentTypes> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.documentTypes(path.firm())));
    reach.require(Action.CHANGE_FIRM);
    NewDocumentTypes command = body.read();
    DocumentTypes before = DocumentTypes.of(path.firm(), reach.items());
    precondition.check(before.revision());
    DocumentTypes after = before.with(command.after(before, ids));
    if (after.all().equals(before.all())) {
      return before;
    }
    table.write(List.of(after.save(), reach.recorder(ids).record(set(before, after))));
    return after;
  }

  private static DocumentTypesSet set(DocumentTypes before, DocumentTypes after) {
    return new DocumentTypesSet(
        after.firm(),
        after.all().stream()
            .filter(type -> !before.all().contains(type))
            .map(SetDocumentTypes::named)
            .toList());
  }

  private static NamedType named(DocumentType type) {
    return new NamedType(type.id(), type.name(), type.retired());
  }
}
