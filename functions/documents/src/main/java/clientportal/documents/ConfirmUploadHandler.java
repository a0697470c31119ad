package clientportal.documents;

import clientportal.platform.LambdaFunction;
import clientportal.platform.json.Json;
import clientportal.platform.log.Metric;
import clientportal.platform.queue.Batch;
import clientportal.uploads.ObjectEvent;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * Consumes messages about new objects of the bucket and about their malware scans, and logs the
 * outcome of each.
 */
public record ConfirmUploadHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ConfirmUploadHandler() {
    this(DocumentsModule.fromEnvironment().confirmUpload());
  }

  ConfirmUploadHandler(ConfirmUpload confirmUpload) {
    this(
        Batch.ofMessagesWithOutcome((message, line) -> {
          ObjectEvent event = ObjectEvent.read(message);
          ConfirmUpload.Outcome outcome = confirmUpload.handle(event);
          if (event instanceof ObjectEvent.ObjectScanned scanned
              && scanned.verdict().result().isFailure()) {
            line.count(Metric.SCANS_FAILED);
          }
          return Json.object().with("object", event.key()).with("outcome", outcome.text());
        }));
  }
}
