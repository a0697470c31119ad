package clientportal.notifications;

import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes the records of the table's stream in order. */
public record RelayEventsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RelayEventsHandler() {
    this(NotificationsModule.fromEnvironment().relayEvents());
  }

  RelayEventsHandler(RelayEvents relayEvents) {
    this(Batch.ofRecords(relayEvents::handle));
  }
}
