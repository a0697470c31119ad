package clientportal.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a template and its nested stacks into the application that they describe. */
public final class ApplicationReader {
  private final List<Application.Function> functions = new ArrayList<>();
  private final List<Application.Table> tables = new ArrayList<>();
  private final List<Application.Bucket> buckets = new ArrayList<>();
  private final List<Application.Denial> denials = new ArrayList<>();
  private final List<Application.MalwareProtection> malwareProtections = new ArrayList<>();
  private final List<Application.Topic> topics = new ArrayList<>();
  private final List<Application.Subscription> subscriptions = new ArrayList<>();
  private final List<Application.Queue> queues = new ArrayList<>();
  private final List<Application.Rule> rules = new ArrayList<>();
  private final List<String> configurationSets = new ArrayList<>();
  private final List<Tree> userPools = new ArrayList<>();
  private final List<Application.UserPoolClient> userPoolClients = new ArrayList<>();
  private final List<Tree> apis = new ArrayList<>();
  private final Map<String, String> stageVariables = new LinkedHashMap<>();
  private final Place place;

  private ApplicationReader(Place place) {
    this.place = place;
  }

  /** Reads the template; ignores parameters that it does not declare. */
  public static Application read(Path template, Map<String, String> parameters, Place place) {
    Map<String, Object> given = new HashMap<>();
    Map<String, Object> declared =
        Tree.asMap(Yaml.read(template).getOrDefault("Parameters", Map.of()), template.toString());
    parameters.forEach((name, value) -> {
      if (declared.containsKey(name)) {
        given.put(name, value);
      }
    });
    Stack root = new Stack(place.stackName(), template, given, place);
    return new ApplicationReader(place).read(root);
  }

  private Application read(Stack root) {
    for (Stack stack : root.withChildren()) {
      for (Resource resource : stack.resources()) {
        if (!ResourceTypes.WITHOUT_EFFECT.contains(resource.type())) {
          add(stack, resource);
        }
      }
    }
    return new Application(
        place,
        root.parameters(),
        root.outputs(),
        List.copyOf(functions),
        List.copyOf(tables),
        List.copyOf(buckets),
        List.copyOf(denials),
        List.copyOf(malwareProtections),
        List.copyOf(topics),
        List.copyOf(subscriptions),
        List.copyOf(queues),
        List.copyOf(rules),
        userPool(),
        List.copyOf(configurationSets),
        apis.stream()
            .findFirst()
            .map(api -> ApiReader.read(api, Map.copyOf(stageVariables), place)));
  }

  private void add(Stack stack, Resource resource) {
    Tree properties = stack.properties(resource);
    String name = stack.physicalName(resource);
    Attributes attributes = new Attributes(place, stack.name());
    String arn = attributes.attribute(resource.type(), name, "Arn").orElseThrow();
    switch (resource.type()) {
      case ResourceTypes.FUNCTION ->
          functions.add(
              FunctionReader.read(
                  properties,
                  stack.written(resource),
                  name,
                  arn,
                  properties.optional("Role").map(role -> RoleReader.read(stack, role, place))));
      case ResourceTypes.TABLE -> tables.add(TableReader.read(properties, name, arn));
      case ResourceTypes.BUCKET -> buckets.add(bucket(properties, name));
      case ResourceTypes.BUCKET_POLICY -> denials.addAll(BucketPolicyReader.read(properties));
      case ResourceTypes.MALWARE_PROTECTION ->
          malwareProtections.add(malwareProtection(properties));
      case ResourceTypes.TOPIC -> {
        properties.only(
            Set.of("TopicName"), Set.of("DisplayName", "KmsMasterKeyId", "Tags", "TracingConfig"));
        topics.add(new Application.Topic(name, arn));
      }
      case ResourceTypes.SUBSCRIPTION -> addSubscription(properties);
      case ResourceTypes.QUEUE ->
          queues.add(queue(properties, name, arn, attributes.ref(resource.type(), name)));
      case ResourceTypes.RULE -> rules.add(rule(properties, name));
      case ResourceTypes.USER_POOL -> userPools.add(properties);
      case ResourceTypes.USER_POOL_CLIENT ->
          userPoolClients.add(client(properties, resource.logicalId(), name));
      case ResourceTypes.CONFIGURATION_SET -> configurationSets.add(name);
      case ResourceTypes.API -> apis.add(properties);
      case ResourceTypes.API_STAGE -> stageVariables.putAll(stageVariables(properties));
      default -> {
        // A nested stack: its resources are read with its own template.
      }
    }
  }

