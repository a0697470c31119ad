package clientportal.local.s3;

import clientportal.local.StartException;
import clientportal.local.events.Activity;
import clientportal.local.roles.Roles;
import clientportal.local.template.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** S3 with the application's buckets, on a port of this machine. */
public final class EmbeddedS3 implements AutoCloseable {
  private static final long LARGEST_PUT = 5L << 30;
  private static final long LARGEST_BUFFERED = 128L << 20;
  private static final int LARGEST_CHUNK = 16 << 20;
  private static final int SKEW_SECONDS = 15 * 60;

  private final Application application;
  private final Clock clock;
  private final BlobStore store;
  private final Server server;
  private final URI endpoint;
  private final S3Client client;
  private final Consumer<Map<String, Object>> eventBridge;
  private final MalwareScanner scanner;
  private final AtomicLong sequence;

  private EmbeddedS3(
      int port,
      Application application,
      BlobStore store,
      AwsCredentials credentials,
      Clock clock,
      Activity activity,
      Roles roles,
      Consumer<Map<String, Object>> eventBridge,
      Consumer<Map<String, Object>> eventBridgeLater)
      throws Exception {
    this.application = application;
    this.clock = clock;
    this.store = store;
    this.eventBridge = eventBridge;
    this.scanner =
        new MalwareScanner(application.malwareProtections(), store, clock, eventBridgeLater);
    this.sequence = new AtomicLong(clock.millis() << 16);
    QueuedThreadPool threads = new QueuedThreadPool(60, 4);
    threads.setName("s3");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setHttpCompliance(HttpCompliance.LEGACY);
    http.setUriCompliance(UriCompliance.LEGACY);
    http.setHeaderCacheCaseSensitive(true);
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    S3ProxyHandler handler =
        new S3ProxyHandler(
            store,
            AuthenticationType.AWS_V4,
            credentials.accessKeyId(),
            credentials.secretAccessKey(),
            null,
            LARGEST_PUT,
            LARGEST_BUFFERED,
            LARGEST_CHUNK,
            false,
            CrossOriginResourceSharing.disabled(),
            null,
            SKEW_SECONDS);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(
        new ServletHolder(
            new S3Servlet(
                handler,
                new PresignedUrls(clock, roles),
                new BucketCors(application.buckets()),
                new BucketPolicy(application.denials()),
                new MultipartRules(store),
                new ObjectTags(store, scanner::tags),
                activity,
                this::created)),
        "/*");
    server.setHandler(context);
    server.start();
    endpoint = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(Region.of(application.place().region()))
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /**
   * Starts S3 with the application's buckets; without a folder they are kept in memory.
   *
   * @param port 0 for any free port
   * @param eventBridge receives the events about new objects
   * @param eventBridgeLater receives those about their scans, for which a scanner takes a while
   */
  public static EmbeddedS3 start(
      int port,
      Application application,
      Optional<Path> folder,
      AwsCredentials credentials,
      Clock clock,
      Activity activity,
      Roles roles,
      Consumer<Map<String, Object>> eventBridge,
      Consumer<Map<String, Object>> eventBridgeLater) {
    try {
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
      }
      BlobStore store =
          folder.isPresent()
              ? new FilesystemNio2BlobStore(folder.get().toString())
              : new TransientNio2BlobStore();
      for (Application.Bucket bucket : application.buckets()) {
        createIfAbsent(store, bucket.name());
      }
      return new EmbeddedS3(
          port,
          application,
          store,
          credentials,
          clock,
          activity,
          roles,
          eventBridge,
          eventBridgeLater);
    } catch (BindException e) {
      throw StartException.portIsTaken(port, e);
    } catch (IOException e) {
      if (e.getCause() instanceof BindException taken) {
        throw StartException.portIsTaken(port, taken);
      }
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("S3 does not start: " + e.getMessage(), e);
    }
  }

  private static void createIfAbsent(BlobStore store, String bucket) {
    try {
      store.createContainer(CreateBucketRequest.builder().bucket(bucket).build());
    } catch (BucketAlreadyOwnedByYouException e) {
      // kept from an earlier run
    }
  }

  /** The endpoint for browsers and functions. */
  public URI endpoint() {
    return endpoint;
  }

  /** A client of the buckets. */
  public S3Client client() {
    return client;
  }

  private void created(String bucket, String key, String reason) {
    report(bucket, key, reason);
    scanner.created(bucket, key);
  }

  private void report(String bucket, String key, String reason) {
    boolean reported =
        application.buckets().stream()
            .anyMatch(each -> each.name().equals(bucket) && each.eventBridge());
    HeadObjectResponse object =
        store.blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(key).build());
    if (!reported || object == null) {
      return;
    }
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("version", "0");
    detail.put("bucket", Map.of("name", bucket));
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("key", key);
    described.put("size", object.contentLength());
    described.put("etag", String.valueOf(object.eTag()).replace("\"", ""));
    described.put("sequencer", "%016X".formatted(sequence.incrementAndGet()));
    detail.put("object", described);
    detail.put("request-id", "LOCAL");
    detail.put("requester", application.place().accountId());
    detail.put("source-ip-address", "127.0.0.1");
    detail.put("reason", reason);
    eventBridge.accept(
        Map.of(
            "source",
            "aws.s3",
            "detail-type",
            "Object Created",
            "resources",
            List.of("arn:aws:s3:::" + bucket),
            "time",
            clock.instant().toString(),
            "detail",
            detail));
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
