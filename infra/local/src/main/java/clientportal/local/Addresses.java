package clientportal.local;

import clientportal.local.pages.Side;
import clientportal.local.template.Application;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** The addresses at which the parts of a stack are reached. */
record Addresses(URI api, URI s3, URI dynamoDb, URI sns) {
  static final AwsBasicCredentials CREDENTIALS =
      AwsBasicCredentials.create("LOCALACCESSKEY", "local-secret-key");

  URI cognito() {
    return api.resolve("/_aws/cognito/");
  }

  URI outbox() {
    return api.resolve("/_local/outbox");
  }

  static String issuer(URI api, String userPoolId) {
    return api + "/_aws/cognito/" + userPoolId;
  }

  /** The environment variables of the AWS SDK, the same for every function. */
  Map<String, String> environment(String region) {
    return Map.of(
        "AWS_REGION",
        region,
        "AWS_ACCESS_KEY_ID",
        CREDENTIALS.accessKeyId(),
        "AWS_SECRET_ACCESS_KEY",
        CREDENTIALS.secretAccessKey(),
        "AWS_ENDPOINT_URL_DYNAMODB",
        dynamoDb.toString(),
        "AWS_ENDPOINT_URL_DYNAMODB_STREAMS",
        dynamoDb.toString(),
        "AWS_ENDPOINT_URL_S3",
        s3.toString(),
        "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
        api + "/_aws/cognito",
        "AWS_ENDPOINT_URL_SESV2",
        api + "/_aws/ses",
        "AWS_ENDPOINT_URL_SNS",
        sns.toString());
  }

  /** The body of {@code GET /_local}. */
  Map<String, String> describe(Application application) {
    Map<String, String> description = common(application);
    application
        .userPool()
        .ifPresent(
            pool -> pool.clients().forEach(client -> description.put(key(client), client.id())));
    description.put("s3", s3.toString());
    return description;
  }

  /** What one side's pages must know: the same, with the app client of this side. */
  Map<String, String> config(Application application, Side side) {
    Map<String, String> config = common(application);
    String client =
        switch (side) {
          case PORTAL -> "UserPoolClient";
          case STAFF -> "StaffClient";
        };
    application.userPool().stream()
        .flatMap(pool -> pool.clients().stream())
        .filter(each -> each.logicalId().equals(client))
        .forEach(each -> config.put("userPoolClientId", each.id()));
    return config;
  }

  private Map<String, String> common(Application application) {
    Map<String, String> common = new LinkedHashMap<>();
    common.put("api", api.toString());
    common.put("cognito", cognito().toString());
    common.put("region", application.place().region());
    application.userPool().ifPresent(pool -> common.put("userPoolId", pool.id()));
    common.put("outbox", outbox().toString());
    putParameter(common, "portalUrl", application.parameters().get("PortalUrl"));
    putParameter(common, "staffUrl", application.parameters().get("StaffUrl"));
    return common;
  }

  /** The logical id of a client in camel case: {@code userPoolClientId}, {@code staffClientId}. */
  private static String key(Application.UserPoolClient client) {
    String name = client.logicalId();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "Id";
  }

  private static void putParameter(
      Map<String, String> description, String key, @Nullable Object value) {
    if (value != null) {
      description.put(key, value.toString());
    }
  }
}
