package clientportal.notifications;

import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Messages of {@code VerificationRequested}, {@code RegistrationRequested}, {@code
 * RegistrationResolved} and {@code PasswordResetRequested}.
 */
public final class SendVerificationsHandler implements RequestStreamHandler {
  private final Batch batch;

  public SendVerificationsHandler() {
    this(NotificationsModule.fromEnvironment().sendVerifications());
  }

  SendVerificationsHandler(SendVerifications sendVerifications) {
    batch = Batch.ofMessages(body -> sendVerifications.handle(EventMessage.of(body)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    batch.handle(event, response, context);
  }
}
