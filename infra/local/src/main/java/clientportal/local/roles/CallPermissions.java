package clientportal.local.roles;

import clientportal.local.template.Application.Permission;
import clientportal.local.template.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeleteWebAuthnCredentialRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListWebAuthnCredentialsRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sns.model.CheckIfPhoneNumberIsOptedOutRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.SnsRequest;

/**
 * The IAM permissions that each call needs, after AWS's <a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">Service
 * Authorization Reference</a>. An unknown call is refused by name.
 */
public final class CallPermissions {
  /** Calls of S3 whose action in IAM has another name than the call. */
  private static final Map<String, String> S3_ACTIONS =
      Map.of(
          "HeadObject", "GetObject",
          "CreateMultipartUpload", "PutObject",
          "UploadPart", "PutObject",
          "CompleteMultipartUpload", "PutObject",
          "ListParts", "ListMultipartUploadParts");

  private static final String TABLE_NAME = "TableName";

  /** Finds the table in a stream's ARN, with which shard iterators start too. */
  private static final Pattern STREAM_OF = Pattern.compile(":table/([^/|]+)/stream/");

  private final Place place;

  public CallPermissions(Place place) {
    this.place = place;
  }

  /** Returns the permissions that a call of the SDK needs. */
  public List<Permission> of(String operation, SdkRequest request) {
    return switch (request) {
      case BatchGetItemRequest batch ->
          batch.requestItems().keySet().stream().map(table -> table(operation, table)).toList();
      case QueryRequest query when query.indexName() != null ->
          List.of(table("Query", query.tableName() + "/index/" + query.indexName()));
      case TransactGetItemsRequest read ->
          read.transactItems().stream()
              .map(part -> table("GetItem", part.get().tableName()))
              .distinct()
              .toList();
      case TransactWriteItemsRequest transaction ->
          transaction.transactItems().stream().map(this::part).distinct().toList();
      case GetShardIteratorRequest stream -> List.of(stream(operation, stream.streamArn()));
      case GetRecordsRequest records -> List.of(stream(operation, records.shardIterator()));
      case DynamoDbRequest one -> List.of(table(operation, text(one, TABLE_NAME)));
      case S3Request object ->
          List.of(object(operation, text(object, "Bucket"), text(object, "Key")));
      case CheckIfPhoneNumberIsOptedOutRequest _ ->
          List.of(new Permission("sns:CheckIfPhoneNumberIsOptedOut", "*"));
      case PublishRequest text when text.phoneNumber() != null ->
          List.of(new Permission("sns:Publish", Permission.PHONE_NUMBERS));
      case SnsRequest publish ->
          List.of(
              new Permission(
                  "sns:" + operation.replace("PublishBatch", "Publish"),
                  text(publish, "TopicArn")));
      case SendEmailRequest mail -> mail(mail);
      // An access token of the person authorizes these, and no role.
      case ListWebAuthnCredentialsRequest _, DeleteWebAuthnCredentialRequest _ -> List.of();
      case CognitoIdentityProviderRequest identity ->
          List.of(
              new Permission(
                  "cognito-idp:" + operation,
                  place.arn("cognito-idp", "userpool/" + text(identity, "UserPoolId"))));
      default ->
          throw new IllegalStateException(
              "the local stack does not know what " + operation + " needs in IAM");
    };
  }

  /** Returns the permission that a presigned URL needs when it is used. */
  public static Permission object(String operation, String bucket, String key) {
    return new Permission(
        "s3:" + S3_ACTIONS.getOrDefault(operation, operation), bucket(bucket) + "/" + key);
  }

  /** The permission without which S3 answers 403 instead of 404 for a missing object. */
  public static Permission list(String bucket) {
    return new Permission("s3:ListBucket", bucket(bucket));
  }

  private static String bucket(String bucket) {
    return "arn:aws:s3:::" + bucket;
  }

  private Permission table(String operation, String table) {
    return new Permission("dynamodb:" + operation, place.arn("dynamodb", "table/" + table));
  }

  /** The role names the template's ARN, because the ARN of DynamoDB Local contains a time. */
  private Permission stream(String operation, String arn) {
    Matcher table = STREAM_OF.matcher(arn);
    if (!table.find()) {
      throw new IllegalStateException("no stream of a table: " + arn);
    }
    return new Permission(
        "dynamodb:" + operation,
        place.arn("dynamodb", "table/" + table.group(1) + "/stream/local"));
  }

  private Permission part(TransactWriteItem part) {
    if (part.put() != null) {
      return table("PutItem", part.put().tableName());
    }
    if (part.update() != null) {
      return table("UpdateItem", part.update().tableName());
    }
    if (part.delete() != null) {
      return table("DeleteItem", part.delete().tableName());
    }
    return table("ConditionCheckItem", part.conditionCheck().tableName());
  }

  private List<Permission> mail(SendEmailRequest mail) {
    String from = mail.fromEmailAddress().replaceFirst(".*<(.*)>.*", "$1");
    String domain = from.substring(from.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    List<Permission> needed = new ArrayList<>();
    Stream.of("identity/" + domain, named("configuration-set/", mail.configurationSetName()))
        .filter(resource -> !resource.isEmpty())
        .forEach(
            resource -> needed.add(new Permission("ses:SendEmail", place.arn("ses", resource))));
    return needed;
  }

  private static String named(String kind, @Nullable String name) {
    return name == null ? "" : kind + name;
  }

  private static String text(SdkRequest request, String field) {
    Optional<String> value = request.getValueForField(field, String.class);
    return value.orElseThrow(() -> new IllegalStateException("a call without " + field));
  }
}
