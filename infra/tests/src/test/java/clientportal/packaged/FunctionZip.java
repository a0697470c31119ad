package clientportal.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What Lambda gets of a module: {@code lib/*.jar} in {@code target/<module>.zip}. */
record FunctionZip(String module, Path file) {
  /** The folder with the root template. */
  static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("../..").normalize();

  /** Where zips are unpacked, each in a folder of its module's name. */
  static final Path UNPACKED = ROOT.resolve("infra/tests/target/packaged");

  private static final Map<FunctionZip, Path> FOLDERS = new ConcurrentHashMap<>();

  static FunctionZip of(String module) {
    return at(module, "target/" + module + ".zip");
  }

  /** The file that a {@code CodeUri} of the module's template names. */
  static FunctionZip at(String module, String codeUri) {
    return new FunctionZip(module, folder(module).resolve(codeUri));
  }

  static Path folder(String module) {
    return ROOT.resolve("functions").resolve(module);
  }

  long bytes() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is missing: `mvn package` makes it", e);
    }
  }

  /** Returns the name of every file in the zip and in its jars. */
  List<String> contents() {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.isDirectory())
          .flatMap(entry -> Stream.concat(Stream.of(entry.getName()), inside(zip, entry)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> inside(ZipFile zip, ZipEntry jar) {
    Stream.Builder<String> names = Stream.builder();
    try (ZipInputStream entries = new ZipInputStream(zip.getInputStream(jar))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        names.add(entry.getName());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names.build();
  }

  /** Unpacks the zip as Lambda does, under {@code target}, once; returns the folder. */
  Path unpack() {
    return FOLDERS.computeIfAbsent(this, zip -> zip.unpackTo(UNPACKED.resolve(module)));
  }

  /** Unpacks the zip into a folder, in place of what is there. */
  Path unpackTo(Path folder) {
    Path lib = folder.resolve("lib");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Files.createDirectories(lib);
      try (Stream<Path> old = Files.list(lib)) {
        for (Path jar : old.toList()) {
          Files.delete(jar);
        }
      }
      for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, folder.resolve(entry.getName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** Returns a class loader that sees the JDK and this zip's jars, and nothing of the tests. */
  URLClassLoader classes() {
    try (Stream<Path> jars = Files.list(unpack().resolve("lib"))) {
      return new URLClassLoader(
          jars.map(FunctionZip::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
