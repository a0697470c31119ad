package clientportal.local.functions;

import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** One call to AWS that a function made; without a response it failed. */
public record AwsCall(
    String function,
    String requestId,
    String service,
    String operation,
    SdkRequest request,
    Optional<SdkResponse> response) {

  /** What the call names: a table, a key, an address; empty where its request has no such field. */
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
