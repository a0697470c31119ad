package clientportal.roles;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.template.Application;
import clientportal.local.template.Application.AsyncInvocation;
import clientportal.local.template.Application.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The comparison finds planted differences, both ways. */
final class RoleDifferencesTest {
  private static final String TABLE = "arn:aws:dynamodb:eu-central-1:0:table/t";
  private static final Permission READ = new Permission("dynamodb:BatchGetItem", TABLE);
  private static final Permission QUERY = new Permission("dynamodb:Query", TABLE + "/index/Names");
  private static final Permission PUT = new Permission("s3:PutObject", "arn:aws:s3:::b/*");
  private static final Permission PUT_ONE = new Permission("s3:PutObject", "arn:aws:s3:::b/k");
  private static final Permission LOST = new Permission("sqs:SendMessage", "arn:aws:sqs:r:0:lost");

  @Test
  void roles_thatGrantWhatIsUsed_haveNoDifference() {
    assertThat(RoleDifferences.of(function(READ, QUERY, PUT, LOST), List.of(READ, QUERY, PUT_ONE)))
        .isEmpty();
  }

  @Test
  void grantsThatNothingUsed_andUsesThatNothingGrants_areNamed() {
    assertThat(RoleDifferences.of(function(READ, PUT), List.of(QUERY, PUT_ONE)))
        .containsExactly(
            "DoThing needs what its role lacks: " + QUERY,
            "DoThing needs what its role lacks: " + LOST,
            "DoThing never used what its role grants: " + READ);
  }

  @Test
  void grantsOnTheTable_areNoneOnItsIndex() {
    Permission table = new Permission("dynamodb:Query", TABLE);
    assertThat(RoleDifferences.of(function(table, LOST), List.of(QUERY))).hasSize(2);
  }

  private static Application.Function function(Permission... granted) {
    return new Application.Function(
        "DoThing",
        "arn",
        "handler",
        Duration.ofSeconds(1),
        128,
        Map.of(),
        List.of(),
        new AsyncInvocation(0, Optional.of("arn:aws:sqs:r:0:lost")),
        Optional.of(List.of(granted)),
        Optional.empty());
  }
}
