package clientportal.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Each minute's round, whatever the schedule says in its event. */
public final class SendDueDigestsHandler implements RequestStreamHandler {
  /** More than one digest takes. */
  private static final int MILLISECONDS_FOR_ONE = 15_000;

  private final SendDueDigests sendDueDigests;

  public SendDueDigestsHandler() {
    this(NotificationsModule.fromEnvironment().sendDueDigests());
  }

  SendDueDigestsHandler(SendDueDigests sendDueDigests) {
    this.sendDueDigests = sendDueDigests;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context) {
    sendDueDigests.handle(() -> context.getRemainingTimeInMillis() > MILLISECONDS_FOR_ONE);
  }
}
