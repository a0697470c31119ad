package clientportal.local.pages;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of the pages, on the class path.
 *
 * @param folder the folder on the class path, which has one for each side, and {@code shared} and
 *     {@code lib}
 */
public record PageFiles(String folder) {
  private static final Pattern PATH =
      Pattern.compile("(?:[A-Za-z0-9@_-][A-Za-z0-9@._-]*/)+[A-Za-z0-9@_-][A-Za-z0-9@._-]*");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  /** Reads a file; empty if there is none, or if its path leads out of the folder. */
  Optional<PageFile> read(String path) throws IOException {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || !PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    try (InputStream stream = PageFiles.class.getResourceAsStream("/" + folder + "/" + path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new PageFile(type, stream.readAllBytes()));
    }
  }
}
