package clientportal.notifications;

import clientportal.platform.log.Job;
import clientportal.platform.log.Metric;
import clientportal.platform.table.DueItems;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Each minute's round, whatever the schedule says in its event. */
public final class SendDueDigestsHandler implements RequestStreamHandler {
  /** More than one digest takes. */
  private static final int MILLISECONDS_FOR_ONE = 15_000;

  private final Job job;

  public SendDueDigestsHandler() {
    this(NotificationsModule.fromEnvironment().sendDueDigests());
  }

  SendDueDigestsHandler(SendDueDigests sendDueDigests) {
    job =
        Job.of((_, _, context, line) -> {
          DueItems.Round round =
              sendDueDigests.handle(
                  () -> context.getRemainingTimeInMillis() > MILLISECONDS_FOR_ONE);
          line.measure(Metric.OLDEST_DUE_ITEM, round.oldest().toSeconds())
              .with("due", round.due())
              .with("failed", round.failures().size());
          round.requireSuccess("digests");
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    job.handle(event, response, context);
  }
}
