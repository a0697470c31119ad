package clientportal.platform.log;

import com.amazonaws.services.lambda.runtime.Context;

/**
 * Tells Lambda that an invocation failed. Lambda prints what it is told into the log as it is, so
 * it is told one line without secrets: the stack trace stands in the invocation's own line.
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
