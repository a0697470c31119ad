package clientportal.notifications;

import java.util.ArrayList;
import java.util.List;

/**
 * Publishes the events in a part of the stream that {@code RelayEvents} failed to relay. One that
 * cannot be published does not keep the others; one that was published before is published again.
 */
record RelayLostEvents(StreamRecords records, RelayEvents relayEvents) {
  /**
   * Handles one range; returns the number of its records.
   *
   * @throws IllegalStateException after the last record, if any failed, with the failure of each
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
