package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code POST /v1/password-resets}, public: 202 whether or not the address is known, 400. */
public record RequestPasswordResetHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RequestPasswordResetHandler() {
    this(AccountsModule.fromEnvironment().requestPasswordReset());
  }

  RequestPasswordResetHandler(RequestPasswordReset requestPasswordReset) {
    this(
        Endpoint.of(request ->
            requestPasswordReset
                .handle(request.sourceIp(), request.body(EmailBody::read))
                .answer()));
  }
}
