package clientportal.notes;

import clientportal.access.Shapes;
import clientportal.access.ids.DocumentTypeId;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.List;
import java.util.Optional;

/** The body of {@code createGroupNote}. */
record NewGroupNote(
    String title, String text, Optional<DocumentTypeId> documentType, ClientIds clients) {

  static NewGroupNote read(Input input) {
    Field<String> title = input.required("title", Shape.name(120));
    Field<String> text = input.required("text", Shape.lines(NewNote.LONGEST_TEXT));
    Field<Optional<DocumentTypeId>> type = input.optional("documentType", Shapes.DOCUMENT_TYPE_ID);
    Field<List<String>> clientIds = input.values("clientIds", ClientIds.MOST, ClientIds.distinct());
    if (!clientIds.isFaulty() && clientIds.get().isEmpty()) {
      input.fault("clientIds", Fault.Code.LENGTH, "must have at least one client");
    }
    return input.build(() ->
        new NewGroupNote(title.get(), text.get(), type.get(), new ClientIds(clientIds.get())));
  }
}
