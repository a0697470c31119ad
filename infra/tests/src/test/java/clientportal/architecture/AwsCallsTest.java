package clientportal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.aws.AwsClients;
import clientportal.platform.aws.AwsErrorTable;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;

/** Every call of AWS that the functions make has its errors in {@code docs/aws-errors.md}. */
final class AwsCallsTest {
  private static final Map<String, String> SERVICES =
      Map.of(
          "DynamoDbClient", "DynamoDB",
          "DynamoDbStreamsClient", "DynamoDB Streams",
          "S3Client", "S3",
          "CognitoIdentityProviderClient", "Cognito",
          "SesV2Client", "SES",
          "SnsClient", "SNS");

  /** {@code getObjectAsBytes} is another form of {@code getObject}. */
  private static final Pattern OPERATION = Pattern.compile("(\\w)(\\w*?)(AsBytes)?");

  private static final Set<String> NO_OPERATIONS = Set.of("builder", "close");

  private static Stream<JavaMethodCall> callsOfClients() {
    return ArchitectureTest.CLASSES.stream()
        .flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(call -> call.getTargetOwner().isAssignableTo(SdkClient.class));
  }

  private static String operation(JavaMethodCall call) {
    Matcher name = OPERATION.matcher(call.getName());
    assertThat(name.matches()).isTrue();
    return name.group(1).toUpperCase(Locale.ROOT) + name.group(2);
  }

  @Test
  void everyOperation_isInTheTableOfErrors_andNoOther() {
    Map<String, Set<String>> called =
        callsOfClients()
            .filter(call -> !NO_OPERATIONS.contains(call.getName()))
            .collect(
                Collectors.groupingBy(
                    call -> service(call.getTargetOwner().getSimpleName()),
                    Collectors.mapping(
                        AwsCallsTest::operation, Collectors.toCollection(TreeSet::new))));

    assertThat(called).isEqualTo(AwsErrorTable.read().operations());
  }

  private static String service(String client) {
    return SERVICES.getOrDefault(client, client);
  }

  /** A client that is built in another way would answer with the SDK's own exceptions. */
  @Test
  void everyClient_isConfiguredByAwsClients() {
    List<JavaMethodCall> built =
        callsOfClients().filter(call -> call.getName().equals("builder")).toList();

    assertThat(built)
        .hasSizeGreaterThanOrEqualTo(SERVICES.size())
        .allMatch(call ->
            call.getOrigin().getMethodCallsFromSelf().stream()
                .anyMatch(other ->
                    other.getName().equals("configure")
                        && other.getTargetOwner().isEquivalentTo(AwsClients.class)));
  }
}
