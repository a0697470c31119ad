package clientportal.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The use cases of a module, by the names of its handlers. */
public final class UseCases {
  private static final String HANDLER = "Handler.class";

  private UseCases() {}

  /** Returns the names of the use cases in the module of a handler. */
  public static Set<String> of(Class<?> handler) {
    try {
      Path classes = Path.of(handler.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path module = classes.resolve(handler.getPackageName().replace('.', '/'));
      try (Stream<Path> files = Files.list(module)) {
        Set<String> names = new TreeSet<>();
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(HANDLER))
            .forEach(name -> names.add(name.substring(0, name.length() - HANDLER.length())));
        return names;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
