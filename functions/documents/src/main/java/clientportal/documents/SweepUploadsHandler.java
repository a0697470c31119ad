package clientportal.documents;

import clientportal.platform.log.Job;
import clientportal.platform.log.Metric;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Each minute's round, whatever the schedule says in its event. */
public final class SweepUploadsHandler implements RequestStreamHandler {
  /** More than one upload takes. */
  private static final int MILLISECONDS_FOR_ONE = 15_000;

  private final Job job;

  public SweepUploadsHandler() {
    this(DocumentsModule.fromEnvironment().sweepUploads());
  }

  SweepUploadsHandler(SweepUploads sweepUploads) {
    job =
        Job.of((_, _, context, line) -> {
          SweepUploads.Round round =
              sweepUploads.handle(() -> context.getRemainingTimeInMillis() > MILLISECONDS_FOR_ONE);
          line.measure(Metric.OLDEST_DUE_UPLOAD, round.all().oldest().toSeconds())
              .with("due", round.all().due())
              .with("settled", round.ended(SweepUploads.Outcome.SETTLED))
              .with("waiting", round.ended(SweepUploads.Outcome.WAITING))
              .with("forgotten", round.ended(SweepUploads.Outcome.FORGOTTEN))
              .with("failed", round.all().failures().size());
          round.all().requireSuccess("uploads");
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    job.handle(event, response, context);
  }
}
