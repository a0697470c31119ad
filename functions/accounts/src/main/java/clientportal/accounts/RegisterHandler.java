package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code POST /v1/registrations}, public: 202 whether or not the address is known, 404, 400. */
public record RegisterHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RegisterHandler() {
    this(AccountsModule.fromEnvironment().register());
  }

  RegisterHandler(Register register) {
    this(
        Endpoint.of(request ->
            register.handle(request.sourceIp(), request.body(NewRegistration::read)).answer()));
  }
}
