package clientportal.notifications;

import java.math.BigInteger;
import java.util.Map;

/**
 * A part of the table's stream that was given up, as Lambda tells of it: it names where the records
 * stand, and not what they say.
 *
 * @param from the number of the first record
 * @param to the number of the last one
 */
record LostRange(String streamArn, String shard, String from, String to) {

  /**
   * Reads what Lambda sends.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">its
   *     fields</a>
   */
  static LostRange of(Map<?, ?> letter) {
    if (!(letter.get("DDBStreamBatchInfo") instanceof Map<?, ?> place)) {
      throw new IllegalArgumentException("a message without DDBStreamBatchInfo");
    }
    return new LostRange(
        text(place, "streamArn"),
        text(place, "shardId"),
        text(place, "startSequenceNumber"),
        text(place, "endSequenceNumber"));
  }

  private static String text(Map<?, ?> place, String name) {
    if (!(place.get(name) instanceof String text)) {
      throw new IllegalArgumentException("a message without " + name);
    }
    return text;
  }

  /** Tells whether a record stands after the range. */
  boolean isBefore(String sequenceNumber) {
    return new BigInteger(sequenceNumber).compareTo(new BigInteger(to)) > 0;
  }

  /** Tells whether a record is the last one of the range. */
  boolean endsAt(String sequenceNumber) {
    return new BigInteger(sequenceNumber).equals(new BigInteger(to));
  }
}
