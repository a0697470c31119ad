package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about the table and the bucket, besides their protection. */
final class StateRules {
  /** What a signed upload makes the browser send, without what it sends by itself. */
  static final Set<String> HEADERS_OF_AN_UPLOAD =
      Set.of(
          "content-type", "if-none-match", "x-amz-checksum-sha256", "x-amz-sdk-checksum-algorithm");

  private StateRules() {}

  static List<String> tablesAreAsDesigned(Template template) {
    return template
        .resources("AWS::DynamoDB::Table")
        .flatMap(table -> {
          Tree own = table.own();
          return Stream.of(
                  check(own.at("BillingMode").is("PAY_PER_REQUEST"), table, "has a capacity"),
                  check(own.at("LocalSecondaryIndexes").isAbsent(), table, "has a local index"),
                  check(
                      own.at("GlobalSecondaryIndexes").each().stream()
                          .map(index -> index.at("IndexName").text())
                          .toList()
                          .equals(List.of("Names", "Due")),
                      table,
                      "has other indexes than Names and Due"),
                  check(
                      own.at("StreamSpecification", "StreamViewType").is("NEW_IMAGE"),
                      table,
                      "does not tell of what is new"),
                  check(
                      own.at("TimeToLiveSpecification", "Enabled").is("true"),
                      table,
                      "keeps what expired"),
                  hasNoName(table, "TableName"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  static List<String> bucketsAreAsDesigned(Template template) {
    return template
        .resources("AWS::S3::Bucket")
        .flatMap(bucket -> {
          Tree own = bucket.own();
          return Stream.of(
                  check(
                      own
                          .at("BucketEncryption", "ServerSideEncryptionConfiguration")
                          .each()
                          .stream()
                          .map(rule -> rule.at("ServerSideEncryptionByDefault", "SSEAlgorithm"))
                          .anyMatch(algorithm -> algorithm.is("AES256") || algorithm.is("aws:kms")),
                      bucket,
                      "does not encrypt"),
                  check(
                      own.at("VersioningConfiguration", "Status").is("Enabled"),
                      bucket,
                      "forgets what is overwritten"),
                  check(
                      own.at("OwnershipControls", "Rules").each().stream()
                              .anyMatch(
                                  rule -> rule.at("ObjectOwnership").is("BucketOwnerEnforced"))
                          && own.at("AccessControl").isAbsent(),
                      bucket,
                      "knows access control lists"),
                  check(
                      own.at(
                              "NotificationConfiguration",
                              "EventBridgeConfiguration",
                              "EventBridgeEnabled")
                          .is("true"),
                      bucket,
                      "tells nobody of an upload"),
                  check(
                      own.at("LifecycleConfiguration", "Rules").each().stream()
                          .anyMatch(rule -> !rule.at("AbortIncompleteMultipartUpload").isAbsent()),
                      bucket,
                      "keeps abandoned parts"),
                  hasNoName(bucket, "BucketName"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  static List<String> browsersMayWhatASignedUrlLetsThem(Template template) {
    return template
        .resources("AWS::S3::Bucket")
        .flatMap(bucket -> {
          List<Tree> rules = bucket.own().at("CorsConfiguration", "CorsRules").each();
          return Stream.concat(
              check(!rules.isEmpty(), bucket, "knows no browser"),
              rules.stream().flatMap(rule -> corsFaults(bucket, rule)));
        })
        .toList();
  }

  private static Stream<String> corsFaults(Resource bucket, Tree rule) {
    return Stream.of(
            check(
                rule.at("AllowedOrigins").each().stream()
                    .map(Tree::target)
                    .toList()
                    .equals(List.of("PortalOrigin", "StaffOrigin")),
                bucket,
                "is open to other pages than the two UIs'"),
            check(
                Set.copyOf(rule.at("AllowedMethods").texts().toList()).equals(Set.of("PUT", "GET")),
                bucket,
                "lets pages do more or less than put and get"),
            check(
                Set.copyOf(rule.at("AllowedHeaders").texts().toList()).equals(HEADERS_OF_AN_UPLOAD),
                bucket,
                "takes other headers than an upload's"))
        .flatMap(violation -> violation);
  }

  /** What is kept when its stack goes would stand in the way of the next by its name. */
  private static Stream<String> hasNoName(Resource resource, String property) {
    return check(resource.own().at(property).isAbsent(), resource, "has a name of its own");
  }

  static List<String> thereIsOneTableAndOneBucket(List<Template> templates) {
    return Stream.of("AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::Cognito::UserPool")
        .flatMap(type -> {
          long count = templates.stream().flatMap(template -> template.resources(type)).count();
          return count == 1 ? Stream.empty() : Stream.of(count + " × " + type);
        })
        .toList();
  }
}
