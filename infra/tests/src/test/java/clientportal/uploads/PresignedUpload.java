package clientportal.uploads;

import clientportal.aws.Aws;
import clientportal.platform.Hashes;
import clientportal.platform.Ids;
import clientportal.platform.aws.AwsClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A declared file and the URL that takes its bytes, as a browser uses it. */
public record PresignedUpload(ObjectKey key, Declaration declared, FileUrls.UploadUrl signed) {

  /** Declares a file of these bytes, at the time that the URL is signed. */
  static PresignedUpload of(byte[] bytes, String contentType, Instant signedAt) {
    ObjectKey key = new ObjectKey("firms/" + new Ids(Clock.systemUTC()).next() + "/1");
    return of(key, bytes, contentType, signedAt);
  }

  /** Declares a file at a key. */
  public static PresignedUpload of(
      ObjectKey key, byte[] bytes, String contentType, Instant signedAt) {
    Declaration declared =
        new Declaration("a.txt", bytes.length, new ContentType(contentType), Hashes.sha256(bytes));
    return new PresignedUpload(key, declared, urls().upload(key, declared, signedAt));
  }

  static PresignedUpload of(byte[] bytes) {
    return of(bytes, "text/plain", Instant.now());
  }

  static FileUrls urls() {
    Aws aws = Aws.current();
    return aws.asFunction(
        () -> S3FileUrls.of(AwsClients.fromEnvironment(), aws.variable("BUCKET_NAME")));
  }

  static StoredFiles files() {
    Aws aws = Aws.current();
    return aws.asFunction(
        () -> S3Bucket.of(AwsClients.fromEnvironment(), aws.variable("BUCKET_NAME")).files());
  }

  /** Puts with the headers that the answer names. */
  public HttpResponse<String> put(byte[] bytes) {
    return put(bytes, Map.of());
  }

  /** Puts with the headers that the answer names, but for some; an empty one is left out. */
  HttpResponse<String> put(byte[] bytes, Map<String, String> but) {
    return put(signed.url(), bytes, but);
  }

  HttpResponse<String> put(String url, byte[] bytes, Map<String, String> but) {
    Map<String, String> headers = new HashMap<>(signed.headers());
    headers.putAll(but);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(bytes));
    headers.forEach((name, value) -> {
      if (!value.isEmpty()) {
        request.header(name, value);
      }
    });
    return send(request);
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  boolean isStored() {
    Aws aws = Aws.current();
    try {
      aws.s3().headObject(head -> head.bucket(aws.variable("BUCKET_NAME")).key(key.toString()));
      return true;
    } catch (NoSuchKeyException absent) {
      return false;
    }
  }
}
