package clientportal.uploads;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.problem.Fault;
import java.util.List;

/**
 * The sizes that files may have, and how they are divided into parts. A part is as small as
 * possible, so long as one request body has room for the checksums of all.
 *
 * @param singlePutLimit the largest size that is uploaded in one PUT, in bytes
 * @param largest the size of the largest file that is accepted, in bytes
 */
public record PartSizes(long singlePutLimit, long largest) {
  private static final long MEBI = 1L << 20;

  /** S3 accepts no smaller part but the last, and no larger one. */
  private static final long SMALLEST_PART = 5 * MEBI;

  private static final long LARGEST_PART = 5 * 1024 * MEBI;
  private static final long USUAL = 16 * MEBI;

  /** A body has room for this number of checksums and the rest of a declaration. */
  private static final long MOST_USUALLY = 900;

  /** The largest file, in bytes: its checksums just fit in one body. */
  public static final long LARGEST_FILE = 5_000_000_000_000L;

  /** The largest file that GuardDuty scans, in bytes; a larger one would be rejected. */
  public static final long LARGEST_SCANNED = 100_000_000_000L;

  /** The maximum number of parts of a file. */
  public static final int MOST = 932;

  boolean isInParts(long size) {
    return size > singlePutLimit;
  }

  /** Returns the smallest size of a part that is not the last, in bytes. */
  public long smallest() {
    return Math.min(USUAL, Math.max(SMALLEST_PART, up(singlePutLimit)));
  }

  /** Returns the size of each part but the last, in bytes. */
  long partSize(long size) {
    return Math.min(LARGEST_PART, Math.max(smallest(), up(Math.ceilDiv(size, MOST_USUALLY))));
  }

  public int parts(long size) {
    return Math.toIntExact(Math.ceilDiv(size, partSize(size)));
  }

  /**
   * Reads the SHA-256 of each part of a request's body: parts are required above the limit of one
   * PUT, and refused up to it.
   */
  public Field<List<String>> readParts(Input input, Field<Long> size) {
    boolean some = input.has("parts");
    if (size.isFaulty()) {
      return some ? input.values("parts", MOST, Declaration::sha256) : Field.of(List.of());
    }
    if (!isInParts(size.get())) {
      if (some) {
        input.fault(
            "parts",
            Fault.Code.UNKNOWN,
            "is only for documents of more than %d bytes; this one is sent in one PUT"
                .formatted(singlePutLimit));
      }
      return Field.of(List.of());
    }
    String expected =
        "must list the SHA-256 of each of the %d parts of %d bytes, of which the last may be shorter"
            .formatted(parts(size.get()), partSize(size.get()));
    if (!some) {
      input.fault("parts", Fault.Code.REQUIRED, expected);
      return Field.of(List.of());
    }
    Field<List<String>> parts = input.values("parts", MOST, Declaration::sha256);
    if (!parts.isFaulty() && parts.get().size() != parts(size.get())) {
      input.fault("parts", Fault.Code.LENGTH, expected);
    }
    return parts;
  }

  /** Rounds up to whole mebibytes. */
  private static long up(long bytes) {
    return Math.ceilDiv(bytes, MEBI) * MEBI;
  }
}
