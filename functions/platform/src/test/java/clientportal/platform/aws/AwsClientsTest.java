package clientportal.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.RuntimeContext;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AwsClientsTest {
  private static final RuntimeContext CONTEXT =
      new RuntimeContext(
          Map.of(
              "AWS_REGION", "eu-west-1",
              "AWS_ACCESS_KEY_ID", "id",
              "AWS_SECRET_ACCESS_KEY", "secret",
              "TABLE_NAME", "t"),
          Clock.systemUTC());

  @Test
  void theTable_isBuiltOnce_howeverOftenItIsRequested() {
    AwsClients clients =
        ScopedValue.where(RuntimeContext.CURRENT, CONTEXT).call(AwsClients::fromEnvironment);

    Stream<DynamoDbTable> tables =
        ScopedValue.where(RuntimeContext.CURRENT, CONTEXT)
            .call(() -> Stream.of(clients.table(), clients.table()));

    assertThat(tables.distinct()).hasSize(1);
  }
}
