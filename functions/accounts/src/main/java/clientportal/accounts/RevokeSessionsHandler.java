package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.platform.LambdaFunction;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonReader;
import clientportal.platform.log.Job;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.StandardCharsets;

/** Reads {@code {"email": …}}, returns {@code {"personId": …}}; IAM decides who may invoke it. */
public record RevokeSessionsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RevokeSessionsHandler() {
    this(AccountsModule.fromEnvironment().revokeSessions());
  }

  RevokeSessionsHandler(RevokeSessions revokeSessions) {
    this(
        Job.of((event, answer, context, line) -> {
          String email = JsonReader.read(event).text("email");
          PersonId person = revokeSessions.handle(new EmailAddress(email));
          line.with("revoked", person.value());
          answer.write(
              Json.write(Json.object().with("personId", person.value()))
                  .getBytes(StandardCharsets.UTF_8));
        }));
  }
}
