package clientportal.notifications;

import clientportal.platform.LambdaFunction;
import clientportal.platform.log.Job;
import clientportal.platform.log.Metric;
import clientportal.platform.table.DueItems;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Runs once a minute; ignores the event, which comes from the schedule. */
public record SendDueDigestsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  /** Longer than one digest takes. */
  private static final int MILLISECONDS_FOR_ONE = 15_000;

  public SendDueDigestsHandler() {
    this(NotificationsModule.fromEnvironment().sendDueDigests());
  }

  SendDueDigestsHandler(SendDueDigests sendDueDigests) {
    this(
        Job.of((_, _, context, line) -> {
          DueItems.Round round =
              sendDueDigests.handle(
                  () -> context.getRemainingTimeInMillis() > MILLISECONDS_FOR_ONE);
          line.measure(Metric.OLDEST_DUE_ITEM, round.oldest().toSeconds())
              .with("due", round.due())
              .with("failed", round.failures().size());
          round.requireSuccess("digests");
        }));
  }
}
