package clientportal.platform;

import clientportal.aws.AdapterTest;
import clientportal.aws.Aws;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import clientportal.platform.table.TableContract;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The contract of the table, on DynamoDB. */
@AdapterTest
final class DynamoDbTableIT extends TableContract {
  private final Table table = Aws.current().asFunction(() -> AwsClients.fromEnvironment().table());

  @Override
  protected Table table() {
    return table;
  }

  @Override
  protected Class<? extends RuntimeException> refusal() {
    return DynamoDbException.class;
  }
}
