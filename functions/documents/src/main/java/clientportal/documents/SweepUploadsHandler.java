package clientportal.documents;

import clientportal.platform.LambdaFunction;
import clientportal.platform.log.Job;
import clientportal.platform.log.Metric;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Runs once a minute; ignores the event, which the schedule sends. */
public record SweepUploadsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  /** More than the time for one upload. */
  private static final int MILLISECONDS_FOR_ONE = 15_000;

  public SweepUploadsHandler() {
    this(DocumentsModule.fromEnvironment().sweepUploads());
  }

  SweepUploadsHandler(SweepUploads sweepUploads) {
    this(
        Job.of((_, _, context, line) -> {
          SweepUploads.Round round =
              sweepUploads.handle(() -> context.getRemainingTimeInMillis() > MILLISECONDS_FOR_ONE);
          int unscanned = round.ended(SweepUploads.Outcome.UNSCANNED);
          if (unscanned > 0) {
            line.measure(Metric.SCANS_FAILED, unscanned);
          }
          line.measure(Metric.OLDEST_DUE_UPLOAD, round.all().oldest().toSeconds())
              .with("due", round.all().due())
              .with("settled", round.ended(SweepUploads.Outcome.SETTLED))
              .with("waiting", round.ended(SweepUploads.Outcome.WAITING))
              .with("forgotten", round.ended(SweepUploads.Outcome.FORGOTTEN))
              .with("unscanned", unscanned)
              .with("discarded", round.ended(SweepUploads.Outcome.DISCARDED))
              .with("failed", round.all().failures().size());
          round.all().requireSuccess("uploads");
        }));
  }
}
