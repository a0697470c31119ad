package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/registrations/{registrationId}/resolution}: 200 with the registration, 404, 403,
 * 400, 409, 422.
 */
public record ResolveRegistrationHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ResolveRegistrationHandler() {
    this(AccountsModule.fromEnvironment().resolveRegistration());
  }

  ResolveRegistrationHandler(ResolveRegistration resolveRegistration) {
    this(
        Endpoint.of(request ->
            Response.ok(
                RegistrationView.of(
                    resolveRegistration.handle(
                        Caller.of(request),
                        RegistrationPath.of(request),
                        request.body(ResolutionBody::read))))));
  }
}
