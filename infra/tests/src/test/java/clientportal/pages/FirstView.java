package clientportal.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * What a page takes until it is shown.
 *
 * @param script bytes of scripts
 * @param compressed the same as browsers get them from a stage, each file for itself
 * @param jumps what has jumped, each with its share of the cumulative layout shift
 */
record FirstView(long script, long compressed, List<String> jumps) {
  static FirstView of(Window window) throws IOException {
    window.settled();
    List<String> scripts =
        strings(
            window.run(
                """
                return performance.getEntriesByType('resource').map(({ name }) => name)
                  .filter((name) => name.endsWith('.js'));
                """));
    long bytes = 0;
    long compressed = 0;
    for (String url : scripts) {
      byte[] script;
      try (var stream = URI.create(url).toURL().openStream()) {
        script = stream.readAllBytes();
      }
      bytes += script.length;
      compressed += gzip(script);
    }
    return new FirstView(bytes, compressed, strings(window.run("return jumps")));
  }

  private static List<String> strings(Object list) {
    return list instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static int gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.size();
  }
}
