package clientportal.local.functions;

import clientportal.local.roles.CallPermissions;
import clientportal.local.template.Application.Permission;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Records each call to AWS for the function that makes it, and refuses calls that the function's
 * role does not allow, and those of {@link Refusals}. The SDK loads this class because the resource
 * {@code software/amazon/awssdk/global/handlers/execution.interceptors} names it.
 */
public final class CallRecorder implements ExecutionInterceptor {

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (Invocation.CURRENT.isBound()) {
      Invocation invocation = Invocation.CURRENT.get();
      use(invocation, invocation.permissions().of(operation(attributes), context.request()));
    }
  }

  /** At each try of the SDK, which then treats the error as one of AWS. */
  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    if (Invocation.CURRENT.isBound()) {
      Invocation invocation = Invocation.CURRENT.get();
      Optional<AwsServiceException> refusal =
          invocation.refusals().of(invocation.role().function(), context.request());
      if (refusal.isPresent()) {
        throw refusal.get();
      }
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    record(context.request(), Optional.of(context.response()), attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    record(context.request(), Optional.empty(), attributes);
  }

  /** Without the permission to list the bucket, a missing object is answered with 403, not 404. */
  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    if (Invocation.CURRENT.isBound() && context.exception() instanceof NoSuchKeyException) {
      String bucket = context.request().getValueForField("Bucket", String.class).orElseThrow();
      try {
        use(Invocation.CURRENT.get(), List.of(CallPermissions.list(bucket)));
      } catch (AwsServiceException denied) {
        return denied;
      }
    }
    return context.exception();
  }

  private static void use(Invocation invocation, List<Permission> needed) {
    Optional<Permission> refused = invocation.role().use(needed);
    if (refused.isPresent()) {
      String message = invocation.role().function() + "'s role does not grant " + refused.get();
      throw AwsServiceException.builder()
          .message(message)
          .statusCode(403)
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .errorCode("AccessDeniedException")
                  .errorMessage(message)
                  .build())
          .build();
    }
  }

  private static String operation(ExecutionAttributes attributes) {
    return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
  }

  private static void record(
      SdkRequest request, Optional<SdkResponse> response, ExecutionAttributes attributes) {
    if (Invocation.CURRENT.isBound()) {
      Invocation invocation = Invocation.CURRENT.get();
      invocation
          .log()
          .add(
              new AwsCall(
                  invocation.role().function(),
                  invocation.requestId(),
                  attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                  operation(attributes),
                  request,
                  response));
    }
  }
}