  private static Application.Bucket bucket(Tree properties, String name) {
    properties.only(
        Set.of("BucketName", "CorsConfiguration", "NotificationConfiguration"),
        Set.of(
            "AccessControl",
            "BucketEncryption",
            "LifecycleConfiguration",
            "LoggingConfiguration",
            "ObjectLockEnabled",
            "OwnershipControls",
            "PublicAccessBlockConfiguration",
            "Tags",
            "VersioningConfiguration"));
    List<Application.CorsRule> cors =
        properties.tree("CorsConfiguration").trees("CorsRules").stream()
            .map(rule ->
                new Application.CorsRule(
                    distinctOrigins(rule),
                    rule.strings("AllowedMethods"),
                    rule.strings("AllowedHeaders"),
                    rule.strings("ExposedHeaders"),
                    rule.integer("MaxAge", 0)))
            .toList();
    Tree notifications =
        properties
            .tree("NotificationConfiguration")
            .only(Set.of("EventBridgeConfiguration"), Set.of());
    boolean eventBridge =
        notifications.get("EventBridgeConfiguration").isPresent()
            && notifications.tree("EventBridgeConfiguration").flag("EventBridgeEnabled", true);
    return new Application.Bucket(name, cors, eventBridge);
  }

  private static Application.MalwareProtection malwareProtection(Tree properties) {
    properties.only(Set.of("Role", "ProtectedResource", "Actions"), Set.of("Tags"));
    Tree bucket = properties.tree("ProtectedResource").tree("S3Bucket");
    return new Application.MalwareProtection(
        bucket.string("BucketName"),
        bucket.strings("ObjectPrefixes"),
        properties
            .tree("Actions")
            .tree("Tagging")
            .optional("Status")
            .equals(Optional.of("ENABLED")));
  }

  private static List<String> distinctOrigins(Tree rule) {
    List<String> origins = rule.strings("AllowedOrigins");
    if (origins.size() > Set.copyOf(origins).size()) {
      throw new TemplateException(rule.where() + ": S3 refuses an origin that is listed twice");
    }
    return origins;
  }

  private void addSubscription(Tree properties) {
    properties.only(
        Set.of(
            "TopicArn",
            "Protocol",
            "Endpoint",
            "FilterPolicy",
            "FilterPolicyScope",
            "RawMessageDelivery"),
        Set.of("RedrivePolicy", "Region"));
    String protocol = properties.string("Protocol");
    if (Set.of("email", "email-json", "sms").contains(protocol)) {
      return; // notifies people of alarms, which the stack does not raise
    }
    if (!protocol.equals("sqs")) {
      throw new TemplateException(
          properties.where() + ": the local stack does not know the protocol " + protocol);
    }
    if (!properties
        .optional("FilterPolicyScope")
        .orElse("MessageAttributes")
        .equals("MessageAttributes")) {
      throw new TemplateException(
          properties.where() + ": the local stack filters on message attributes alone");
    }
    subscriptions.add(
        new Application.Subscription(
            properties.string("TopicArn"),
            properties.string("Endpoint"),
            properties.tree("FilterPolicy").values(),
            properties.flag("RawMessageDelivery", false)));
  }

  private static Application.Queue queue(Tree properties, String name, String arn, String url) {
    properties.only(
        Set.of("QueueName", "VisibilityTimeout", "DelaySeconds", "RedrivePolicy"),
        Set.of(
            "KmsDataKeyReusePeriodSeconds",
            "KmsMasterKeyId",
            "MaximumMessageSize",
            "MessageRetentionPeriod",
            "ReceiveMessageWaitTimeSeconds",
            "RedriveAllowPolicy",
            "SqsManagedSseEnabled",
            "Tags"));
    Optional<Application.DeadLetters> deadLetters =
        properties
            .get("RedrivePolicy")
            .map(present -> properties.tree("RedrivePolicy"))
            .map(policy ->
                new Application.DeadLetters(
                    policy.string("deadLetterTargetArn"), policy.integer("maxReceiveCount", 10)));
    return new Application.Queue(
        name,
        arn,
        url,
        properties.seconds("VisibilityTimeout", 30),
        properties.seconds("DelaySeconds", 0),
        deadLetters);
  }

  private static Application.Rule rule(Tree properties, String name) {
    properties.only(
        Set.of("Name", "EventPattern", "Targets", "State"), Set.of("Description", "RoleArn"));
    if (properties.optional("State").orElse("ENABLED").equals("DISABLED")) {
      return new Application.Rule(name, Map.of(), List.of());
    }
    List<Application.Target> targets =
        properties.trees("Targets").stream()
            .map(target ->
                new Application.Target(
                    target
                        .only(
                            Set.of("Arn", "Input", "RetryPolicy", "DeadLetterConfig"),
                            Set.of("Id", "RoleArn"))
                        .string("Arn"),
                    target.optional("Input"),
                    FunctionReader.delivery(target)))
            .toList();
    return new Application.Rule(name, properties.tree("EventPattern").values(), targets);
  }

