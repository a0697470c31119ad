package clientportal.platform.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The HTTP client of a function of which a snapshot is taken. It leaves no connection open in it,
 * which would be dead in every instance, and no session of TLS, which all instances would share.
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
    if (!beforeSnapshot) {
      return client.prepareRequest(request);
    }
    onRequest.run();
    return client.prepareRequest(
        HttpExecuteRequest.builder()
            .request(request.httpRequest().copy(http -> http.putHeader("Connection", "close")))
            .contentStreamProvider(request.contentStreamProvider().orElse(null))
            .metricCollector(request.metricCollector().orElse(null))
            .build());
  }

  /** Starts anew. The client is made here and not later, so that no instance waits for it. */
  void forget() {
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
}
