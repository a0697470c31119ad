package clientportal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OptionalFieldsTest {
  private static final String CONTRACT =
      """
      {
        "paths": {"/things": {"get": {"operationId": "listThings", "responses": {"200": {"content":
          {"application/json": {"schema": {"$ref": "#/components/schemas/Things"}}}}}}}},
        "components": {"schemas": {
          "Things": {"required": ["items"], "properties": {
            "items": {"items": {"$ref": "#/components/schemas/Thing"}},
            "next": {"type": "string"}}},
          "Thing": {"oneOf": [
            {"$ref": "#/components/schemas/Cup"}, {"$ref": "#/components/schemas/Pot"}]},
          "Cup": {"required": ["cup"], "properties": {
            "cup": {"type": "string"}, "saucer": {"type": "string"}}},
          "Pot": {"required": ["pot"], "properties": {
            "pot": {"type": "string"}, "lid": {"type": "string"}}}}}
      }
      """;

  private final PublishedContract contract = PublishedContract.of(json(CONTRACT));
  private final OptionalFields fields = OptionalFields.of(contract);

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void note(String body) {
    fields.note(contract.operations().getFirst(), 200, "application/json", json(body));
  }

  @Test
  void fieldOfAnAnswerThatWasNeverNoted_isFound() {
    assertThat(fields.faults())
        .containsExactly(
            "Cup.saucer is in no answer", "Pot.lid is in no answer", "Things.next is in no answer");
  }

  @Test
  void fieldThatIsAlwaysThere_isFound_untilItIsAbsentOnce() {
    note("{\"items\": [{\"cup\": \"a\", \"saucer\": \"b\"}, {\"pot\": \"c\"}], \"next\": \"d\"}");
    assertThat(fields.faults())
        .containsExactly("Cup.saucer is in every answer", "Things.next is in every answer");

    note("{\"items\": [{\"cup\": \"a\"}]}");
    assertThat(fields.faults()).isEmpty();
  }

  @Test
  void answerWithoutASchema_isNotNoted() {
    fields.note(contract.operations().getFirst(), 404, "text/plain", json("{\"x\": 1}"));

    assertThat(fields.faults()).hasSize(3);
  }
}
