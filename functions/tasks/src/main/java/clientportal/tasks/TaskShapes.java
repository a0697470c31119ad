package clientportal.tasks;

import clientportal.access.Shapes;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FolderId;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Shapes of values in the bodies of tasks. */
final class TaskShapes {
  private static final int MOST_ASSIGNEES = 10;
  private static final int MOST_ATTACHMENTS = 5;

  static final Shape<String> TITLE = Shape.name(120);
  static final Shape<String> DESCRIPTION = Shape.lines(4000);
  static final Shape<String> COMMENT = Shape.lines(5000);
  static final Shape<EngagementId> ENGAGEMENT_ID = id(EngagementId::new, "an engagement");
  private static final Shape<FolderId> FOLDER_ID = id(FolderId::new, "a folder");
  private static final Shape<DocumentId> DOCUMENT_ID = id(DocumentId::new, "a document");

  /** A document, and where it lies. */
  record Attachment(FolderId folder, DocumentId document) {}

  private TaskShapes() {}

  private static <T> Shape<T> id(Function<String, T> read, String what) {
    return json -> {
      try {
        return read.apply(Shape.string(json));
      } catch (IllegalArgumentException _) {
        throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of " + what);
      }
    };
  }

  /** Reads 1 to 10 assignees. */
  static Field<List<Recipient.Party>> assignees(Input input) {
    Set<Recipient> seen = new HashSet<>();
    Field<List<Recipient.Party>> assignees =
        input.values(
            "assignees",
            MOST_ASSIGNEES,
            json -> {
              Recipient.Party assignee = Shapes.ASSIGNEE.read(json);
              if (!seen.add(assignee)) {
                throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is named before");
              }
              return assignee;
            });
    if (!assignees.isFaulty() && assignees.get().isEmpty()) {
      input.fault("assignees", Fault.Code.LENGTH, "must have at least one assignee");
    }
    return assignees;
  }

  /** Reads at most 5 documents. */
  static Field<List<Attachment>> attachments(Input input) {
    Set<DocumentId> seen = new HashSet<>();
    return input.objects(
        "attachments",
        MOST_ATTACHMENTS,
        each -> {
          Field<FolderId> folder = each.required("folderId", FOLDER_ID);
          Field<DocumentId> document = each.required("documentId", DOCUMENT_ID);
          if (!document.isFaulty() && !seen.add(document.get())) {
            each.fault("documentId", Fault.Code.DUPLICATE, "is named before");
          }
          return each.build(() -> new Attachment(folder.get(), document.get()));
        });
  }
}
