package clientportal.local.functions;

import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** One call to AWS that a function made; a failed call has no response. */
public record AwsCall(
    String function,
    String requestId,
    String service,
    String operation,
    SdkRequest request,
    Optional<SdkResponse> response) {

  /** The table, key, bucket, topic or user pool of the call; empty if it names none of them. */
  public String resource() {
    for (String field : new String[] {"TableName", "Key", "Bucket", "TopicArn", "UserPoolId"}) {
      Optional<String> value = request.getValueForField(field, Object.class).map(String::valueOf);
      if (value.isPresent()) {
        return value.get();
      }
    }
    return "";
  }
}
