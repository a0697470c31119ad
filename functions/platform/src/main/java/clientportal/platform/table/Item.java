package clientportal.platform.table;

import java.time.Instant;

/** One item of the table: its key and its attributes. */
public record Item(Key key, Fields fields) {

  /** The attribute that counts an item's changes; a write names the value that it expects. */
  public static final String REVISION = "revision";

  /** The attribute after which DynamoDB may delete an item, in seconds since 1970. */
  public static final String EXPIRES_AT_EPOCH = "expiresAtEpoch";

  /** Tells whether it has expired; DynamoDB deletes such an item only days later. */
  public boolean isExpired(Instant now) {
    return fields.number(EXPIRES_AT_EPOCH, Long.MAX_VALUE) <= now.getEpochSecond();
  }
}
