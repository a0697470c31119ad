package clientportal.platform.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Supplier;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The HTTP client of a function with SnapStart. It leaves no connection in the snapshot, which
 * would be dead in every instance, and no TLS session, which all instances would share.
 */
final class SnapshotHttpClient implements SdkHttpClient {
  private final Supplier<SdkHttpClient> clients;
  private final Runnable onRequest;
  private volatile SdkHttpClient client;
  private volatile boolean beforeSnapshot = true;

  SnapshotHttpClient(Supplier<SdkHttpClient> clients, Runnable onRequest) {
    this.clients = clients;
    this.onRequest = onRequest;
    this.client = clients.get();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = client.prepareRequest(request);
    if (!beforeSnapshot) {
      return prepared;
    }
    onRequest.run();
    return new Closing(prepared);
  }

  /** Replaces the client at once, so that no instance waits for a new one. */
  void discard() {
    client.close();
    client = clients.get();
    beforeSnapshot = false;
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }

  /**
   * Closes its connection, which the JDK would keep for the next request, with the headers of this
   * one. The JDK closes it only while the answer is read.
   */
  private record Closing(ExecutableHttpRequest request) implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      HttpExecuteResponse response = request.call();
      HttpExecuteResponse.Builder read =
          HttpExecuteResponse.builder().response(response.httpResponse());
      if (response.responseBody().isPresent()) {
        byte[] body = response.responseBody().get().readAllBytes();
        read.responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)));
      }
      request.abort();
      return read.build();
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}
