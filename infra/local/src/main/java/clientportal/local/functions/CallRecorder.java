package clientportal.local.functions;

import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Attributes each call to AWS to the function that makes it. The SDK finds it through {@code
 * software/amazon/awssdk/global/handlers/execution.interceptors} on the class path.
 */
public final class CallRecorder implements ExecutionInterceptor {
  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    record(context.request(), Optional.of(context.response()), attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    record(context.request(), Optional.empty(), attributes);
  }

  private static void record(
      SdkRequest request, Optional<SdkResponse> response, ExecutionAttributes attributes) {
    if (Invocation.CURRENT.isBound()) {
      Invocation invocation = Invocation.CURRENT.get();
      invocation
          .log()
          .add(
              new AwsCall(
                  invocation.function(),
                  invocation.requestId(),
                  attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                  attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                  request,
                  response));
    }
  }
}
