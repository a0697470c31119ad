package clientportal.notifications;

import clientportal.platform.LambdaFunction;
import clientportal.platform.log.Job;
import clientportal.platform.log.Metric;
import clientportal.platform.table.DueItems;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Runs once a minute; ignores the event, which comes from the schedule. */
public record SendRemindersHandler(RequestStreamHandler delegate) implements LambdaFunction {
  /** Longer than the reminders of one engagement take. */
  private static final int MILLISECONDS_FOR_ONE = 10_000;

  public SendRemindersHandler() {
    this(NotificationsModule.fromEnvironment().sendReminders());
  }

  SendRemindersHandler(SendReminders sendReminders) {
    this(
        Job.of((_, _, context, line) -> {
          DueItems.Round round =
              sendReminders.handle(() -> context.getRemainingTimeInMillis() > MILLISECONDS_FOR_ONE);
          line.measure(Metric.OLDEST_DUE_ITEM, round.oldest().toSeconds())
              .with("due", round.due())
              .with("failed", round.failures().size());
          round.requireSuccess("reminders");
        }));
  }
}
