package clientportal.demo;

import java.time.Duration;

/** An upload that was sent, and is being confirmed. */
record Upload(Session uploader, String name, String path) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(25);

  void awaitAvailable() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String status = "";
    while (System.nanoTime() < end) {
      Answer document = uploader.get(path);
      status = document.require("status");
      if (status.equals("available")) {
        return;
      }
      if (status.equals("rejected")) {
        throw new DemoFault(
            name + " was rejected: " + document.json().at("/rejection/detail").asText());
      }
      Thread.sleep(PAUSE);
    }
    throw new DemoFault(name + " is still " + status + " after " + PATIENCE.toSeconds() + " s");
  }
}
