package clientportal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.template.Application;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What CloudFormation makes of the templates on LocalStack is what they describe. */
@LocalStackTest
final class DeploymentIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LocalStackAws aws = (LocalStackAws) Aws.current();
  private final Deployment deployment = aws.deployment();
  private final String bucket = deployment.output("BucketName");

  @Test
  void allButMailSettings_isMade() {
    assertThat(deployment.pretended())
        .containsExactlyInAnyOrder(
            "AWS::SES::ConfigurationSet", "AWS::SES::ConfigurationSetEventDestination");
  }

  @Test
  void table_hasItsKeysIndexesStreamAndTimeToLive() {
    Application.Table described = Templates.APPLICATION.tables().getFirst();
    TableDescription table =
        aws.dynamoDb()
            .describeTable(describe -> describe.tableName(deployment.output("TableName")))
            .table();

    assertThat(key(table.keySchema())).isEqualTo(described.key());
    Map<String, String> attributes = new TreeMap<>();
    for (AttributeDefinition each : table.attributeDefinitions()) {
      attributes.put(each.attributeName(), each.attributeTypeAsString());
    }
    assertThat(attributes).isEqualTo(described.attributes());
    assertThat(table.globalSecondaryIndexes())
        .map(DeploymentIT::index)
        .containsExactlyInAnyOrderElementsOf(described.indexes());
    assertThat(table.billingModeSummary().billingModeAsString()).isEqualTo("PAY_PER_REQUEST");
    assertThat(table.streamSpecification().streamViewTypeAsString())
        .isEqualTo(described.streamView().orElseThrow());
    assertThat(
            aws.dynamoDb()
                .describeTimeToLive(describe -> describe.tableName(table.tableName()))
                .timeToLiveDescription()
                .attributeName())
        .isEqualTo(described.timeToLive().orElseThrow());
  }

  private static Application.Key key(List<KeySchemaElement> schema) {
    return new Application.Key(
        schema.getFirst().attributeName(),
        schema.stream().skip(1).map(KeySchemaElement::attributeName).findFirst());
  }

  private static Application.Index index(GlobalSecondaryIndexDescription index) {
    return new Application.Index(
        index.indexName(),
        key(index.keySchema()),
        index.projection().projectionTypeAsString(),
        index.projection().nonKeyAttributes());
  }

  @Test
  void bucket_isPrivate_versioned_encrypted_andNotifiesEventBridge() {
    assertThat(aws.s3().getBucketVersioning(get -> get.bucket(bucket)).status())
        .isEqualTo(BucketVersioningStatus.ENABLED);
    assertThat(
            aws.s3()
                .getBucketOwnershipControls(get -> get.bucket(bucket))
                .ownershipControls()
                .rules()
                .getFirst()
                .objectOwnership())
        .isEqualTo(ObjectOwnership.BUCKET_OWNER_ENFORCED);
    assertThat(
            aws.s3()
                .getPublicAccessBlock(get -> get.bucket(bucket))
                .publicAccessBlockConfiguration())
        .satisfies(block -> {
          assertThat(block.blockPublicAcls()).isTrue();
          assertThat(block.blockPublicPolicy()).isTrue();
          assertThat(block.ignorePublicAcls()).isTrue();
          assertThat(block.restrictPublicBuckets()).isTrue();
        });
    assertThat(
            aws.s3()
                .getBucketEncryption(get -> get.bucket(bucket))
                .serverSideEncryptionConfiguration()
                .rules()
                .getFirst()
                .applyServerSideEncryptionByDefault()
                .sseAlgorithmAsString())
        .isEqualTo("AES256");
    assertThat(
            aws.s3()
                .getBucketNotificationConfiguration(get -> get.bucket(bucket))
                .eventBridgeConfiguration())
        .isNotNull();
    assertThat(aws.s3().getBucketPolicy(get -> get.bucket(bucket)).policy())
        .contains("TlsOnly", "arn:aws:s3:::" + bucket + "/*");
  }

  @Test
  void bucket_letsTheTwoPagesPutAndGet() {
    Application.CorsRule described = Templates.APPLICATION.buckets().getFirst().cors().getFirst();

    assertThat(aws.s3().getBucketCors(get -> get.bucket(bucket)).corsRules())
        .map(DeploymentIT::rule)
        .containsExactly(described);
  }

  private static Application.CorsRule rule(CORSRule rule) {
    return new Application.CorsRule(
        rule.allowedOrigins(),
        rule.allowedMethods(),
        rule.allowedHeaders(),
        rule.exposeHeaders(),
        rule.maxAgeSeconds());
  }

  @Test
  void queues_haveTheirTimeoutsAndDeadLetters() throws Exception {
    List<String> queues = List.of("Uploads", "Invitations", "Verifications", "Notices");
    for (String queue : queues) {
      Application.Queue described =
          Templates.APPLICATION.queues().stream()
              .filter(each -> each.name().endsWith("-" + queue))
              .findFirst()
              .orElseThrow();
      Map<QueueAttributeName, String> attributes = attributes(queue);
      assertThat(attributes)
          .containsEntry(
              QueueAttributeName.VISIBILITY_TIMEOUT,
              Long.toString(described.visibilityTimeout().toSeconds()))
          .containsEntry(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600")
          .containsEntry(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true");
      JsonNode redrive = MAPPER.readTree(attributes.get(QueueAttributeName.REDRIVE_POLICY));
      assertThat(redrive.path("maxReceiveCount").asInt())
          .isEqualTo(described.deadLetters().orElseThrow().maxReceiveCount());
      assertThat(redrive.path("deadLetterTargetArn").asText())
          .isEqualTo(attributes(queue + "DeadLetters").get(QueueAttributeName.QUEUE_ARN));
      assertThat(attributes.get(QueueAttributeName.POLICY))
          .contains(String.valueOf(attributes.get(QueueAttributeName.QUEUE_ARN)));
    }
  }

  private Map<QueueAttributeName, String> attributes(String queue) {
    return aws.sqs()
        .getQueueAttributes(get ->
            get.queueUrl(deployment.physicalId(queue)).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }
}
