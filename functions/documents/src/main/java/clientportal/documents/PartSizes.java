package clientportal.documents;

/**
 * The sizes that documents may have, and how they are divided into parts. A part is as small as
 * possible, so long as one request body has room for the checksums of all.
 *
 * @param singlePutLimit the largest size that is uploaded in one PUT, in bytes
 * @param largest the size of the largest document that is accepted, in bytes
 */
record PartSizes(long singlePutLimit, long largest) {
  private static final long MEBI = 1L << 20;

  /** S3 accepts no smaller part but the last, and no larger one. */
  private static final long SMALLEST = 5 * MEBI;

  private static final long LARGEST = 5 * 1024 * MEBI;
  private static final long USUAL = 16 * MEBI;

  /** A body has room for this number of checksums and the rest of a declaration. */
  private static final long MOST_USUALLY = 900;

  /** The largest document, in bytes: its checksums just fit in one body. */
  static final long LARGEST_DOCUMENT = 5_000_000_000_000L;

  /** The largest document that GuardDuty scans, in bytes; a larger one would be rejected. */
  static final long LARGEST_SCANNED = 100_000_000_000L;

  /** The maximum number of parts of a document. */
  static final int MOST = 932;

  boolean isInParts(long size) {
    return size > singlePutLimit;
  }

  /** Returns the smallest size of a part that is not the last, in bytes. */
  long smallest() {
    return Math.min(USUAL, Math.max(SMALLEST, up(singlePutLimit)));
  }

  /** Returns the size of each part but the last, in bytes. */
  long partSize(long size) {
    return Math.min(LARGEST, Math.max(smallest(), up(Math.ceilDiv(size, MOST_USUALLY))));
  }

  int parts(long size) {
    return Math.toIntExact(Math.ceilDiv(size, partSize(size)));
  }

  /** Rounds up to whole mebibytes. */
  private static long up(long bytes) {
    return Math.ceilDiv(bytes, MEBI) * MEBI;
  }
}
