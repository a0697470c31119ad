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
import java.util.TreeMap;

/**
 * Writes the file that the HTTP API imports: OpenAPI 3.0.1, with each operation's function.
 *
 * <p>The root template includes the file. Its intrinsic functions have the long form, the only one
 * allowed in an included file, and refer to the root template: the parameters {@code Application},
 * {@code PortalOrigin} and {@code StaffOrigin}, a role for each tag of the contract ({@link
 * InvokePolicy}), and the nested stack {@code Identity} with its outputs {@code UserPoolId}, {@code
 * UserPoolClientId} and {@code StaffClientId}.
 */
public final class GatewayFile {
  private static final String FUNCTIONS =
      "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
          + "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}"
          + ":function:${Application}-";
  private static final String ISSUER =
      "https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${Identity.Outputs.UserPoolId}";

  /** A scope that access tokens have and ID tokens lack. */
  private static final String SCOPE = "aws.cognito.signin.user.admin";

  private static final int PREFLIGHT_SECONDS = 3600;

  private final ObjectMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private GatewayFile() {}

  /**
   * Takes the contract's file, the API's import file to write, and the folder to write the policies
   * to by which the API invokes functions. Exits with 1 if the contract has faults.
   */
  public static void main(String[] arguments) throws IOException {
    Path contract = Path.of(arguments[0]);
    try {
      Contract read = Contract.read(contract);
      Files.writeString(Path.of(arguments[1]), of(read));
      InvokePolicy.write(read, Path.of(arguments[2]));
    } catch (ContractException exception) {
      System.err.println(contract + ": " + exception.getMessage());
      System.exit(1);
    }
  }

  /** Returns the import file as JSON, byte for byte the same for the same contract. */
  public static String of(Contract contract) {
    GatewayFile file = new GatewayFile();
    try {
      return file.json.writeValueAsString(file.document(contract)).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private ObjectNode document(Contract contract) {
    ObjectNode document = json.createObjectNode().put("openapi", "3.0.1");
    ObjectNode info = document.putObject("info");
    info.set("title", call("Fn::Sub", "${Application}"));
    info.put("version", contract.version());
    document.set("x-amazon-apigateway-cors", cors(contract));
    document.set("paths", paths(contract));
    document.putObject("components").putObject("securitySchemes").set("bearer", bearer());
    return document;
  }

  private ObjectNode cors(Contract contract) {
    ObjectNode cors = json.createObjectNode();
    cors.putArray("allowOrigins").add(call("Fn::Sub", "${PortalOrigin}")).add(staffOrigin());
    contract.operations().stream()
        .map(operation -> operation.method().toUpperCase(Locale.ROOT))
        .distinct()
        .sorted()
        .forEach(cors.putArray("allowMethods")::add);
    List.of("authorization", "content-type", "idempotency-key", "if-match")
        .forEach(cors.putArray("allowHeaders")::add);
    List.of("etag", "location", "retry-after").forEach(cors.putArray("exposeHeaders")::add);
    return cors.put("maxAge", PREFLIGHT_SECONDS);
  }

  /** Nothing if both UIs have one origin: a list of origins may not name one twice. */
  private ObjectNode staffOrigin() {
    ObjectNode choice = json.createObjectNode();
    choice
        .putArray("Fn::If")
        .add("UisShareAnOrigin")
        .add(call("Ref", "AWS::NoValue"))
        .add(call("Fn::Sub", "${StaffOrigin}"));
    return choice;
  }

  private ObjectNode paths(Contract contract) {
    TreeMap<String, ObjectNode> items = new TreeMap<>();
    for (Operation operation : contract.operations()) {
      items
          .computeIfAbsent(operation.path(), path -> json.createObjectNode())
          .set(operation.method(), operation(operation));
    }
    ObjectNode paths = json.createObjectNode();
    items.forEach(paths::set);
    return paths;
  }

  private ObjectNode operation(Operation operation) {
    ObjectNode node = json.createObjectNode().put("operationId", operation.id());
    ArrayNode parameters = node.putArray("parameters");
    for (Parameter parameter : operation.parameters()) {
      parameters
          .addObject()
          .put("name", parameter.name())
          .put("in", parameter.in())
          .put("required", parameter.isInPath())
          .putObject("schema")
          .put("type", parameter.type());
    }
    ArrayNode security = node.putArray("security");
    if (!operation.isPublic()) {
      security.addObject().putArray("bearer").add(SCOPE);
    }
    node.putObject("responses").putObject("default").put("description", "The function's answer.");
    node.set("x-amazon-apigateway-integration", integration(operation));
    return node;
  }

  private ObjectNode integration(Operation operation) {
    ObjectNode integration =
        json.createObjectNode()
            .put("type", "aws_proxy")
            .put("httpMethod", "POST")
            .put("payloadFormatVersion", "2.0");
    integration.set("uri", call("Fn::Sub", FUNCTIONS + operation.function() + ":live/invocations"));
    integration.set("credentials", attribute(InvokePolicy.role(operation.tag()), "Arn"));
    return integration;
  }

  private ObjectNode bearer() {
    // Only schemes of this type may have scopes. The flows are required, but not used.
    ObjectNode scheme = json.createObjectNode().put("type", "oauth2");
    scheme.putObject("flows");
    ObjectNode authorizer = scheme.putObject("x-amazon-apigateway-authorizer").put("type", "jwt");
    authorizer.put("identitySource", "$request.header.Authorization");
    ObjectNode configuration = authorizer.putObject("jwtConfiguration");
    configuration.set("issuer", call("Fn::Sub", ISSUER));
    configuration
        .putArray("audience")
        .add(attribute("Identity", "Outputs.UserPoolClientId"))
        .add(attribute("Identity", "Outputs.StaffClientId"));
    return scheme;
  }

  private ObjectNode call(String function, String argument) {
    return json.createObjectNode().put(function, argument);
  }

  private ObjectNode attribute(String resource, String name) {
    ObjectNode call = json.createObjectNode();
    call.putArray("Fn::GetAtt").add(resource).add(name);
    return call;
  }
}
