package clientportal.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the policy by which the HTTP API invokes functions: those that have a route, by name. A
 * name with a wildcard would include functions without route, and those of a stage whose name
 * begins like this one's.
 *
 * <p>The root template includes the file in the role {@code ApiRole}.
 */
final class InvokePolicy {
  private static final String FUNCTION =
      "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Application}-";

  private InvokePolicy() {}

  /** Returns the policy as JSON, byte for byte the same for the same contract. */
  static String of(Contract contract) {
    ObjectMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode policy = json.createObjectNode().put("Version", "2012-10-17");
    ObjectNode statement =
        policy
            .putArray("Statement")
            .addObject()
            .put("Effect", "Allow")
            .put("Action", "lambda:InvokeFunction");
    ArrayNode functions = statement.putArray("Resource");
    contract.operations().stream()
        .map(operation -> FUNCTION + operation.function() + ":live")
        .sorted()
        .forEach(function -> functions.addObject().put("Fn::Sub", function));
    try {
      return json.writeValueAsString(policy).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
