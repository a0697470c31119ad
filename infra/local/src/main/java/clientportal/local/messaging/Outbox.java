package clientportal.local.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps every mail and SMS that was sent, oldest first; with a file they survive a restart. */
public final class Outbox {
  private final Clock clock;
  private final Optional<Path> file;
  private final List<Message> messages = new ArrayList<>();

  /** Not in the file: whoever restarts the stack can be sent text messages again. */
  private final Set<String> optedOut = ConcurrentHashMap.newKeySet();

  public Outbox(Clock clock, Optional<Path> file) {
    this.clock = clock;
    this.file = file.map(Path::toAbsolutePath);
    this.file.filter(Files::exists).ifPresent(path -> messages.addAll(load(path)));
  }

  public synchronized void add(Message message) {
    messages.add(message);
    save();
  }

  public synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  public synchronized void clear() {
    messages.clear();
    save();
  }

  /** Somebody replies STOP to a text message, or START later on. */
  public void reply(String phone, boolean stop) {
    if (stop) {
      optedOut.add(phone);
    } else {
      optedOut.remove(phone);
    }
  }

  boolean hasOptedOut(String phone) {
    return optedOut.contains(phone);
  }

  /** The time of the stack's clock, which may have been moved forward. */
  Instant now() {
    return clock.instant();
  }

  private static List<Message> load(Path file) {
    try {
      return MessageJson.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The outbox " + file + " cannot be read", e);
    }
  }

  /** Writes a second file and renames it, so that a crash leaves the old list or the new one. */
  private void save() {
    if (file.isEmpty()) {
      return;
    }
    Path target = file.get();
    Path draft = target.resolveSibling(target.getFileName() + ".new");
    try {
      Path folder = target.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(draft, MessageJson.write(messages));
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The outbox " + target + " cannot be saved", e);
    }
  }
}
