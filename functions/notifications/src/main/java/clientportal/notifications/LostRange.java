package clientportal.notifications;

import clientportal.platform.json.JsonReader;
import java.math.BigInteger;

/**
 * A part of the table's stream that was not handled. Lambda's message about it names the position
 * of the records, not their content.
 *
 * @param from the sequence number of the first record
 * @param to the sequence number of the last record
 */
record LostRange(String streamArn, String shard, String from, String to) {

  /**
   * Reads the message of Lambda.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">its
   *     fields</a>
   */
  static LostRange of(JsonReader message) {
    JsonReader place = message.object("DDBStreamBatchInfo");
    return new LostRange(
        place.text("streamArn"),
        place.text("shardId"),
        place.text("startSequenceNumber"),
        place.text("endSequenceNumber"));
  }

  /** Tells whether a record comes after the range. */
  boolean isBefore(String sequenceNumber) {
    return new BigInteger(sequenceNumber).compareTo(new BigInteger(to)) > 0;
  }

  /** Tells whether a record is the last one of the range. */
  boolean endsAt(String sequenceNumber) {
    return new BigInteger(sequenceNumber).equals(new BigInteger(to));
  }
}
