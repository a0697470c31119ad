package clientportal.documents;

import clientportal.platform.LambdaFunction;
import clientportal.platform.json.Json;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes the bucket's messages about new objects, and logs the outcome of each. */
public record ConfirmUploadHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ConfirmUploadHandler() {
    this(DocumentsModule.fromEnvironment().confirmUpload());
  }

  ConfirmUploadHandler(ConfirmUpload confirmUpload) {
    this(
        Batch.ofMessagesWithOutcome(message -> {
          ObjectCreated created = ObjectCreated.read(message);
          ConfirmUpload.Outcome outcome = confirmUpload.handle(created);
          return Json.object().with("object", created.key()).with("outcome", outcome.text());
        }));
  }
}
