package clientportal.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application that the templates describe, as far as the local stack runs it. */
public record Application(
    Place place,
    Map<String, Object> parameters,
    Map<String, Object> outputs,
    List<Function> functions,
    List<Table> tables,
    List<Bucket> buckets,
    List<Denial> denials,
    List<MalwareProtection> malwareProtections,
    List<Topic> topics,
    List<Subscription> subscriptions,
    List<Queue> queues,
    List<Rule> rules,
    Optional<UserPool> userPool,
    List<String> configurationSets,
    Optional<HttpApi> api) {

  /** What an update of a running stack has to leave as it is: all but functions and outputs. */
  public Application withoutFunctions() {
    return new Application(
        place,
        Map.of(),
        Map.of(),
        List.of(),
        tables,
        buckets,
        denials,
        malwareProtections,
        topics,
        subscriptions,
        queues,
        rules,
        userPool,
        configurationSets,
        api);
  }

  /**
   * A function and its event sources.
   *
   * @param role the permissions of the role that the function names; empty if SAM creates the role
   * @param version what its alias leads to; empty if the function has no alias
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
      Optional<List<Permission>> role,
      Optional<Version> version) {}

  /**
   * What makes a version of a function another one: its properties as the template writes them,
   * from which SAM makes the version's name, and the description with the values of parameters.
   */
  public record Version(String properties, Optional<String> description) {}

  /** One IAM action on one resource; a granted resource may end with a wildcard. */
  public record Permission(String action, String resource) implements Comparable<Permission> {
    /** To publish to these, IAM knows no resource: a role may publish to all but topics. */
    public static final String PHONE_NUMBERS = "phone numbers";

    @Override
    public int compareTo(Permission other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return action + " on " + resource;
    }
  }

  /** The number of retries of an asynchronous invocation, and where a failed one is sent. */
  public record AsyncInvocation(int retries, Optional<String> onFailureArn) {}

  /** An event source of a function. */
  public sealed interface Source {}

  /** Messages of a queue. */
  public record QueueSource(
      String queueArn, int batchSize, Duration window, boolean reportsFailures) implements Source {}

  /** Records of a table's stream; -1 retries mean no limit. */
  public record StreamSource(
      String streamArn,
      int batchSize,
      List<Map<String, Object>> filters,
      int retries,
      boolean bisects,
      boolean reportsFailures,
      Optional<String> onFailureArn)
      implements Source {}

  /** A schedule that fires each minute. */
  public record ScheduleSource(String name, Optional<String> input, AsyncInvocation delivery)
      implements Source {}

  /** A table; {@code attributes} map names to types. */
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

  /**
   * What a bucket's policy refuses to everybody.
   *
   * @param resources ARNs, which may end with a wildcard
   * @param others whether the resources are those that are not refused
   * @param onlyUnconditional whether it refuses only what creates an object without {@code
   *     If-None-Match}
   */
  public record Denial(
      List<String> actions, List<String> resources, boolean others, boolean onlyUnconditional) {

    /** Tells whether a call is refused. */
    public boolean refuses(Permission call, boolean unconditional) {
      boolean named = resources.stream().anyMatch(resource -> covers(resource, call.resource()));
      return actions.contains(call.action())
          && named != others
          && (unconditional || !onlyUnconditional);
    }

    private static boolean covers(String pattern, String resource) {
      return pattern.endsWith("*")
          ? resource.startsWith(pattern.substring(0, pattern.length() - 1))
          : resource.equals(pattern);
    }
  }

  /**
   * A plan by which new objects of a bucket are scanned for malware.
   *
   * @param prefixes of the keys that are scanned; all if there is none
   * @param tags whether objects are tagged with the result
   */
  public record MalwareProtection(String bucket, List<String> prefixes, boolean tags) {

    public boolean covers(String name, String key) {
      return bucket.equals(name)
          && (prefixes.isEmpty() || prefixes.stream().anyMatch(key::startsWith));
    }
  }

  /** The calls that pages of other origins may make. */
  public record CorsRule(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      int maxAge) {}

  /** A topic. */
  public record Topic(String name, String arn) {}

  /** A subscription of a queue to a topic; an empty filter policy matches every message. */
  public record Subscription(
      String topicArn, String queueArn, Map<String, Object> filterPolicy, boolean raw) {}

  /** A queue; without a dead-letter queue a message is retried for ever. */
  public record Queue(
      String name,
      String arn,
      String url,
      Duration visibilityTimeout,
      Duration delay,
      Optional<DeadLetters> deadLetters) {}

  /** The dead-letter queue of a queue, for messages that were received too often. */
  public record DeadLetters(String queueArn, int maxReceiveCount) {}

  /** A rule of the event bus. */
  public record Rule(String name, Map<String, Object> pattern, List<Target> targets) {}

  /** A queue or function that a rule passes events to. */
  public record Target(String arn, Optional<String> input, AsyncInvocation delivery) {}

  /** The user pool and its app clients. */
  public record UserPool(
      String id,
      String issuer,
      List<String> firstAuthFactors,
      String relyingParty,
      boolean offersSoftwareTokens,
      PasswordRules passwordRules,
      CodeMail codeMail,
      List<UserPoolClient> clients) {}

  /** The mail of a sign-in code, with {@code {####}} in place of the code. */
  public record CodeMail(String subject, String html) {}

  /** An app client of the user pool. */
  public record UserPoolClient(
      String logicalId,
      String id,
      List<String> authFlows,
      List<String> readAttributes,
      List<String> writeAttributes,
      Duration authSessionValidity,
      Duration accessTokenValidity,
      Duration idTokenValidity,
      Duration refreshTokenValidity,
      Optional<Duration> rotationGrace) {}

  /** The password policy of a user pool. */
  public record PasswordRules(
      int minimumLength, boolean lowercase, boolean uppercase, boolean numbers, boolean symbols) {}

  /** The HTTP API. */
  public record HttpApi(
      String id, List<Route> routes, Optional<CorsRule> cors, Map<String, String> stageVariables) {}

  /** A route; without an authorizer it is public. */
  public record Route(
      String method, String path, String functionName, Optional<Authorizer> authorizer) {}

  /** The issuer, audience and scopes that a route requires of a token. */
  public record Authorizer(String issuer, List<String> audience, List<String> scopes) {}
}
