package clientportal.documents;

import clientportal.access.events.Actor;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
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

/** A declared document and the URL that takes its bytes, as a browser uses it. */
record PresignedUpload(ObjectKey key, Declaration declared, DocumentUrls.UploadUrl signed) {

  /** Declares a document of these bytes, at the time that the URL is signed. */
  static PresignedUpload of(byte[] bytes, String contentType, Instant signedAt) {
    Ids ids = new Ids(Clock.systemUTC());
    FolderPath folder =
        new FolderPath(
            new ClientPath(new FirmId(ids.next()), new ClientId(ids.next())),
            new FolderId(ids.next()));
    ObjectKey key = new ObjectKey(new DocumentPath(folder, new DocumentId(ids.next())), 1);
    Declaration declared =
        new Declaration("a.txt", bytes.length, new ContentType(contentType), Hashes.sha256(bytes));
    return new PresignedUpload(key, declared, urls().upload(key, declared, signedAt));
  }

  static PresignedUpload of(byte[] bytes) {
    return of(bytes, "text/plain", Instant.now());
  }

  /** Returns the version with a name. */
  Version version(String name) {
    return new Version(Version.FIRST, declared.named(name), Actor.PORTAL, Instant.now());
  }

  static DocumentUrls urls() {
    Aws aws = Aws.current();
    return aws.asFunction(
        () -> S3DocumentUrls.of(AwsClients.fromEnvironment(), aws.variable("BUCKET_NAME")));
  }

  static DocumentFiles files() {
    Aws aws = Aws.current();
    return aws.asFunction(() ->
        new S3DocumentFiles(
            S3DocumentFiles.client(AwsClients.fromEnvironment()), aws.variable("BUCKET_NAME")));
  }

  HttpResponse<String> put(byte[] bytes) {
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
