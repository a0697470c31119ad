package clientportal.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the templates describe, as far as it runs here. */
public record Application(
    Place place,
    Map<String, Object> parameters,
    Map<String, Object> outputs,
    List<Function> functions,
    List<Table> tables,
    List<Bucket> buckets,
    List<Topic> topics,
    List<Subscription> subscriptions,
    List<Queue> queues,
    List<Rule> rules,
    Optional<UserPool> userPool,
    List<String> configurationSets,
    Optional<HttpApi> api) {

  /**
   * A function with what starts it; the dead-letter queue is that of asynchronous invocations.
   *
   * @param role what the role grants that the function names; empty for one that SAM makes
   */
  public record Function(
      String name,
      String arn,
      String handler,
      Duration timeout,
      int memory,
      Map<String, String> environment,
      List<Source> sources,
      AsyncInvocation asynchronous,
      Optional<List<Permission>> role) {}

  /** One action on one resource, as IAM names them; what is granted may end with a wildcard. */
  public record Permission(String action, String resource) implements Comparable<Permission> {
    @Override
    public int compareTo(Permission other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return action + " on " + resource;
    }
  }

  /** How often an asynchronous invocation is tried again, and where a failed one goes. */
  public record AsyncInvocation(int retries, Optional<String> onFailureArn) {}

  /** What starts a function without a person who waits. */
  public sealed interface Source {}

  /** Messages of a queue. */
  public record QueueSource(
      String queueArn, int batchSize, Duration window, boolean reportsFailures) implements Source {}

  /** Records of a table's stream; no retries mean none, -1 means endless ones. */
  public record StreamSource(
      String streamArn,
      int batchSize,
      List<Map<String, Object>> filters,
      int retries,
      boolean bisects,
      boolean reportsFailures,
      Optional<String> onFailureArn)
      implements Source {}

  /** A schedule of each minute. */
  public record ScheduleSource(String name, Optional<String> input, AsyncInvocation delivery)
      implements Source {}

  /** A table; attributes are name to type. */
  public record Table(
      String name,
      String arn,
      String streamArn,
      Map<String, String> attributes,
      Key key,
      List<Index> indexes,
      Optional<String> streamView,
      Optional<String> timeToLive) {}

  /** A table's or an index's key. */
  public record Key(String hash, Optional<String> range) {}

  /** A global secondary index. */
  public record Index(String name, Key key, String projection, List<String> included) {}

  /** A private bucket. */
  public record Bucket(String name, List<CorsRule> cors, boolean eventBridge) {}

  /** What a browser's page of another origin may do. */
  public record CorsRule(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      int maxAge) {}

  /** A topic. */
  public record Topic(String name, String arn) {}

  /** A topic's messages to a queue; an empty policy lets all pass. */
  public record Subscription(
      String topicArn, String queueArn, Map<String, Object> filterPolicy, boolean raw) {}

  /** A queue; without dead letters a message is tried for ever. */
  public record Queue(
      String name,
      String arn,
      String url,
      Duration visibilityTimeout,
      Duration delay,
      Optional<DeadLetters> deadLetters) {}

  /** Where a message goes that was received too often. */
  public record DeadLetters(String queueArn, int maxReceiveCount) {}

  /** A rule of the event bus. */
  public record Rule(String name, Map<String, Object> pattern, List<Target> targets) {}

  /** A queue or function that a rule tells. */
  public record Target(String arn, Optional<String> input, AsyncInvocation delivery) {}

  /** The user pool and its one client. */
  public record UserPool(
      String id,
      String issuer,
      List<String> firstAuthFactors,
      String clientId,
      List<String> authFlows,
      Duration accessTokenValidity,
      Duration idTokenValidity,
      Duration refreshTokenValidity) {}

  /** The HTTP API. */
  public record HttpApi(String id, List<Route> routes, Optional<CorsRule> cors) {}

  /** A route; without an authorizer it is public. */
  public record Route(
      String method, String path, String functionName, Optional<Authorizer> authorizer) {}

  /** What a token must be, on one route. */
  public record Authorizer(String issuer, List<String> audience, List<String> scopes) {}
}
