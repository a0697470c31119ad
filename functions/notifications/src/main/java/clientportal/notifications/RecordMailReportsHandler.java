package clientportal.notifications;

import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes SES's reports about mails, which arrive through EventBridge and a queue. */
public record RecordMailReportsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RecordMailReportsHandler() {
    this(NotificationsModule.fromEnvironment().recordMailReports());
  }

  RecordMailReportsHandler(RecordMailReports recordMailReports) {
    this(Batch.ofMessages(recordMailReports::handle));
  }
}
