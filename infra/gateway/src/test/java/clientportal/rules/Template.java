package clientportal.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One template, with its path from the root of the repository. */
record Template(String path, Tree tree) {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).resolve("../..").normalize();

  /**
   * A resource: {@code own} are its own properties, {@code properties} those merged with Globals.
   */
  record Resource(String id, Tree tree, Tree own, Tree properties) {
    String type() {
      return tree.at("Type").text();
    }

    /** {@code RequestUpload} for the function {@code ${Application}-RequestUpload}. */
    String operation() {
      String name = own.at("FunctionName", "Fn::Sub").text();
      return name.startsWith("${Application}-") ? name.substring("${Application}-".length()) : "";
    }

    String violation(String fault) {
      return id + ": " + fault;
    }
  }

  static Template of(String path, String yaml) {
    return new Template(path, Tree.parse(yaml));
  }

  static Tree read(String path) {
    return Tree.parse(source(path));
  }

  /** The text of a file, by its path from the root of the repository. */
  static String source(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of all files of the tree but those that a build makes, by path from the root. */
  static Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    SimpleFileVisitor<Path> reader =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            return name.equals("target") || name.matches("\\.\\w.*")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            // Whatever the file holds is a text in this encoding.
            sources.put(ROOT.relativize(file).toString(), Files.readString(file, ISO_8859_1));
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(ROOT, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  static boolean exists(String path) {
    return Files.exists(ROOT.resolve(path));
  }

  /** The root template and its nested templates, as deployed. */
  static List<Template> application() {
    Template root = new Template("template.yaml", read("template.yaml"));
    Stream<Template> nested =
        root.resources("AWS::CloudFormation::Stack")
            .map(stack -> stack.own().at("TemplateURL").text())
            .map(path -> new Template(path, read(path)));
    return Stream.concat(Stream.of(root), nested).toList();
  }

  /** {@code documents} for {@code functions/documents/template.yaml}. */
  String module() {
    String[] names = path.split("/", -1);
    return names.length < 2 ? "" : names[names.length - 2];
  }

  Stream<Resource> resources() {
    Tree globals = tree.at("Globals", "Function");
    return tree.at("Resources").fields().entrySet().stream()
        .map(entry -> {
          Tree own = entry.getValue().at("Properties");
          boolean function = entry.getValue().at("Type").is("AWS::Serverless::Function");
          return new Resource(
              entry.getKey(), entry.getValue(), own, function ? own.over(globals) : own);
        });
  }

  Stream<Resource> resources(String type) {
    return resources().filter(resource -> resource.type().equals(type));
  }

  Stream<Resource> functions() {
    return resources("AWS::Serverless::Function");
  }

  /** The properties of the resource with this id, or nothing. */
  Tree properties(String id) {
    return tree.at("Resources", id, "Properties");
  }

  boolean has(String id, String type) {
    return tree.at("Resources", id, "Type").is(type);
  }
}
