package clientportal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A second deployment of a stage that people use, with other parameters. */
final class UpdateIT {
  private static final String RESTORED = "portal-restored";

  @Test
  void changedAddresses_areInTheNextMails_andOthersAreRefused() throws Exception {
    try (LocalStack stack = LocalStack.start(Portal.options())) {
      Portal.on(
          stack,
          () -> {
            Office office = Office.open();
            Office.Client before = office.client("Bertha").invite();
            String portal = stack.describe().get("portalUrl");
            assertThat(Portal.lastMail(before.email()).text())
                .contains(portal + "/" + office.slug());

            stack.update(Map.of("PortalUrl", portal + "/new", "MailFrom", "mail@portal.test"));

            Office.Client after = office.client("After").invite();
            assertThat(Portal.lastMail(after.email()).text())
                .contains(portal + "/new/" + office.slug());
            assertThat(Portal.lastMail(after.email()).headers().toString())
                .contains("mail@portal.test");
            assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> stack.update(Map.of("StaffOrigin", "http://localhost:4000")))
                .withMessageContaining("StaffOrigin");
            return office;
          });
    }
  }

  /** The steps of OPERATING.md: restore, turn the stream on, deploy with two parameters. */
  @Test
  void restoredTable_isUsedByEveryFunction_andEventsOfItAreRelayed() throws Exception {
    try (LocalStack stack = LocalStack.start(Portal.options())) {
      Portal.on(
          stack,
          () -> {
            Office office = Office.open();
            Portal.settle();
            String old = String.valueOf(stack.application().outputs().get("TableName"));
            restore(stack.dynamoDbClient(), old);

            stack.update(
                Map.of(
                    "RestoredTable",
                    RESTORED,
                    "RestoredTableStreamArn",
                    "arn:aws:dynamodb:eu-central-1:000000000000:table/"
                        + RESTORED
                        + "/stream/now"));

            assertThat(stack.application().outputs()).containsEntry("TableName", RESTORED);
            Office.Client client = office.client("Carla").invite();
            assertThat(Portal.lastMail(client.email()).text()).contains("#");
            Portal.acceptInvitation(client.email()).get("/v1/me").is(200);
            assertThat(itemsOf(stack.dynamoDbClient(), old, client)).isZero();
            assertThat(itemsOf(stack.dynamoDbClient(), RESTORED, client)).isPositive();
            return office;
          });
    }
  }

  private static long itemsOf(DynamoDbClient dynamoDb, String table, Office.Client client) {
    return dynamoDb.scanPaginator(scan -> scan.tableName(table)).items().stream()
        .filter(item -> item.toString().contains(client.clientId()))
        .count();
  }

  private static void restore(DynamoDbClient dynamoDb, String old) {
    TableDescription table = dynamoDb.describeTable(describe -> describe.tableName(old)).table();
    dynamoDb.createTable(create ->
        create
            .tableName(RESTORED)
            .attributeDefinitions(table.attributeDefinitions())
            .keySchema(table.keySchema())
            .billingMode("PAY_PER_REQUEST")
            .globalSecondaryIndexes(
                table.globalSecondaryIndexes().stream()
                    .map(index ->
                        GlobalSecondaryIndex.builder()
                            .indexName(index.indexName())
                            .keySchema(index.keySchema())
                            .projection(index.projection())
                            .build())
                    .toList()));
    dynamoDb
        .scanPaginator(scan -> scan.tableName(old))
        .items()
        .forEach(item -> dynamoDb.putItem(put -> put.tableName(RESTORED).item(item)));
    dynamoDb.updateTable(update ->
        update
            .tableName(RESTORED)
            .streamSpecification(
                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
  }
}
