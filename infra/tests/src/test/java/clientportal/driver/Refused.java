package clientportal.driver;

import clientportal.local.functions.Refusals.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;

/** Calls of functions to which AWS answers with errors meanwhile. */
public final class Refused {
  private static final Set<Class<? extends SdkRequest>> WRITES =
      Set.of(
          CompleteMultipartUploadRequest.class,
          DeleteItemRequest.class,
          PutItemRequest.class,
          TransactWriteItemsRequest.class,
          UpdateItemRequest.class);

  private Refused() {}

  /** Has AWS answer everything that a function asks with this error. */
  public static Answer with(String code, String function, Supplier<Answer> call) {
    return with(_ -> Optional.of(error(code)), function, call);
  }

  /** Has others change at the same moment whatever a function writes, again and again. */
  public static Answer byConflicts(String function, Supplier<Answer> call) {
    AwsServiceException conflict = error("TransactionConflictException");
    return with(
        request -> WRITES.contains(request.getClass()) ? Optional.of(conflict) : Optional.empty(),
        function,
        call);
  }

  private static Answer with(Refusal refusal, String function, Supplier<Answer> call) {
    Portal.stack().refuse(function, refusal);
    try {
      return call.get();
    } finally {
      Portal.stack().refuse(function, _ -> Optional.empty());
    }
  }

  private static AwsServiceException error(String code) {
    return AwsServiceException.builder()
        .message(code)
        .statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
