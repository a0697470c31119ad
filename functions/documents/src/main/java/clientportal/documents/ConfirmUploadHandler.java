package clientportal.documents;

import clientportal.platform.json.Json;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Consumes what the bucket tells of each object that has appeared; logs what became of it. */
public final class ConfirmUploadHandler implements RequestStreamHandler {
  private final Batch batch;

  public ConfirmUploadHandler() {
    this(DocumentsModule.fromEnvironment().confirmUpload());
  }

  ConfirmUploadHandler(ConfirmUpload confirmUpload) {
    batch =
        Batch.ofMessagesWithOutcome(message -> {
          ObjectCreated created = ObjectCreated.read(message);
          ConfirmUpload.Outcome outcome = confirmUpload.handle(created);
          return Json.object().with("object", created.key()).with("outcome", outcome.text());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    batch.handle(event, response, context);
  }
}
