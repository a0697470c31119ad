package clientportal.uploads;

import clientportal.platform.aws.AwsClients;
import software.amazon.awssdk.services.s3.S3Client;

/** The objects of a bucket, through one client of S3. */
public final class S3Bucket {
  private final S3Client s3;
  private final String name;

  private S3Bucket(S3Client s3, String name) {
    this.s3 = s3;
    this.name = name;
  }

  /** Builds the client. */
  public static S3Bucket of(AwsClients aws, String name) {
    S3Client s3 =
        aws.configure(S3Client.builder(), "S3")
            .forcePathStyle(aws.endpoint("S3").isPresent())
            .build();
    return new S3Bucket(s3, name);
  }

  public StoredFiles files() {
    return new S3StoredFiles(s3, name);
  }

  public MultipartUploads multipartUploads() {
    return new S3MultipartUploads(s3, name);
  }
}
