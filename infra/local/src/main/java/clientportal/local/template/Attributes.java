package clientportal.local.template;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The values of {@code Ref} and {@code GetAtt} for the resources of the local stack. */
final class Attributes {
  private final Place place;
  private final String stackName;

  Attributes(Place place, String stackName) {
    this.place = place;
    this.stackName = stackName;
  }

  /** The physical name: the template's, or one of stack name and logical id. */
  String name(Resource resource, Function<String, Optional<String>> property) {
    String generated = stackName + "-" + resource.logicalId();
    return switch (resource.type()) {
      case ResourceTypes.FUNCTION -> property.apply("FunctionName").orElse(generated);
      case ResourceTypes.TABLE -> property.apply("TableName").orElse(generated);
      case ResourceTypes.BUCKET ->
          property.apply("BucketName").orElse(generated.toLowerCase(Locale.ROOT));
      case ResourceTypes.TOPIC -> property.apply("TopicName").orElse(generated);
      case ResourceTypes.QUEUE -> property.apply("QueueName").orElse(generated);
      case ResourceTypes.USER_POOL -> place.userPoolId();
      case ResourceTypes.USER_POOL_CLIENT -> place.userPoolClientId(resource.logicalId());
      case ResourceTypes.API -> place.apiId();
      case "AWS::Logs::LogGroup" -> property.apply("LogGroupName").orElse(generated);
      case ResourceTypes.ROLE -> property.apply("RoleName").orElse(generated);
      case ResourceTypes.API_STAGE -> property.apply("StageName").orElse(generated);
      default -> property.apply("Name").orElse(generated);
    };
  }

  String ref(String type, String name) {
    return switch (type) {
      case ResourceTypes.TOPIC -> arn(type, name);
      case ResourceTypes.QUEUE -> queueUrl(name);
      case "AWS::CloudWatch::Alarm", ResourceTypes.STACK, ResourceTypes.SAM_STACK ->
          place.arn("cloudformation", "stack/" + name);
      default -> name;
    };
  }

  Optional<String> attribute(String type, String name, String attribute) {
    String value =
        switch (attribute) {
          case "Arn", "TopicArn" -> arn(type, name);
          case "StreamArn" -> arn(type, name) + "/stream/local";
          case "QueueName", "TopicName", "TableId", "UserPoolId", "ClientId", "ApiId" -> name;
          case "QueueUrl" -> queueUrl(name);
          case "ProviderName" ->
              "cognito-idp." + place.region() + ".amazonaws.com/" + place.userPoolId();
          case "ProviderURL" -> issuer(place);
          case "DomainName" -> name + ".s3.amazonaws.com";
          case "RegionalDomainName" -> name + ".s3." + place.region() + ".amazonaws.com";
          case "ApiEndpoint" ->
              "https://" + name + ".execute-api." + place.region() + ".amazonaws.com";
          case "RoleId" -> "AROALOCAL";
          default -> "";
        };
    return Optional.of(value).filter(found -> !found.isEmpty());
  }

  static String issuer(Place place) {
    return "https://cognito-idp." + place.region() + ".amazonaws.com/" + place.userPoolId();
  }

  private String queueUrl(String name) {
    return "https://sqs." + place.region() + ".amazonaws.com/" + place.accountId() + "/" + name;
  }

  private String arn(String type, String name) {
    return switch (type) {
      case ResourceTypes.FUNCTION -> place.arn("lambda", "function:" + name);
      case ResourceTypes.TABLE -> place.arn("dynamodb", "table/" + name);
      case ResourceTypes.BUCKET -> "arn:aws:s3:::" + name;
      case ResourceTypes.TOPIC -> place.arn("sns", name);
      case ResourceTypes.QUEUE -> place.arn("sqs", name);
      case ResourceTypes.RULE -> place.arn("events", "rule/" + name);
      case ResourceTypes.USER_POOL -> place.arn("cognito-idp", "userpool/" + name);
      case ResourceTypes.CONFIGURATION_SET -> place.arn("ses", "configuration-set/" + name);
      case "AWS::Logs::LogGroup" -> place.arn("logs", "log-group:" + name + ":*");
      case ResourceTypes.ROLE -> "arn:aws:iam::" + place.accountId() + ":role/" + name;
      case "AWS::KMS::Key" -> place.arn("kms", "key/" + name);
      default -> place.arn("local", name);
    };
  }
}
