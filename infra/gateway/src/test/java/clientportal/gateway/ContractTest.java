package clientportal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;

class ContractTest {
  private static final String GOOD =
      """
      openapi: 3.1.0
      info: {title: Things, version: '1'}
      paths:
        /v1/things/{thingId}:
          parameters:
            - $ref: '#/components/parameters/thingId'
          get:
            operationId: getThing
            tags: [things]
            security: [{bearer: []}]
            responses: {default: {description: A thing.}}
          post:
            operationId: touchThing
            tags: [things]
            security: []
            parameters:
              - {name: X-Hard, in: header, schema: {type: boolean}}
            responses: {default: {description: A thing.}}
      components:
        parameters:
          thingId: {name: thingId, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
        schemas:
          Id: {type: string}
      """;

  @Test
  void parse_goodContract_readsItsOperations() {
    Contract contract = Contract.parse(GOOD);

    Parameter thingId = new Parameter("thingId", "path", "string");
    Parameter hard = new Parameter("X-Hard", "header", "boolean");
    assertThat(contract.version()).isEqualTo("1");
    assertThat(contract.operations())
        .containsExactly(
            operation("getThing", "get", false, thingId),
            operation("touchThing", "post", true, thingId, hard));
    assertThat(contract.operations().getFirst().function()).isEqualTo("GetThing");
  }

  @Test
  void parse_operationWithoutSecurity_isRefused() {
    assertRefused(
        "      security: []\n", "", "POST /v1/things/{thingId} does not state its security.");
  }

  @Test
  void parse_securityOfTheWholeDocument_doesNotCountForAnOperation() {
    String document = GOOD.replace("      security: []\n", "") + "security: []\n";

    assertThatThrownBy(() -> Contract.parse(document))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("POST /v1/things/{thingId} does not state its security.");
  }

  @Test
  void parse_scopesUnderTheHttpScheme_areRefused() {
    assertRefused(
        "{bearer: []}",
        "{bearer: [aws.cognito.signin.user.admin]}",
        "GET /v1/things/{thingId} has a security");
  }

  @Test
  void parse_optionalSecurity_isRefused() {
    assertRefused("security: []", "security: [{}]", "POST /v1/things/{thingId} has a security");
  }

  @Test
  void parse_otherScheme_isRefused() {
    assertRefused("{bearer: []}", "{key: []}", "GET /v1/things/{thingId} has a security");
  }

  @Test
  void parse_operationWithoutOperationId_isRefused() {
    assertRefused(
        "      operationId: getThing\n", "", "GET /v1/things/{thingId} has no operationId.");
  }

  @Test
  void parse_operationIdThatCannotNameAFunction_isRefused() {
    assertRefused(
        "getThing", "get-thing", "has an operationId that cannot name a function: get-thing");
  }

  @Test
  void parse_duplicatedOperationId_isRefused() {
    assertRefused(
        "touchThing",
        "getThing",
        "POST /v1/things/{thingId} has the operationId of GET /v1/things/{thingId}: getThing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[things, others]", "[Things]", "[all-things]"})
  void parse_operationWithoutExactlyOneTagThatCanNameARole_isRefused(String tags) {
    assertRefused(
        "getThing\n      tags: [things]",
        "getThing\n      tags: " + tags,
        "GET /v1/things/{thingId} does not have exactly one tag, of lower-case letters: ");
  }

  @Test
  void parse_awsExtension_isRefusedAtAnyDepth() {
    assertRefused(
        "openapi: 3.1.0", "x-amazon-apigateway-cors: {}", "x-amazon-apigateway-cors in /");
    assertRefused(
        "{type: boolean}",
        "{type: boolean, X-Amazon-anything: 1}",
        "X-Amazon-anything in /paths//v1/things/{thingId}/post/parameters/schema/");
  }

  @Test
  void parse_pathParameterThatIsNotDeclared_isRefused() {
    assertRefused(
        "    parameters:\n      - $ref: '#/components/parameters/thingId'\n",
        "",
        "GET /v1/things/{thingId} does not declare its path parameter thingId.");
  }

  @Test
  void parse_declaredParameterThatIsNotInThePath_isRefused() {
    assertRefused(
        "/v1/things/{thingId}:", "/v1/things:", "declares thingId, which is not in its path.");
  }

  @Test
  void parse_referenceToNothing_isRefused() {
    assertRefused("schemas/Id'", "schemas/Key'", "Missing: #/components/schemas/Key");
  }

  @Test
  void parse_noOperation_isRefused() {
    assertThatThrownBy(() -> Contract.parse("openapi: 3.1.0\n"))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("It has no operation.");
  }

  @Test
  void parse_severalFaults_reportsAll() {
    String document =
        GOOD.replace("operationId: touchThing", "summary: Touch").replace("{bearer:", "{other:");

    assertThatThrownBy(() -> Contract.parse(document))
        .hasMessageContaining("has no operationId.")
        .hasMessageContaining("has a security");
  }

  @Test
  void parse_sameMethodTwice_isRefused() {
    assertThatThrownBy(() -> Contract.parse(GOOD.replace("    post:", "    get:")))
        .isInstanceOf(DuplicateKeyException.class);
  }

  private static void assertRefused(String good, String bad, String fault) {
    assertThat(GOOD).contains(good);
    assertThatThrownBy(() -> Contract.parse(GOOD.replace(good, bad)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining(fault);
  }

  private static Operation operation(
      String id, String method, boolean isPublic, Parameter... parameters) {
    return new Operation(
        id, "things", method, "/v1/things/{thingId}", List.of(parameters), isPublic);
  }
}
