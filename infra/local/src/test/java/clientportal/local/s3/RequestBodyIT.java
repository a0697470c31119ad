package clientportal.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.LocalStack;
import clientportal.local.fixture.Fixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** A client gets its answer however late it sends its body, and keeps its connection. */
final class RequestBodyIT {
  private static final byte[] LARGE = new byte[5 << 20];
  private static final int PAUSE_MILLIS = 300;

  private final LocalStack stack = Fixture.stack();
  private final String bucket = stack.application().buckets().getFirst().name();
  private final String path = "/" + bucket + "/late/" + UUID.randomUUID();

  @Test
  void refusedBody_isDrained_andTheConnectionStays() throws Exception {
    try (Connection connection = new Connection(stack.s3())) {
      for (int i = 0; i < 2; i++) {
        connection.send("PUT " + path, List.of("content-length: " + LARGE.length));
        connection.sendInTwo(LARGE, LARGE.length / 2);

        assertThat(connection.answer()).isEqualTo("HTTP/1.1 403 Forbidden");
      }
    }
  }

  @Test
  void objectWhoseLastChunkIsLate_isPut_andTheConnectionStays() throws Exception {
    SignedRequest signed = signedInChunks();
    byte[] chunks = signed.payload().orElseThrow().newStream().readAllBytes();
    try (Connection connection = new Connection(stack.s3())) {
      for (int i = 0; i < 2; i++) {
        connection.send(
            "PUT " + path,
            signed.request().headers().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("host"))
                .map(header -> header.getKey() + ": " + header.getValue().getFirst())
                .toList());
        connection.sendInTwo(chunks, chunks.length - 2);

        assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK");
      }
    }
  }

  @Test
  void clientThatAsksFirst_isRefusedBeforeItSends() throws Exception {
    try (Connection connection = new Connection(stack.s3())) {
      connection.send(
          "PUT " + path, List.of("content-length: " + LARGE.length, "expect: 100-continue"));

      assertThat(connection.answer()).isEqualTo("HTTP/1.1 403 Forbidden");
    }
  }

  private SignedRequest signedInChunks() {
    return AwsV4HttpSigner.create()
        .sign(
            SignRequest.builder(AwsBasicCredentials.create("LOCALACCESSKEY", "local-secret-key"))
                .request(
                    SdkHttpRequest.builder()
                        .method(SdkHttpMethod.PUT)
                        .uri(URI.create(stack.s3() + path))
                        .putHeader("content-length", "5")
                        .build())
                .payload(ContentStreamProvider.fromUtf8String("hello"))
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, stack.application().place().region())
                .putProperty(AwsV4FamilyHttpSigner.CHUNK_ENCODING_ENABLED, true)
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                .build());
  }

  /** One connection, on which requests are sent by hand. */
  private static final class Connection implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader answers;

    Connection(URI server) throws IOException {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(10_000);
      answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void send(String request, List<String> headers) throws IOException {
      String head =
          "%s HTTP/1.1\r\nhost: 127.0.0.1:%d\r\n%s\r\n\r\n"
              .formatted(request, socket.getPort(), String.join("\r\n", headers));
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    void sendInTwo(byte[] body, int first) throws IOException, InterruptedException {
      OutputStream stream = socket.getOutputStream();
      stream.write(body, 0, first);
      Thread.sleep(PAUSE_MILLIS);
      stream.write(body, first, body.length - first);
    }

    /** Reads an answer and returns its first line. */
    String answer() throws IOException {
      String status = answers.readLine();
      int length = 0;
      for (String line = answers.readLine();
          line != null && !line.isEmpty();
          line = answers.readLine()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(line.indexOf(':') + 1).trim());
        }
      }
      answers.skip(length);
      return String.valueOf(status);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