  private Optional<Application.UserPool> userPool() {
    if (userPools.size() > 1) {
      throw new TemplateException("the local stack supports one user pool");
    }
    if (userPools.isEmpty() || userPoolClients.isEmpty()) {
      return Optional.empty();
    }
    Tree pool = userPools.getFirst();
    Tree policies = pool.tree("Policies");
    return Optional.of(
        new Application.UserPool(
            place.userPoolId(),
            Attributes.issuer(place),
            policies.tree("SignInPolicy").strings("AllowedFirstAuthFactors"),
            pool.optional("WebAuthnRelyingPartyID").orElse("localhost"),
            offersSoftwareTokens(pool),
            passwordRules(policies.tree("PasswordPolicy")),
            codeMail(pool),
            List.copyOf(userPoolClients)));
  }

  /** A pool without a message has the one of Cognito. */
  private static Application.CodeMail codeMail(Tree pool) {
    return new Application.CodeMail(
        pool.optional("EmailAuthenticationSubject").orElse("Your authentication code"),
        pool.optional("EmailAuthenticationMessage").orElse("Your authentication code is {####}"));
  }

  private static Application.UserPoolClient client(Tree client, String logicalId, String id) {
    Tree units = client.tree("TokenValidityUnits");
    return new Application.UserPoolClient(
        logicalId,
        id,
        client.strings("ExplicitAuthFlows"),
        client.strings("ReadAttributes"),
        client.strings("WriteAttributes"),
        Duration.ofMinutes(client.integer("AuthSessionValidity", 3)),
        validity(client, "AccessTokenValidity", 1, units.optional("AccessToken"), "hours"),
        validity(client, "IdTokenValidity", 1, units.optional("IdToken"), "hours"),
        validity(client, "RefreshTokenValidity", 30, units.optional("RefreshToken"), "days"),
        rotationGrace(client));
  }

  private static Map<String, String> stageVariables(Tree stage) {
    stage.only(
        Set.of("ApiId", "StageName", "StageVariables"),
        Set.of(
            "AccessLogSettings",
            "AutoDeploy",
            "DefaultRouteSettings",
            "Description",
            "RouteSettings",
            "Tags"));
    return strings(stage.tree("StageVariables"));
  }

  private static boolean offersSoftwareTokens(Tree pool) {
    return switch (pool.optional("MfaConfiguration").orElse("OFF")) {
      case "OFF" -> false;
      case "OPTIONAL" -> pool.strings("EnabledMfas").equals(List.of("SOFTWARE_TOKEN_MFA"));
      default ->
          throw new TemplateException(
              pool.where() + ": the local stack does not require a second factor of everybody");
    };
  }

  /** A pool without a policy has the one of CloudFormation. */
  private static Application.PasswordRules passwordRules(Tree policy) {
    boolean isDefault = policy.values().isEmpty();
    return new Application.PasswordRules(
        policy.integer("MinimumLength", 8),
        policy.flag("RequireLowercase", isDefault),
        policy.flag("RequireUppercase", isDefault),
        policy.flag("RequireNumbers", isDefault),
        policy.flag("RequireSymbols", isDefault));
  }

  /** How long a refresh token may be repeated once it was replaced; empty if none is replaced. */
  private static Optional<Duration> rotationGrace(Tree client) {
    Tree rotation = client.tree("RefreshTokenRotation");
    if (!rotation.optional("Feature").equals(Optional.of("ENABLED"))) {
      return Optional.empty();
    }
    if (client.strings("ExplicitAuthFlows").contains("ALLOW_REFRESH_TOKEN_AUTH")) {
      throw new TemplateException(
          client.where() + ": refresh tokens cannot rotate with ALLOW_REFRESH_TOKEN_AUTH");
    }
    return Optional.of(rotation.seconds("RetryGracePeriodSeconds", 0));
  }

  private static Duration validity(
      Tree client, String property, int otherwise, Optional<String> unit, String defaultUnit) {
    int amount = client.integer(property, otherwise);
    return switch (unit.orElse(defaultUnit)) {
      case "seconds" -> Duration.ofSeconds(amount);
      case "minutes" -> Duration.ofMinutes(amount);
      case "hours" -> Duration.ofHours(amount);
      case "days" -> Duration.ofDays(amount);
      default -> throw new TemplateException(client.where() + ": unknown unit " + unit);
    };
  }

  /** The values of a mapping as strings, as Lambda passes a function's environment. */
  static Map<String, String> strings(Tree tree) {
    Map<String, String> strings = new LinkedHashMap<>();
    tree.values().keySet().forEach(key -> strings.put(key, tree.string(key)));
    return strings;
  }
}
