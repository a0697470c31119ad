package clientportal.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.http.Invocation;
import clientportal.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTest {
  private final Invocation invocation = new Invocation();

  private static Map<String, Object> message(String id, String body) {
    return Map.of(
        "messageId",
        id,
        "body",
        body,
        "attributes",
        Map.of("AWSTraceHeader", "Root=1-67891233-abcdef012345678912345678;Sampled=1"));
  }

  private static Map<String, Object> record(String number) {
    return Map.of("dynamodb", Map.of("SequenceNumber", number));
  }

  private String send(Batch batch, List<Map<String, Object>> records) {
    return invocation.send(batch, Map.of("Records", records));
  }

  private Map<String, Object> line() {
    return invocation.line();
  }

  @Test
  void eachMessageIsHandledSeparately_andOneLineHasAllOutcomes() {
    Batch batch =
        Batch.ofMessagesWithOutcome(message -> {
          if (message.number("n") == 2) {
            throw new IllegalStateException("broken for ada@meyer.test");
          }
          return Json.object().with("outcome", "done");
        });

    String answer =
        send(
            batch,
            List.of(message("a", "{\"n\":1}"), message("b", "{\"n\":2}"), message("c", "[]")));

    assertThat(answer)
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"},{\"itemIdentifier\":\"c\"}]}");
    assertThat(line())
        .containsEntry("function", "test-Function")
        .containsEntry("requestId", "request-1")
        .containsEntry("trace", "1-5bef4de7-ad49b0e87f6ef6c87fc2e700")
        .containsEntry("handled", 1L)
        .containsEntry("failed", 2L)
        .containsEntry("outcomes", List.of(Map.of("outcome", "done")))
        .containsEntry(
            "records",
            List.of(
                Map.of("record", "b", "trace", "1-67891233-abcdef012345678912345678"),
                Map.of("record", "c", "trace", "1-67891233-abcdef012345678912345678")));
    assertThat((String) line().get("failure"))
        .contains("IllegalStateException: broken for …\n\tat ", "IllegalArgumentException")
        .doesNotContain("meyer");
  }

  @Test
  void aBatchWithoutFailure_logsItsSize() {
    assertThat(send(Batch.ofMessages(message -> {}), List.of(message("a", "{}"))))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(line())
        .containsEntry("handled", 1L)
        .containsEntry("failed", 0L)
        .doesNotContainKeys("failure", "records", "outcomes", "_aws");
  }

  @Test
  void recordsOfAStream_endAtTheFirstFailure() {
    List<Object> seen = new ArrayList<>();
    Batch batch =
        Batch.ofRecords(record -> {
          seen.add(record);
          if (seen.size() == 2) {
            throw new IllegalStateException();
          }
        });

    assertThat(send(batch, List.of(record("1"), record("2"), record("3"))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
    assertThat(seen).hasSize(2);
    assertThat(line()).containsEntry("records", List.of(Map.of("record", "2")));
  }

  @Test
  void anError_isLogged_andFailsTheWholeBatch() {
    Batch batch =
        Batch.ofMessages(_ -> {
          throw new NoClassDefFoundError("gone");
        });

    assertThatThrownBy(() -> send(batch, List.of(message("a", "{}"))))
        .isInstanceOf(NoClassDefFoundError.class);
    assertThat((String) line().get("failure")).startsWith("java.lang.NoClassDefFoundError: gone");
  }
}
