package clientportal.platform;

import clientportal.aws.AdapterTest;
import clientportal.aws.Aws;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import clientportal.platform.table.TableContract;

/** The contract of the table, on DynamoDB. */
@AdapterTest
final class DynamoDbTableIT extends TableContract {
  private final Table table = Aws.current().asFunction(() -> AwsClients.fromEnvironment().table());

  @Override
  protected Table table() {
    return table;
  }
}
