package clientportal.uploads;

import clientportal.platform.Hashes;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The declared parts of an upload. They are an item of their own, which nothing rewrites or lists.
 * DynamoDB deletes it after the bucket has deleted incomplete parts.
 *
 * @param partSize the size of each part but the last, in bytes
 * @param sha256s the SHA-256 of each part, in hexadecimal, lower case
 */
public record Parts(String uploadId, long partSize, List<String> sha256s) {
  private static final int SHA256_BYTES = 32;
  private static final Duration KEPT = Wait.LONGEST.plusDays(1);

  public Parts {
    sha256s = List.copyOf(sha256s);
  }

  /**
   * One part.
   *
   * @param number from 1 on
   */
  public record Part(int number, long size, String sha256) {}

  /**
   * A multi-part upload without the hashes of its parts.
   *
   * @param checksum the SHA-256 of the parts' hashes, a hyphen and their number, as S3 stores it
   *     for the object
   */
  public record Summary(String uploadId, long partSize, String checksum) {
    public Fields toFields() {
      return Fields.of()
          .with("uploadId", uploadId)
          .with("partSize", partSize)
          .with("checksum", checksum)
          .build();
    }

    public static Summary fromFields(Fields fields) {
      return new Summary(
          fields.text("uploadId"), fields.number("partSize"), fields.text("checksum"));
    }
  }

  /** Returns all parts of a file of this size, in order. */
  List<Part> of(long size) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < sha256s.size(); i++) {
      parts.add(new Part(i + 1, Math.min(partSize, size - i * partSize), sha256s.get(i)));
    }
    return parts;
  }

  /** Returns the summary that the upload's own item contains. */
  public Summary summary() {
    String checksum = Hashes.sha256(bytes()) + "-" + sha256s.size();
    return new Summary(uploadId, partSize, checksum);
  }

  private byte[] bytes() {
    return HexFormat.of().parseHex(String.join("", sha256s));
  }

  public Item toItem(Key key, Instant now) {
    return Fields.of()
        .with("uploadId", uploadId)
        .with("partSize", partSize)
        .with("sha256s", Base64.getEncoder().withoutPadding().encodeToString(bytes()))
        .with(Item.EXPIRES_AT_EPOCH, now.plus(KEPT).getEpochSecond())
        .at(key);
  }

  public static Parts fromItem(Item item) {
    Fields fields = item.fields();
    byte[] bytes = Base64.getDecoder().decode(fields.text("sha256s"));
    List<String> sha256s = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += SHA256_BYTES) {
      sha256s.add(HexFormat.of().formatHex(Arrays.copyOfRange(bytes, at, at + SHA256_BYTES)));
    }
    return new Parts(fields.text("uploadId"), fields.number("partSize"), sha256s);
  }
}
