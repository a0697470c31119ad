package clientportal.local.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import clientportal.local.template.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.sesv2.model.GetAccountRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;

/** What the Service Authorization Reference says of the calls that functions make. */
final class CallPermissionsTest {
  private static final String TABLE = " on arn:aws:dynamodb:eu-central-1:000000000000:table/t";

  private final CallPermissions permissions = new CallPermissions(Place.LOCAL);

  @Test
  void callsOfTheTable_needTheirOwnAction_onTableOrIndex() {
    assertNeeds(
        "BatchGetItem",
        BatchGetItemRequest.builder()
            .requestItems(Map.of("t", KeysAndAttributes.builder().build()))
            .build(),
        "dynamodb:BatchGetItem" + TABLE);
    assertNeeds(
        "TransactGetItems",
        TransactGetItemsRequest.builder()
            .transactItems(TransactGetItem.builder().get(get -> get.tableName("t")).build())
            .build(),
        "dynamodb:GetItem" + TABLE);
    assertNeeds(
        "PutItem", PutItemRequest.builder().tableName("t").build(), "dynamodb:PutItem" + TABLE);
    assertNeeds("Query", QueryRequest.builder().tableName("t").build(), "dynamodb:Query" + TABLE);
    assertNeeds(
        "Query",
        QueryRequest.builder().tableName("t").indexName("Due").build(),
        "dynamodb:Query" + TABLE + "/index/Due");
  }

  @Test
  void callsOfAStream_needTheirOwnAction_onTheStreamOfTheTable() {
    String actual = "arn:aws:dynamodb:ddblocal:000000000000:table/t/stream/2026-03-01T09:30:00.123";
    assertNeeds(
        "GetShardIterator",
        GetShardIteratorRequest.builder().streamArn(actual).build(),
        "dynamodb:GetShardIterator" + TABLE + "/stream/local");
    assertNeeds(
        "GetRecords",
        GetRecordsRequest.builder().shardIterator("000|" + actual + "|shard|1").build(),
        "dynamodb:GetRecords" + TABLE + "/stream/local");
  }

  @Test
  void aTransaction_needsTheActionOfEachPart() {
    assertNeeds(
        "TransactWriteItems",
        TransactWriteItemsRequest.builder()
            .transactItems(
                TransactWriteItem.builder().put(put -> put.tableName("t")).build(),
                TransactWriteItem.builder().put(put -> put.tableName("t")).build(),
                TransactWriteItem.builder().update(update -> update.tableName("t")).build(),
                TransactWriteItem.builder().delete(delete -> delete.tableName("t")).build(),
                TransactWriteItem.builder().conditionCheck(check -> check.tableName("t")).build())
            .build(),
        "dynamodb:PutItem" + TABLE,
        "dynamodb:UpdateItem" + TABLE,
        "dynamodb:DeleteItem" + TABLE,
        "dynamodb:ConditionCheckItem" + TABLE);
  }

  @Test
  void callsOfS3_needActionsWithOtherNames() {
    assertNeeds(
        "HeadObject",
        HeadObjectRequest.builder().bucket("b").key("k/1").build(),
        "s3:GetObject on arn:aws:s3:::b/k/1");
    assertNeeds(
        "CreateMultipartUpload",
        CreateMultipartUploadRequest.builder().bucket("b").key("k").build(),
        "s3:PutObject on arn:aws:s3:::b/k");
    assertNeeds(
        "ListParts",
        ListPartsRequest.builder().bucket("b").key("k").build(),
        "s3:ListMultipartUploadParts on arn:aws:s3:::b/k");
  }

  @Test
  void mails_needTheSendersDomain_andTheConfigurationSet() {
    assertNeeds(
        "SendEmail",
        SendEmailRequest.builder()
            .fromEmailAddress("Meyer <portal@Mail.test>")
            .configurationSetName("set")
            .build(),
        "ses:SendEmail on arn:aws:ses:eu-central-1:000000000000:identity/mail.test",
        "ses:SendEmail on arn:aws:ses:eu-central-1:000000000000:configuration-set/set");
  }

  @Test
  void topicsAndPools_needTheirArn() {
    assertNeeds(
        "PublishBatch",
        PublishBatchRequest.builder().topicArn("arn:topic").build(),
        "sns:Publish on arn:topic");
    assertNeeds(
        "AdminGetUser",
        AdminGetUserRequest.builder().userPoolId("p").build(),
        "cognito-idp:AdminGetUser on arn:aws:cognito-idp:eu-central-1:000000000000:userpool/p");
  }

  @Test
  void unknownCalls_areRefusedByName() {
    assertThatIllegalStateException()
        .isThrownBy(() -> permissions.of("GetAccount", GetAccountRequest.builder().build()))
        .withMessageContaining("what GetAccount needs");
  }

  private void assertNeeds(String operation, SdkRequest request, String... needed) {
    assertThat(permissions.of(operation, request)).map(Object::toString).containsExactly(needed);
  }
}
