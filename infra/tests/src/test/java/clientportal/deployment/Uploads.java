package clientportal.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import clientportal.local.events.Activity;
import clientportal.local.roles.Roles;
import clientportal.local.s3.EmbeddedS3;
import clientportal.local.template.Application;
import clientportal.local.template.Place;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket that a deployment uploads to, on an S3 endpoint of this JVM. */
final class Uploads implements AutoCloseable {
  static final String BUCKET = "deployment";

  private final EmbeddedS3 s3;

  private Uploads(EmbeddedS3 s3) {
    this.s3 = s3;
  }

  static Uploads start() {
    Application nothingButABucket =
        new Application(
            new Place(SamCli.REGION, "000000000000", "deployment"),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(new Application.Bucket(BUCKET, List.of(), false)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty());
    return new Uploads(
        EmbeddedS3.start(
            0,
            nothingButABucket,
            Optional.empty(),
            SamCli.CREDENTIALS,
            Clock.systemUTC(),
            new Activity(),
            new Roles(List.of()),
            event -> {},
            event -> {}));
  }

  URI endpoint() {
    return s3.endpoint();
  }

  Set<String> keys() {
    return s3.client().listObjectsV2(list -> list.bucket(BUCKET)).contents().stream()
        .map(S3Object::key)
        .collect(toSet());
  }

  /** Returns the key that a packaged template names in one of S3's two ways. */
  String key(String address) {
    return Stream.of("s3://" + BUCKET + "/", endpoint() + "/" + BUCKET + "/")
        .filter(address::startsWith)
        .map(beginning -> address.substring(beginning.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(address + " is not in the bucket"));
  }

  String text(String key) {
    return new String(content(key), UTF_8);
  }

  byte[] content(String key) {
    return s3.client().getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asByteArray();
  }

  @Override
  public void close() {
    s3.close();
  }
}
