package clientportal.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.internal.AwsErrorCode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every error that DynamoDB's model names for the calls that are made, and its answer. */
final class DynamoDbErrorsTest {
  private static final Key KEY = new Key("p", "s");
  private static final Item ITEM = Fields.of().with("name", "a").at(KEY);
  private static final Write PUT = new Write.Put(ITEM, Condition.present());

  private final AwsErrorTable errors = AwsErrorTable.read();
  private final ScriptedAws aws = new ScriptedAws(ScriptedAws.Protocol.JSON);
  private final Table table =
      new DynamoDbTable(aws.client(DynamoDbClient.builder(), "DYNAMODB"), "t");

  private void transact() {
    table.write(List.of(PUT, Write.delete(new Key("p", "other"))));
  }

  @Test
  void everyError_hasItsAnswer() {
    errors.check(
        "DynamoDB",
        DynamoDbClient.class,
        aws,
        Map.of(
            "BatchGetItem", () -> table.read(List.of(KEY)),
            "Query", () -> table.all(Query.of(Query.Index.TABLE, "p")),
            "PutItem", () -> table.write(List.of(PUT)),
            "DeleteItem", () -> table.write(List.of(Write.delete(KEY))),
            "UpdateItem",
                () -> table.update(Write.update(KEY).add("n", 1).when(Condition.present())),
            "TransactGetItems", () -> table.readSnapshot(List.of(KEY)),
            "TransactWriteItems", this::transact));
  }

  @Test
  void everyReasonOfACancellation_hasItsAnswer_alsoBesideThoseThatAreNone() {
    assertThat(errors.named("DynamoDB cancellation"))
        .hasSize(7)
        .allSatisfy(reason -> {
          assertThat(cancelled("None", reason.code())).isEqualTo(reason.answer());
          assertThat(cancelled(reason.code(), "None")).isEqualTo(reason.answer());
        });
  }

  @Test
  void aCancellationForSeveralReasons_isAConflict_whenOneIs() {
    assertThat(cancelled("ThrottlingError", "ConditionalCheckFailed")).isEqualTo("conflict");
    assertThat(cancelled("ValidationError", "ThrottlingError")).isEqualTo("busy");
  }

  @Test
  void aReadThatOthersDisturbAgainAndAgain_isBusy() {
    refuse("TransactGetItems", "None", "TransactionConflict");

    assertThat(AwsErrorTable.answer(() -> table.readSnapshot(List.of(KEY)))).isEqualTo("busy");
  }

  private String cancelled(String first, String second) {
    refuse("TransactWriteItems", first, second);
    return AwsErrorTable.answer(this::transact);
  }

  private void refuse(String operation, String first, String second) {
    aws.refuseWith(
        operation,
        400,
        """
        {"__type": "aws#TransactionCanceledException", "message": "cancelled",
         "CancellationReasons": [{"Code": "%s"}, {"Code": "%s"}]}\
        """
            .formatted(first, second));
  }

  @Test
  void aPageThatIsRefusedAfterTheFirst_isNoShorterList() {
    aws.answer("Query", "{\"LastEvaluatedKey\": {\"PK\": {\"S\": \"p\"}, \"SK\": {\"S\": \"s\"}}}");

    assertThat(
            AwsErrorTable.answer(() ->
                table
                    .pages(Query.of(Query.Index.TABLE, "p").limit(1))
                    .forEach(_ -> aws.refuse("Query", 400, "ThrottlingException"))))
        .isEqualTo("busy");
  }

  @Test
  void whatTheSdkTriesAgain_isBusyAfterThat() {
    Set<String> again = new HashSet<>(AwsErrorCode.THROTTLING_ERROR_CODES);
    again.addAll(AwsErrorCode.RETRYABLE_ERROR_CODES);

    assertThat(errors.named("all"))
        .filteredOn(refusal -> refusal.answer().equals("busy"))
        .extracting(AwsErrorTable.Refusal::code)
        .containsAll(again);
  }
}
