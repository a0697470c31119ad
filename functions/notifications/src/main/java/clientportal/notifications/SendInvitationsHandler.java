package clientportal.notifications;

import clientportal.delivery.EventMessage;
import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * Consumes {@code StaffInvited}, {@code AccountInvited}, {@code FolderShared} and {@code
 * DocumentShared}.
 */
public record SendInvitationsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SendInvitationsHandler() {
    this(NotificationsModule.fromEnvironment().sendInvitations());
  }

  SendInvitationsHandler(SendInvitations sendInvitations) {
    this(Batch.ofMessages(body -> sendInvitations.handle(EventMessage.of(body))));
  }
}
