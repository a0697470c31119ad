package clientportal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder in which a stack keeps its state between runs; a lock reserves it for one stack. */
final class DataFolder implements AutoCloseable {
  private final Optional<Path> folder;
  private final Optional<FileChannel> channel;

  private DataFolder(Optional<Path> folder, Optional<FileChannel> channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static DataFolder open(Optional<Path> folder) {
    if (folder.isEmpty()) {
      return new DataFolder(folder, Optional.empty());
    }
    Path absolute = folder.get().toAbsolutePath();
    try {
      Files.createDirectories(absolute);
      FileChannel channel =
          FileChannel.open(
              absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new StartException(
            "Another stack is using "
                + absolute
                + ": stop it, or name another folder with --data.");
      }
      return new DataFolder(Optional.of(absolute), Optional.of(channel));
    } catch (IOException e) {
      throw new StartException("Cannot keep data in " + absolute + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Optional<Path> file(String name) {
    return folder.map(path -> path.resolve(name));
  }

  Optional<Path> folder() {
    return folder;
  }

  Duration clockOffset() {
    return file("clock")
        .filter(Files::exists)
        .map(path -> {
          try {
            return Duration.parse(Files.readString(path).trim());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .orElse(Duration.ZERO);
  }

  void saveClockOffset(Duration offset) {
    file("clock")
        .ifPresent(path -> {
          try {
            Files.writeString(path, offset.toString());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public void close() {
    channel.ifPresent(open -> {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
