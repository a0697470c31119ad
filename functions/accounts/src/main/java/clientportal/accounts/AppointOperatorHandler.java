package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.platform.http.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code {"email": …}} to {@code {"personId": …}}: invoked by whoever may invoke it in IAM. */
public final class AppointOperatorHandler implements RequestStreamHandler {
  private final AppointOperator appointOperator;

  public AppointOperatorHandler() {
    this(AccountsModule.fromEnvironment().appointOperator());
  }

  AppointOperatorHandler(AppointOperator appointOperator) {
    this.appointOperator = appointOperator;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    if (!(Json.read(event) instanceof Map<?, ?> input)
        || !(input.get("email") instanceof String email)) {
      throw new IllegalArgumentException("the event must be {\"email\": \"…\"}");
    }
    PersonId person = appointOperator.handle(new EmailAddress(email));
    response.write(
        Json.write(Json.object().with("personId", person.value()))
            .getBytes(StandardCharsets.UTF_8));
  }
}
