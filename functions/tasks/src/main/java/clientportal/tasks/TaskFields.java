package clientportal.tasks;

import clientportal.access.Shapes;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the fields of a task that several bodies have. */
final class TaskFields {
  private static final int MOST_ASSIGNEES = 10;
  private static final int MOST_ATTACHMENTS = 5;

  static final Shape<String> TITLE = Shape.name(120);
  static final Shape<String> DESCRIPTION = Shape.lines(4_000);
  static final Shape<String> COMMENT = Shape.lines(5_000);

  /** The id of an engagement. */
  static final Shape<EngagementId> ENGAGEMENT_ID =
      json -> {
        try {
          return new EngagementId(Shape.string(json));
        } catch (IllegalArgumentException _) {
          throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of an engagement");
        }
      };

  /** A document that is attached, in its folder. */
  record Attachment(FolderId folder, DocumentId document) {
    private static Attachment read(Input input) {
      Field<FolderId> folder = input.required("folderId", Shapes.FOLDER_ID);
      Field<DocumentId> document = input.required("documentId", Shapes.DOCUMENT_ID);
      return input.build(() -> new Attachment(folder.get(), document.get()));
    }

    DocumentPath path(ClientPath client) {
      return new DocumentPath(new FolderPath(client, folder), document);
    }
  }

  private TaskFields() {}

  /** Reads the required list of assignees. */
  static Field<List<Recipient.Party>> assignees(Input input) {
    Set<Recipient.Party> named = new HashSet<>();
    Field<List<Recipient.Party>> all =
        input.values(
            "assignees",
            MOST_ASSIGNEES,
            json -> {
              Recipient.Party party = Shapes.PARTY.read(json);
              if (!named.add(party)) {
                throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is named before");
              }
              return party;
            });
    if (!all.isFaulty() && all.get().isEmpty()) {
      input.fault("assignees", Fault.Code.LENGTH, "must have at least one assignee");
    }
    return all;
  }

  /** Reads the list of attachments; none if it is left out. */
  static Field<List<Attachment>> attachments(Input input) {
    if (!input.has("attachments")) {
      return Field.of(List.of());
    }
    Field<List<Attachment>> all = input.objects("attachments", MOST_ATTACHMENTS, Attachment::read);
    if (!all.isFaulty() && new HashSet<>(all.get()).size() < all.get().size()) {
      input.fault("attachments", Fault.Code.DUPLICATE, "must not have a document twice");
    }
    return all;
  }
}
