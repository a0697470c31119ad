package clientportal.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.tools.MissingTool;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The list of libraries beside each zip, in CycloneDX's format: a scanner of vulnerabilities reads
 * the list, and Lambda runs the zip.
 */
final class LibraryListIT {
  static Stream<Path> zips() {
    return Templates.zips(Templates.ROOT).stream().map(Path::normalize).distinct();
  }

  @ParameterizedTest
  @MethodSource("zips")
  void list_namesTheJarsOfTheZip_andNoOther(Path zip) throws IOException {
    JsonNode list = new ObjectMapper().readTree(list(zip).toFile());

    assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(list.path("components")).isNotEmpty();
    assertThat(
            Stream.concat(
                    Stream.of(list.path("metadata").path("component")),
                    list.path("components").valueStream())
                .map(LibraryListIT::jar))
        .containsExactlyInAnyOrderElementsOf(jars(zip));
  }

  private static Path list(Path zip) {
    String name = zip.getFileName().toString();
    Path list = zip.resolveSibling(name.replaceFirst("\\.zip$", ".cdx.json"));
    if (!Files.exists(list)) {
      throw new MissingTool("Maven lists the libraries of a zip only when it is online")
          .ends("sbom");
    }
    return list;
  }

  /** A scanner finds a library by its package URL. */
  private static String jar(JsonNode library) {
    String name = library.path("name").asText();
    String version = library.path("version").asText();
    assertThat(library.path("purl").asText())
        .startsWith("pkg:maven/" + library.path("group").asText() + "/" + name + "@" + version);
    return "lib/" + name + "-" + version + ".jar";
  }

  private static Iterable<String> jars(Path zip) throws IOException {
    try (ZipFile open = new ZipFile(zip.toFile())) {
      return open.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }
}
