package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.EngagementPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/engagements/{engagementId}/reminders}: 202 with who is reminded, 404, 403, 400, 409
 * {@code status-conflict} or {@code conflict}, 422 {@code unknown-reference} or {@code
 * idempotency-key-reused}, 429 if they were reminded today.
 */
public record SendReminderHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SendReminderHandler() {
    this(RequestsModule.fromEnvironment().sendReminder());
  }

  SendReminderHandler(SendReminder sendReminder) {
    this(
        Endpoint.of(request ->
            Response.accepted(
                sendReminder
                    .handle(
                        Caller.of(request),
                        EngagementPath.of(request),
                        request.body(ReminderRecipients::read),
                        Idempotency.of(request))
                    .json())));
  }
}
