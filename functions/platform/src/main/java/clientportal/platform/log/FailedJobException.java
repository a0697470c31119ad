package clientportal.platform.log;

import com.amazonaws.services.lambda.runtime.Context;

/**
 * Makes an invocation fail. Lambda logs its message as it is, so that is one line without secrets;
 * the stack trace is in the invocation's log line.
 */
public final class FailedJobException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FailedJobException(Exception failure, Context context) {
    super(
        StackTrace.summary(failure) + " (request " + context.getAwsRequestId() + ")",
        null,
        false,
        false);
  }
}
