package clientportal.aws;

/**
 * Where LocalStack is not as AWS is, in what the templates ask for or the portal relies on: what
 * cannot be tried there. {@code DifferenceIT} asserts of each that it is so still.
 */
public enum Difference {
  /** A private bucket gives its objects to requests without any signature. */
  UNSIGNED_REQUESTS,
  /** A signature in the header {@code Authorization} is not verified; one in the URL is. */
  SIGNATURES_IN_HEADERS,
  /** Requests that the bucket's policy denies, here those without TLS, are not refused. */
  BUCKET_POLICY,
  /** The table can be deleted. */
  DELETION_PROTECTION,
  /** The table has no backups of its last 35 days. */
  POINT_IN_TIME_RECOVERY,
  /** The bucket has no life-cycle rules. */
  BUCKET_LIFECYCLE;

  /** Tells whether this run has the difference. */
  public boolean isHere() {
    return Aws.isLocalStack();
  }
}
