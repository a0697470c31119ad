package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.aws.AwsErrorTable;
import clientportal.platform.aws.AwsErrorTable.Refusal;
import clientportal.platform.aws.ScriptedAws;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** Every error that S3's model names, and its answer to each call that is made. */
final class S3ErrorsTest {
  private static final ObjectKey KEY = new ObjectKey("firms/meyer/documents/1");
  private static final Parts PARTS =
      new Parts(
          "upload", 4, List.of("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));

  private final AwsErrorTable errors = AwsErrorTable.read();
  private final ScriptedAws aws =
      new ScriptedAws(ScriptedAws.Protocol.REST_XML)
          .answer("HeadObject", "", "Content-Length", "4", "ETag", "\"tag\"");
  private final S3Client s3 = aws.client(S3Client.builder(), "S3");
  private final StoredFiles files = new S3StoredFiles(s3, "bucket");
  private final MultipartUploads uploads = new S3MultipartUploads(s3, "bucket");

  private void complete() {
    uploads.complete(KEY, PARTS, Map.of(1, "tag"));
  }

  @Test
  void everyError_hasItsAnswer() {
    errors.check(
        "S3",
        S3Client.class,
        aws,
        Map.of(
            "GetObject", () -> files.firstBytes(KEY, 4),
            "GetObjectTagging", () -> files.verdict(KEY),
            "DeleteObject", () -> files.delete(KEY),
            "CreateMultipartUpload", () -> uploads.begin(KEY, new ContentType("text/plain")),
            "ListParts", () -> uploads.arrived(KEY, "upload"),
            "CompleteMultipartUpload", this::complete,
            "AbortMultipartUpload", () -> uploads.abort(KEY, "upload")),
        "HeadObject");
  }

  /** An answer to HEAD has no body, and so no code. */
  @Test
  void everyStatusOfAHead_hasItsAnswer() {
    Set<Integer> statuses =
        Stream.of("S3", "all")
            .flatMap(service -> errors.named(service).stream())
            .map(Refusal::status)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(statuses).hasSizeGreaterThan(12);
    for (int status : statuses) {
      aws.refuseWith("HeadObject", status, "");

      assertThat(AwsErrorTable.answer(() -> files.stored(KEY)))
          .as("%d", status)
          .isEqualTo(
              switch (status) {
                case 404 -> "answered";
                case 307, 429, 500, 503 -> "busy";
                default -> "fault";
              });
    }
    aws.refuseWith("HeadObject", 404, "");
    assertThat(files.stored(KEY)).isEmpty();
  }

  /** It answers before it has joined the parts, and can only then say that it failed. */
  @Test
  void aCompletionThatFailsUnderAGoodStatus_isTheSameError() {
    List<Refusal> refusals = errors.of("S3", "CompleteMultipartUpload");
    assertThat(refusals).hasSizeGreaterThan(80);
    for (Refusal refusal : refusals) {
      if (refusal.status() != 307) {
        aws.refuse("CompleteMultipartUpload", 200, refusal.code());

        assertThat(AwsErrorTable.answer(this::complete))
            .as(refusal.code())
            .isEqualTo(refusal.answer());
      }
    }
  }

  @Test
  void anUploadThatIsNoLongerThere_isNotCompleted() {
    aws.refuse("CompleteMultipartUpload", 404, "NoSuchUpload");
    assertThat(uploads.complete(KEY, PARTS, Map.of(1, "tag"))).isFalse();
    aws.refuse("CompleteMultipartUpload", 412, "PreconditionFailed");
    assertThat(uploads.complete(KEY, PARTS, Map.of(1, "tag"))).isFalse();
    aws.refuse("ListParts", 404, "NoSuchUpload");
    assertThat(uploads.arrived(KEY, "upload")).isEmpty();
  }
}
