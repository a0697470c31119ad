package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for the table and the bucket, besides their protection. */
final class StateRules {
  /** The headers of an upload by a signed URL, except those that every browser sends. */
  static final Set<String> UPLOAD_HEADERS =
      Set.of(
          "content-type", "if-none-match", "x-amz-checksum-sha256", "x-amz-sdk-checksum-algorithm");

  /** Where both UIs have one origin, S3 refuses a list that names it twice. */
  private static final Tree UIS =
      Tree.parse(
          "[!Ref PortalOrigin, !If [UisShareAnOrigin, !Ref AWS::NoValue, !Ref StaffOrigin]]");

  /** Every other bucket is for logs. */
  private static final String DOCUMENTS = "Bucket";

  private StateRules() {}

  /** The buckets that keep state; that of the pages has rules of its own. */
  private static Stream<Resource> buckets(Template template) {
    return PagesRules.serves(template) ? Stream.empty() : template.resources("AWS::S3::Bucket");
  }

  static List<String> tablesAreAsDesigned(Template template) {
    return template
        .resources("AWS::DynamoDB::Table")
        .flatMap(table -> {
          Tree own = table.own();
          return Stream.of(
                  check(own.at("BillingMode").is("PAY_PER_REQUEST"), table, "is provisioned"),
                  check(own.at("LocalSecondaryIndexes").isAbsent(), table, "has a local index"),
                  check(
                      own.at("GlobalSecondaryIndexes").each().stream()
                          .map(index -> index.at("IndexName").text())
                          .toList()
                          .equals(List.of("Names", "Activity", "Due")),
                      table,
                      "has other indexes than Names, Activity and Due"),
                  check(
                      own.at("StreamSpecification", "StreamViewType").is("NEW_IMAGE"),
                      table,
                      "does not stream new images"),
                  check(
                      own.at("TimeToLiveSpecification", "Enabled").is("true"),
                      table,
                      "keeps expired items"),
                  hasNoName(table, "TableName"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  static List<String> bucketsAreAsDesigned(Template template) {
    return buckets(template)
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
                      "has no versioning"),
                  check(
                      own.at("OwnershipControls", "Rules").each().stream()
                              .anyMatch(
                                  rule -> rule.at("ObjectOwnership").is("BucketOwnerEnforced"))
                          && own.at("AccessControl").isAbsent(),
                      bucket,
                      "uses access control lists"),
                  hasNoName(bucket, "BucketName"),
                  holdsDocuments(bucket) ? ofDocuments(bucket) : ofLogs(bucket))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  private static boolean holdsDocuments(Resource bucket) {
    return bucket.id().equals(DOCUMENTS);
  }

  private static Stream<String> ofDocuments(Resource bucket) {
    return Stream.concat(
        check(
            bucket
                .own()
                .at("NotificationConfiguration", "EventBridgeConfiguration", "EventBridgeEnabled")
                .is("true"),
            bucket,
            "reports no uploads"),
        check(
            hasLifecycle(bucket, "AbortIncompleteMultipartUpload"),
            bucket,
            "keeps parts of abandoned uploads"));
  }

  private static Stream<String> ofLogs(Resource bucket) {
    return check(hasLifecycle(bucket, "ExpirationInDays"), bucket, "keeps logs for ever");
  }

  private static boolean hasLifecycle(Resource bucket, String action) {
    return bucket.own().at("LifecycleConfiguration", "Rules").each().stream()
        .anyMatch(rule -> !rule.at(action).isAbsent());
  }

  static List<String> browsersMayOnlyUseSignedUrls(Template template) {
    return buckets(template)
        .filter(StateRules::holdsDocuments)
        .flatMap(bucket -> {
          List<Tree> rules = bucket.own().at("CorsConfiguration", "CorsRules").each();
          return Stream.concat(
              check(!rules.isEmpty(), bucket, "allows no browser"),
              rules.stream().flatMap(rule -> corsFaults(bucket, rule)));
        })
        .toList();
  }

  private static Stream<String> corsFaults(Resource bucket, Tree rule) {
    return Stream.of(
            check(
                rule.at("AllowedOrigins").equals(UIS),
                bucket,
                "allows other origins than the two UIs, or one of them twice"),
            check(
                Set.copyOf(rule.at("AllowedMethods").texts().toList()).equals(Set.of("PUT", "GET")),
                bucket,
                "allows more or less than PUT and GET"),
            check(
                Set.copyOf(rule.at("AllowedHeaders").texts().toList()).equals(UPLOAD_HEADERS),
                bucket,
                "allows other headers than an upload's"))
        .flatMap(violation -> violation);
  }

  /** A retained resource with a fixed name would block the deployment of a new stack. */
  private static Stream<String> hasNoName(Resource resource, String property) {
    return check(resource.own().at(property).isAbsent(), resource, "has a name of its own");
  }

  /** What the bucket's policy refuses to everybody, whatever their role allows. */
  static List<String> bucketsRefuse(Template template) {
    return buckets(template)
        .flatMap(bucket -> {
          List<Tree> denied =
              template
                  .resources("AWS::S3::BucketPolicy")
                  .filter(policy -> policy.own().at("Bucket").target().equals(bucket.id()))
                  .flatMap(policy -> policy.own().at("PolicyDocument", "Statement").each().stream())
                  .filter(statement ->
                      statement.at("Effect").is("Deny") && statement.at("Principal").is("*"))
                  .toList();
          Stream<String> oldTls =
              check(
                  denied.stream()
                      .anyMatch(statement ->
                          statement.at("Action").is("s3:*")
                              && statement
                                  .at("Condition", "NumericLessThan", "s3:TlsVersion")
                                  .is("1.2")),
                  bucket,
                  "accepts old TLS");
          if (!holdsDocuments(bucket)) {
            return oldTls;
          }
          Set<String> objects =
              Set.of("${" + bucket.id() + ".Arn}/firms/*", "${" + bucket.id() + ".Arn}/sites/*");
          return Stream.of(
                  oldTls,
                  check(
                      denied.stream()
                          .anyMatch(statement ->
                              statement.at("Action").is("s3:PutObject")
                                  && names(statement.at("Resource")).equals(objects)
                                  && statement
                                      .at("Condition", "Null", "s3:if-none-match")
                                      .is("true")
                                  && statement
                                      .at("Condition", "Bool", "s3:ObjectCreationOperation")
                                      .is("true")),
                      bucket,
                      "lets objects be replaced"),
                  check(
                      denied.stream()
                          .anyMatch(statement ->
                              statement
                                      .at("Action")
                                      .texts()
                                      .toList()
                                      .containsAll(List.of("s3:PutObject", "s3:GetObject"))
                                  && names(statement.at("NotResource")).containsAll(objects)),
                      bucket,
                      "keeps more than documents and logos"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  private static Set<String> names(Tree resources) {
    return resources.each().stream()
        .map(each -> each.at("Fn::Sub").text())
        .collect(Collectors.toSet());
  }

  static List<String> thereIsOneTableAndOneBucket(List<Template> templates) {
    return Stream.of("AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::Cognito::UserPool")
        .flatMap(type -> {
          long count =
              templates.stream()
                  .flatMap(template -> template.resources(type))
                  .filter(state -> !type.equals("AWS::S3::Bucket") || holdsDocuments(state))
                  .count();
          return count == 1 ? Stream.empty() : Stream.of(count + " × " + type);
        })
        .toList();
  }
}
