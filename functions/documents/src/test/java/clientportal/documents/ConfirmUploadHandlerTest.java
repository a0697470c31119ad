package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConfirmUploadHandlerTest {
  private final TestDocuments documents = new TestDocuments();
  private final FolderPath folder =
      documents.firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT).path();
  private final List<String> log = new ArrayList<>();

  private String send(Map<String, String> bodies) throws IOException {
    List<Object> records = new ArrayList<>();
    bodies.forEach((id, body) -> records.add(Map.of("messageId", id, "body", body)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ConfirmUploadHandler(documents.confirmUpload)
        .handleRequest(
            new ByteArrayInputStream(
                Json.write(Map.of("Records", records)).getBytes(StandardCharsets.UTF_8)),
            out,
            context());
    return out.toString(StandardCharsets.UTF_8);
  }

  private Context context() {
    LambdaLogger logger =
        (LambdaLogger)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LambdaLogger.class},
                (_, _, arguments) -> {
                  log.add((String) arguments[0]);
                  return null;
                });
    return (Context)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> method.getName().equals("getLogger") ? logger : "ConfirmUpload");
  }

  /** An event as EventBridge hands it to a queue. */
  private static String event(String bucket, String key) {
    return """
    {"version": "0", "id": "2d4eba74", "detail-type": "Object Created", "source": "aws.s3",
     "account": "123456789012", "time": "2026-03-01T09:31:00Z", "region": "eu-west-1",
     "resources": ["arn:aws:s3:::%1$s"],
     "detail": {"version": "0", "bucket": {"name": "%1$s"},
      "object": {"key": "%2$s", "size": 1, "etag": "c4ca", "sequencer": "0062"},
      "request-id": "N4N7", "requester": "123456789012", "source-ip-address": "1.2.3.4",
      "reason": "PutObject"}}\
    """
        .formatted(bucket, key);
  }

  @Test
  void eachMessageIsHandledAlone_andOnlyAFailedOneComesAgain() throws IOException {
    byte[] bytes = TestDocuments.ascii("a");
    DocumentPath path =
        documents.declare(folder, documents.firm.link(documents.client), "a", "text/plain", bytes);
    documents.store(path, "text/plain", bytes);

    String answer =
        send(
            Map.of(
                "1", event(TestDocuments.BUCKET, new VersionKey(path, 1).object().toString()),
                "2", event("another", "a b"),
                "3", "no JSON"));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"3\"}]}");
    assertThat(documents.firm.table.everything()).containsKey(Document.key(path));
    assertThat(log)
        .anyMatch(line -> line.contains("\"outcome\":\"available\""))
        .anyMatch(line -> line.contains("\"outcome\":\"foreign\""))
        .noneMatch(line -> line.contains("Carla"));
  }
}
