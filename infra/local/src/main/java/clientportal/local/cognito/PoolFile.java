package clientportal.local.cognito;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The file that keeps a pool between runs; each change replaces it atomically. */
final class PoolFile {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Optional<Path> file;

  PoolFile(Optional<Path> file) {
    this.file = file;
  }

  /** The content of the file: the stack's signing keys, as private JWKs, and the pool. */
  record State(String accessKey, String idKey, UserPool.Contents pool) {
    SigningKeys keys() {
      return SigningKeys.parse(accessKey, idKey);
    }
  }

  State read() {
    if (file.filter(Files::exists).isEmpty()) {
      SigningKeys keys = SigningKeys.generate();
      return state(keys, new UserPool.Contents(List.of(), List.of(), List.of(), List.of()));
    }
    try {
      return JSON.readValue(file.get().toFile(), State.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.get(), e);
    }
  }

  void write(SigningKeys keys, UserPool pool) {
    if (file.isEmpty()) {
      return;
    }
    Path path = file.get().toAbsolutePath();
    try {
      Path folder = Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(path));
      Path written = Files.createTempFile(folder, "cognito", ".tmp");
      JSON.writeValue(written.toFile(), state(keys, pool.contents()));
      Files.move(
          written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }
  }

  private static State state(SigningKeys keys, UserPool.Contents pool) {
    return new State(keys.access().toJSONString(), keys.id().toJSONString(), pool);
  }
}
