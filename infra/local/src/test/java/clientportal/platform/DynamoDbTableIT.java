package clientportal.platform;

import clientportal.driver.Portal;
import clientportal.platform.aws.DynamoDbTable;
import clientportal.platform.table.Table;
import clientportal.platform.table.TableContract;

/** The contract of the table, on DynamoDB. */
final class DynamoDbTableIT extends TableContract {
  private final Table table =
      new DynamoDbTable(Portal.stack().dynamoDbClient(), Portal.tableName());

  @Override
  protected Table table() {
    return table;
  }
}
