package clientportal.notifications;

import java.util.ArrayList;
import java.util.List;

/**
 * Publishes the events of a part of the stream that was given up, each for itself: one that can't
 * be published keeps no other. What was published before is published again, which harms nobody.
 */
record RelayLostEvents(StreamRecords records, RelayEvents relayEvents) {
  /**
   * Handles one range; returns how many records it has.
   *
   * @throws IllegalStateException at the end, if any failed, with the failure of each
   */
  int handle(LostRange range) {
    List<RuntimeException> failures = new ArrayList<>();
    int[] read = {0};
    records.read(
        range,
        record -> {
          read[0]++;
          try {
            relayEvents.handle(record);
          } catch (RuntimeException failure) {
            failures.add(failure);
          }
        });
    if (!failures.isEmpty()) {
      IllegalStateException all =
          new IllegalStateException(failures.size() + " of " + read[0] + " records failed");
      failures.forEach(all::addSuppressed);
      throw all;
    }
    return read[0];
  }
}
