package clientportal.documents;

import clientportal.platform.http.Json;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Consumes what the bucket tells of each object that has appeared; logs what became of it. */
public final class ConfirmUploadHandler implements RequestStreamHandler {
  private final ConfirmUpload confirmUpload;

  public ConfirmUploadHandler() {
    this(DocumentsModule.fromEnvironment().confirmUpload());
  }

  ConfirmUploadHandler(ConfirmUpload confirmUpload) {
    this.confirmUpload = confirmUpload;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    Batch.ofMessages(
            message -> {
              ObjectCreated created = ObjectCreated.read(message);
              ConfirmUpload.Outcome outcome = confirmUpload.handle(created);
              context
                  .getLogger()
                  .log(
                      Json.write(
                          Json.object()
                              .with("function", context.getFunctionName())
                              .with("requestId", context.getAwsRequestId())
                              .with("object", created.key())
                              .with("outcome", outcome.text())));
            })
        .handle(event, response, context);
  }
}
