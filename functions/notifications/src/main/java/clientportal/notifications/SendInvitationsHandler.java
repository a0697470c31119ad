package clientportal.notifications;

import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Messages of {@code StaffInvited}, {@code AccountInvited}, {@code FolderShared} and {@code
 * DocumentShared}.
 */
public final class SendInvitationsHandler implements RequestStreamHandler {
  private final Batch batch;

  public SendInvitationsHandler() {
    this(NotificationsModule.fromEnvironment().sendInvitations());
  }

  SendInvitationsHandler(SendInvitations sendInvitations) {
    batch = Batch.ofMessages(body -> sendInvitations.handle(EventMessage.of(body)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    batch.handle(event, response, context);
  }
}
