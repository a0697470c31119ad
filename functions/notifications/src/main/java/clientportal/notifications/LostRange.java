package clientportal.notifications;

import clientportal.platform.json.JsonReader;
import java.math.BigInteger;

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
  static LostRange of(JsonReader letter) {
    JsonReader place = letter.object("DDBStreamBatchInfo");
    return new LostRange(
        place.text("streamArn"),
        place.text("shardId"),
        place.text("startSequenceNumber"),
        place.text("endSequenceNumber"));
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
