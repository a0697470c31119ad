package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonReader;
import clientportal.platform.log.Job;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** {@code {"email": …}} to {@code {"personId": …}}: invoked by whoever may invoke it in IAM. */
public final class AppointOperatorHandler implements RequestStreamHandler {
  private final Job job;

  public AppointOperatorHandler() {
    this(AccountsModule.fromEnvironment().appointOperator());
  }

  AppointOperatorHandler(AppointOperator appointOperator) {
    job =
        Job.of((event, answer, context, line) -> {
          String email = JsonReader.read(event).text("email");
          PersonId person = appointOperator.handle(new EmailAddress(email));
          line.with("operator", person.value());
          answer.write(
              Json.write(Json.object().with("personId", person.value()))
                  .getBytes(StandardCharsets.UTF_8));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    job.handle(event, response, context);
  }
}
