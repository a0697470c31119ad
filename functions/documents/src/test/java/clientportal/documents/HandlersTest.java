package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.RuntimeContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each handler starts with the environment that its template gives it, and names what is missing.
 */
final class HandlersTest {
  private static final Map<String, String> ENVIRONMENT = environment();

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(TestDocuments.ENVIRONMENT);
    environment.put("TABLE_NAME", "table");
    environment.put("BUCKET_NAME", "bucket");
    environment.put("SINGLE_PUT_LIMIT", "100000000");
    environment.put("MALWARE_SCANNING", "true");
    return environment;
  }

  private static void starts(Runnable handler, List<String> own) {
    Map<String, String> exact = new HashMap<>(TestDocuments.ENVIRONMENT);
    exact.put("TABLE_NAME", "table");
    own.forEach(name -> exact.put(name, ENVIRONMENT.getOrDefault(name, "")));
    assertThatCode(() -> start(handler, exact)).doesNotThrowAnyException();
    for (String name : own) {
      Map<String, String> less = new HashMap<>(exact);
      less.remove(name);
      assertThatThrownBy(() -> start(handler, less)).hasMessageContaining(name);
    }
  }

  private static void start(Runnable handler, Map<String, String> environment) {
    ScopedValue.where(RuntimeContext.CURRENT, new RuntimeContext(environment, Clock.systemUTC()))
        .run(handler);
  }

  @Test
  void handlersThatReadAndWriteTheTable_needOnlyTheTable() {
    starts(GetDocumentHandler::new, List.of());
    starts(UpdateDocumentHandler::new, List.of());
    starts(ArchiveDocumentHandler::new, List.of());
    starts(ListDocumentsHandler::new, List.of());
    starts(ListUploadsHandler::new, List.of());
    starts(ListVersionsHandler::new, List.of());
    starts(CancelUploadHandler::new, List.of());
    starts(DismissUploadHandler::new, List.of());
  }

  @Test
  void handlerOfTheLimits_needsThem() {
    starts(GetUploadLimitsHandler::new, List.of("SINGLE_PUT_LIMIT", "MALWARE_SCANNING"));
  }

  @Test
  void handlersThatSignOrReadObjects_needTheBucketToo() {
    starts(
        RequestUploadHandler::new, List.of("BUCKET_NAME", "SINGLE_PUT_LIMIT", "MALWARE_SCANNING"));
    starts(
        RequestVersionHandler::new, List.of("BUCKET_NAME", "SINGLE_PUT_LIMIT", "MALWARE_SCANNING"));
    starts(ResumeUploadHandler::new, List.of("BUCKET_NAME"));
    starts(CompleteUploadHandler::new, List.of("BUCKET_NAME"));
    starts(SweepUploadsHandler::new, List.of("BUCKET_NAME", "MALWARE_SCANNING"));
    starts(RequestDownloadHandler::new, List.of("BUCKET_NAME"));
    starts(RequestVersionDownloadHandler::new, List.of("BUCKET_NAME"));
    starts(ConfirmUploadHandler::new, List.of("BUCKET_NAME", "MALWARE_SCANNING"));
  }
}
