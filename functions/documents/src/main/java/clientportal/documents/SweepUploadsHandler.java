package clientportal.documents;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Each minute's round, whatever the schedule says in its event. */
public final class SweepUploadsHandler implements RequestStreamHandler {
  /** More than one upload takes. */
  private static final int MILLISECONDS_FOR_ONE = 15_000;

  private final SweepUploads sweepUploads;

  public SweepUploadsHandler() {
    this(DocumentsModule.fromEnvironment().sweepUploads());
  }

  SweepUploadsHandler(SweepUploads sweepUploads) {
    this.sweepUploads = sweepUploads;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context) {
    sweepUploads.handle(() -> context.getRemainingTimeInMillis() > MILLISECONDS_FOR_ONE);
  }
}
