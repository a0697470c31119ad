package clientportal.aws;

import clientportal.local.dynamodb.StreamRecord;
import clientportal.platform.Environment;
import clientportal.platform.RuntimeContext;
import clientportal.platform.json.JsonReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The services that the templates describe, without the functions: what is written stays in the
 * stream, and what is published in the queues, for the test to look at. All tests of a JVM share
 * them, so each looks for what it wrote itself.
 */
public interface Aws {
  /** Tells whether this run is the one on LocalStack. */
  static boolean isLocalStack() {
    return System.getProperty("portal.aws", "embedded").equals("localstack");
  }

  /** Returns the services, which the first call starts. */
  static Aws current() {
    return Running.AWS.get();
  }

  /**
   * The environment of a function: the SDK's own variables, with {@code TABLE_NAME}, {@code
   * BUCKET_NAME} and {@code TOPIC_ARN}.
   */
  Map<String, String> environment();

  DynamoDbClient dynamoDb();

  S3Client s3();

  /** Returns every record of the table's stream so far, oldest first. */
  List<StreamRecord> streamed();

  /** Returns every message that a queue has received so far; it is named as in its template. */
  List<Delivery> delivered(String queue);

  /** Makes something as a function does, which finds its environment around it. */
  default <T> T asFunction(Supplier<T> maker) {
    return ScopedValue.where(
            RuntimeContext.CURRENT, new RuntimeContext(environment(), Clock.systemUTC()))
        .call(maker::get);
  }

  /** Returns the variable of that environment. */
  default String variable(String name) {
    return asFunction(() -> Environment.current().require(name));
  }

  /** A message as it is in a queue, with its attributes' values as text. */
  record Delivery(String body, Map<String, String> attributes) {
    /** The body, which is a JSON object. */
    public JsonReader json() {
      return JsonReader.read(body);
    }
  }
}
