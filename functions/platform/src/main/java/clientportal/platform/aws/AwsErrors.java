package clientportal.platform.aws;

import clientportal.platform.table.BusyException;
import clientportal.platform.table.ConflictException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Translates errors of AWS that mean the same to every caller, once the SDK has given up retrying:
 * what is temporary becomes a {@link BusyException}, a concurrent change of the same item a {@link
 * ConflictException}. Any other error reaches the adapter; if the adapter does not expect it, it is
 * a bug of ours. {@code docs/aws-errors.md} has the answer to each error.
 */
final class AwsErrors implements ExecutionInterceptor {
  private static final Set<String> CONFLICTS =
      Set.of(
          "ConditionalCheckFailed",
          "ConditionalRequestConflict",
          "OperationAborted",
          "ReplicatedWriteConflictException",
          "TransactionConflict",
          "TransactionConflictException");

  /** Codes that the SDK does not treat as throttling, or that S3 sends with status 200. */
  private static final Set<String> BUSY =
      Set.of(
          "ExpiredIteratorException",
          "InternalError",
          "InternalFailure",
          "InternalServerError",
          "KMSThrottling",
          "LimitExceededException",
          "PriorRequestNotComplete",
          "ProvisionedThroughputExceeded",
          "RequestTimeout",
          "RequestTimeoutException",
          "ServiceUnavailable",
          "ThrottlingError");

  /** S3 redirects for as long as the name of a new bucket is not known everywhere. */
  private static final Set<Integer> BUSY_STATUSES = Set.of(307, 500, 502, 503, 504);

  /** Throws, because the SDK accepts only another exception of the same type as a result. */
  @Override
  public Throwable modifyException(Context.FailedExecution failed, ExecutionAttributes call) {
    Throwable error = failed.exception();
    if (isConflict(error)) {
      throw new ConflictException(describe(error, call));
    }
    if (isBusy(error)) {
      throw new BusyException(describe(error, call));
    }
    return error;
  }

  private static boolean isConflict(Throwable error) {
    return error instanceof TransactionCanceledException cancelled
        ? reasons(cancelled).anyMatch(CONFLICTS::contains)
        : error instanceof AwsServiceException refusal && CONFLICTS.contains(code(refusal));
  }

  private static boolean isBusy(Throwable error) {
    if (error instanceof TransactionCanceledException cancelled) {
      return reasons(cancelled).anyMatch(BUSY::contains);
    }
    if (error instanceof AwsServiceException refusal) {
      return refusal.isThrottlingException()
          || BUSY_STATUSES.contains(refusal.statusCode())
          || BUSY.contains(code(refusal));
    }
    return error instanceof SdkClientException && error.getCause() instanceof IOException;
  }

  private static Stream<String> reasons(TransactionCanceledException cancelled) {
    return cancelled.cancellationReasons().stream().map(CancellationReason::code);
  }

  private static String code(AwsServiceException refusal) {
    return Optional.ofNullable(refusal.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElse("");
  }

  /** The message of AWS can contain values of the request, which must not be logged. */
  private static String describe(Throwable error, ExecutionAttributes call) {
    return "%s %s: %s"
        .formatted(
            call.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
            call.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
            error.getClass().getSimpleName());
  }
}
