package clientportal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InvokePolicyTest {
  private static final Path PUBLISHED = Path.of("..", "openapi.yaml");

  /** IAM's limit for all policies that are written in a role, without blanks. */
  private static final int LARGEST = 10_240;

  private static List<String> functions(JsonNode policy) {
    List<String> functions = new ArrayList<>();
    policy
        .at("/Statement/0/Resource")
        .forEach(each -> functions.add(each.path("Fn::Sub").asText()));
    return functions;
  }

  @Test
  void theApi_mayInvokeEachFunctionThatHasARoute_byItsWholeName_andNoOther() throws IOException {
    Contract contract = Contract.read(PUBLISHED);
    for (Map.Entry<String, String> each : InvokePolicy.byTag(contract).entrySet()) {
      JsonNode policy = new ObjectMapper().readTree(each.getValue());

      assertThat(policy.path("Statement")).hasSize(1);
      assertThat(policy.at("/Statement/0/Effect").asText()).isEqualTo("Allow");
      assertThat(policy.at("/Statement/0/Action").asText()).isEqualTo("lambda:InvokeFunction");
      assertThat(functions(policy))
          .containsExactlyInAnyOrderElementsOf(
              contract.operations().stream()
                  .filter(operation -> operation.tag().equals(each.getKey()))
                  .map(operation ->
                      "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:"
                          + "${Application}-"
                          + operation.function()
                          + ":live")
                  .toList())
          .noneMatch(function -> function.contains("*"));
    }
  }

  @Test
  void theRootTemplate_hasTheRoleOfEachTag_withItsPolicy() throws IOException {
    String template = Files.readString(Path.of("..", "..", "template.yaml"));

    for (String tag : InvokePolicy.byTag(Contract.read(PUBLISHED)).keySet()) {
      assertThat(template)
          .containsPattern(
              "(?s)  "
                  + InvokePolicy.role(tag)
                  + ":\n    Type: AWS::IAM::Role\n(?:    [^\n]+\n)+?"
                  + " +Location: infra/gateway/target/invoke/"
                  + tag
                  + "\\.json\n");
    }
  }

  @Test
  void eachPolicy_isWithinIamsLimit_withTheLongestNames() throws IOException {
    for (String policy : InvokePolicy.byTag(Contract.read(PUBLISHED)).values()) {
      JsonNode resolved =
          new ObjectMapper()
              .readTree(
                  policy
                      .replace("${AWS::Partition}", "aws-us-gov")
                      .replace("${AWS::Region}", "ap-southeast-1")
                      .replace("${AWS::AccountId}", "123456789012")
                      .replace("${Application}", "x".repeat(31)));
      int length = functions(resolved).stream().mapToInt(name -> name.length() + 3).sum() + 200;

      assertThat(length).isLessThan(LARGEST);
    }
  }
}
