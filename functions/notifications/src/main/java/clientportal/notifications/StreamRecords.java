package clientportal.notifications;

import clientportal.platform.json.JsonReader;
import java.util.function.Consumer;

/** The records of the table's stream, which keeps them for 24 hours. */
interface StreamRecords {

  /**
   * Reads the records of a range in order, each in the form that Lambda hands to a function.
   *
   * @throws RuntimeException if the stream no longer has them
   */
  void read(LostRange range, Consumer<JsonReader> each);
}
