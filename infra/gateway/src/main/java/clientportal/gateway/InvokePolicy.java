package clientportal.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the policies by which the HTTP API invokes functions: those that have a route, by name. A
 * name with a wildcard would include functions without route, and those of a stage whose name
 * begins like this one's.
 *
 * <p>There is one for each tag of the contract, since the names of all functions exceed what IAM
 * allows in one role. The root template includes each in the role that {@link #role} names.
 */
final class InvokePolicy {
  private static final String FUNCTION =
      "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Application}-";

  private InvokePolicy() {}

  /** Returns the name that the root template has for the role of a tag's operations. */
  static String role(String tag) {
    return tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1) + "ApiRole";
  }

  /** Writes each policy to the file {@code <tag>.json} of a folder, which is made if need be. */
  static void write(Contract contract, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> policy : byTag(contract).entrySet()) {
      Files.writeString(folder.resolve(policy.getKey() + ".json"), policy.getValue());
    }
  }

  /** Returns the policies as JSON, byte for byte the same for the same contract. */
  static SortedMap<String, String> byTag(Contract contract) {
    return contract.operations().stream()
        .collect(
            Collectors.groupingBy(
                Operation::tag,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), InvokePolicy::of)));
  }

  private static String of(List<Operation> operations) {
    ObjectMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode policy = json.createObjectNode().put("Version", "2012-10-17");
    ObjectNode statement =
        policy
            .putArray("Statement")
            .addObject()
            .put("Effect", "Allow")
            .put("Action", "lambda:InvokeFunction");
    ArrayNode functions = statement.putArray("Resource");
    operations.stream()
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
