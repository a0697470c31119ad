package clientportal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayFileTest {
  private static final Path PUBLISHED = Path.of("..", "openapi.yaml");

  @Test
  void of_protectedOperation_hasItsFunctionAndRequiresTheScope() throws IOException {
    JsonNode operation = published().at("/paths/~1v1~1firms~1{firmId}~1staff~1{staffId}/patch");

    assertThat(operation)
        .isEqualTo(
            json(
                """
                {
                  "operationId": "updateStaff",
                  "parameters": [
                    {"name": "firmId", "in": "path", "required": true, "schema": {"type": "string"}},
                    {"name": "staffId", "in": "path", "required": true, "schema": {"type": "string"}},
                    {"name": "If-Match", "in": "header", "required": false, "schema": {"type": "string"}}
                  ],
                  "security": [{"bearer": ["aws.cognito.signin.user.admin"]}],
                  "responses": {"default": {"description": "The function's answer."}},
                  "x-amazon-apigateway-integration": {
                    "type": "aws_proxy",
                    "httpMethod": "POST",
                    "payloadFormatVersion": "2.0",
                    "uri": {"Fn::Sub": "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Application}-UpdateStaff:live/invocations"},
                    "credentials": {"Fn::GetAtt": ["FirmsApiRole", "Arn"]}
                  }
                }
                """));
  }

  @Test
  void of_publicOperation_hasEmptySecurity() throws IOException {
    JsonNode security = published().at("/paths/~1v1~1verifications/post/security");

    assertThat(security).isEqualTo(json("[]"));
  }

  @Test
  void of_publishedContract_hasTheSettingsOfTheApi() throws IOException {
    JsonNode document = published();

    assertThat(document.path("openapi").asText()).isEqualTo("3.0.1");
    assertThat(document.path("info"))
        .isEqualTo(
            json(
                """
                {"title": {"Fn::Sub": "${Application}"}, "version": "1"}
                """));
    assertThat(document.at("/components/securitySchemes/bearer"))
        .isEqualTo(
            json(
                """
                {
                  "type": "oauth2",
                  "flows": {},
                  "x-amazon-apigateway-authorizer": {
                    "type": "jwt",
                    "identitySource": "$request.header.Authorization",
                    "jwtConfiguration": {
                      "issuer": {"Fn::Sub": "https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${Identity.Outputs.UserPoolId}"},
                      "audience": [
                        {"Fn::GetAtt": ["Identity", "Outputs.UserPoolClientId"]},
                        {"Fn::GetAtt": ["Identity", "Outputs.StaffClientId"]}
                      ]
                    }
                  }
                }
                """));
    assertThat(document.path("x-amazon-apigateway-cors"))
        .isEqualTo(
            json(
                """
                {
                  "allowOrigins": [
                    {"Fn::Sub": "${PortalOrigin}"},
                    {"Fn::If": ["UisShareAnOrigin", {"Ref": "AWS::NoValue"}, {"Fn::Sub": "${StaffOrigin}"}]}
                  ],
                  "allowMethods": ["DELETE", "GET", "PATCH", "POST", "PUT"],
                  "allowHeaders": ["authorization", "content-type", "idempotency-key", "if-match"],
                  "exposeHeaders": ["etag", "location", "retry-after"],
                  "maxAge": 3600
                }
                """));
  }

  @Test
  void of_publishedContract_hasEveryOperation() throws IOException {
    List<String> ids =
        published().path("paths").findValuesAsText("operationId").stream().sorted().toList();

    assertThat(ids)
        .hasSize(148)
        .isEqualTo(
            Contract.read(PUBLISHED).operations().stream().map(Operation::id).sorted().toList());
  }

  @Test
  void main_writesTheSameFileEachTime(@TempDir Path folder) throws IOException {
    Path first = folder.resolve("first.json");
    Path second = folder.resolve("second.json");

    Path policies = folder.resolve("invoke");
    GatewayFile.main(new String[] {PUBLISHED.toString(), first.toString(), policies.toString()});
    GatewayFile.main(new String[] {PUBLISHED.toString(), second.toString(), policies.toString()});

    Contract contract = Contract.read(PUBLISHED);
    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(Files.readString(first)).isEqualTo(GatewayFile.of(contract));
    assertThat(Files.readString(policies.resolve("firms.json")))
        .isEqualTo(InvokePolicy.byTag(contract).get("firms"));
  }

  private static JsonNode published() throws IOException {
    return json(GatewayFile.of(Contract.read(PUBLISHED)));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
