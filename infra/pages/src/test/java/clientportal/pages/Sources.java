package clientportal.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the pages as they are packaged, with the libraries. */
record Sources(Path root) {
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

  static Sources packaged() {
    return new Sources(Path.of("target/classes/pages"));
  }

  /** Our own files with an ending, such as {@code .js}. */
  List<Path> own(String ending) {
    return Stream.of("portal", "staff", "shared")
        .map(root::resolve)
        .filter(Files::isDirectory)
        .flatMap(Sources::walk)
        .filter(file -> file.toString().endsWith(ending))
        .sorted()
        .toList();
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A module without its comments, which may show how it is used. */
  static String code(Path module) {
    return COMMENT.matcher(read(module)).replaceAll("");
  }
}
