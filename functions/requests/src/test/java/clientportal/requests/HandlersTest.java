package clientportal.requests;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.RuntimeContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each handler starts with the environment that its template gives it, and names what is missing.
 */
final class HandlersTest {
  private static final Map<String, String> WITHOUT_TABLE =
      Map.of(
          "AWS_REGION", "eu-west-1",
          "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
          "AWS_SECRET_ACCESS_KEY", "secret");
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-west-1",
          "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
          "AWS_SECRET_ACCESS_KEY", "secret",
          "TABLE_NAME", "table");

  private static void start(Runnable handler, Map<String, String> environment) {
    ScopedValue.where(RuntimeContext.CURRENT, new RuntimeContext(environment, Clock.systemUTC()))
        .run(handler);
  }

  @Test
  void handlers_needOnlyTheTable() {
    for (Runnable handler :
        List.<Runnable>of(
            CreateChecklistHandler::new,
            ListChecklistsHandler::new,
            GetChecklistHandler::new,
            UpdateChecklistHandler::new,
            ArchiveChecklistHandler::new,
            CreateEngagementHandler::new,
            GetEngagementHandler::new,
            ListEngagementsHandler::new,
            RequestDocumentsHandler::new,
            SendRequestHandler::new,
            PreviewRequestHandler::new,
            SendReminderHandler::new,
            AnswerItemHandler::new,
            SubmitItemsHandler::new,
            ListItemFilesHandler::new,
            AttachFileHandler::new,
            DetachFileHandler::new,
            ReviewItemsHandler::new,
            MarkItemNotApplicableHandler::new,
            WithdrawItemHandler::new,
            ReopenItemsHandler::new,
            CancelItemsHandler::new,
            SetEngagementStatusHandler::new,
            UpdateEngagementHandler::new,
            UpdateItemHandler::new,
            ListFirmEngagementsHandler::new)) {
      assertThatCode(() -> start(handler, ENVIRONMENT)).doesNotThrowAnyException();
      assertThatThrownBy(() -> start(handler, WITHOUT_TABLE)).hasMessageContaining("TABLE_NAME");
    }
  }
}
