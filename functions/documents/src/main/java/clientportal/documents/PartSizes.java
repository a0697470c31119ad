package clientportal.documents;

/**
 * How a size is cut into parts. A part is as small as it can be while one request's body holds the
 * checksums of all.
 *
 * @param singlePutLimit the largest size that comes in one PUT, in bytes
 */
record PartSizes(long singlePutLimit) {
  private static final long MEBI = 1L << 20;

  /** S3 takes no smaller part but the last, and no larger one. */
  private static final long SMALLEST = 5 * MEBI;

  private static final long LARGEST = 5 * 1024 * MEBI;
  private static final long USUAL = 16 * MEBI;

  /** So many checksums and the rest of a declaration are less than a body may have. */
  private static final long MOST_USUALLY = 900;

  /** The largest document, in bytes: the largest whose checksums one body holds. */
  static final long LARGEST_DOCUMENT = 5_000_000_000_000L;

  /** The most parts that a document comes in. */
  static final int MOST = 932;

  boolean isInParts(long size) {
    return size > singlePutLimit;
  }

  /** Returns the size of each part but the last, in bytes. */
  long partSize(long size) {
    long floor = Math.min(USUAL, Math.max(SMALLEST, up(singlePutLimit)));
    return Math.min(LARGEST, Math.max(floor, up(Math.ceilDiv(size, MOST_USUALLY))));
  }

  int parts(long size) {
    return Math.toIntExact(Math.ceilDiv(size, partSize(size)));
  }

  /** Rounds up to whole mebibytes. */
  private static long up(long bytes) {
    return Math.ceilDiv(bytes, MEBI) * MEBI;
  }
}
