package clientportal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRulesTest {
  @Test
  void everySchema_isOneThatGeneratorsTake() {
    JsonNode document = PublishedContract.read().document();

    assertThat(document.at("/components/schemas")).hasSizeGreaterThan(90);
    assertThat(SchemaRules.faults(document)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /components/schemas/Fault                     | oneOf | [{"required": ["pointer"]}, {"required": ["parameter"]}] | Fault has oneOf beside fields
          /components/schemas/Verification              | oneOf | [{"required": ["code"]}] | Verification has oneOf of conditions
          /components/schemas/VerificationByLink        | title | "By the link" | VerificationByLink has a title, which replaces its name
          /components/schemas/Verification/oneOf/0      | title | "By the link" | Verification has a title, which replaces its name
          /components/schemas/NewFirm/properties        | administrator | {"type": "object", "properties": {"name": {"type": "string"}}} | NewFirm has an object without a name
          /components/responses/Conflict/content/application~1problem+json | schema | {"type": "object", "properties": {}} | responses has an object without a name
          """)
  void whatTheyDoNotTake_isFound(String place, String name, String value, String fault)
      throws IOException {
    JsonNode document = PublishedContract.read().document();
    ((ObjectNode) document.at(place)).set(name, new ObjectMapper().readTree(value));

    assertThat(SchemaRules.faults(document)).contains(fault);
  }
}
