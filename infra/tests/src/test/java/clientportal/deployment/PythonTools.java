package clientportal.deployment;

import clientportal.tools.MissingTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Programs from PyPI at pinned versions, in a virtual environment that {@code mvn clean} takes. */
record PythonTools(Path folder) {
  private static final List<String> INTERPRETERS =
      List.of("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10");

  /** The SAM CLI's range; Debian has the two modules in a package of their own. */
  private static final String SUITS =
      "import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info < (3, 15))";

  /** Installs exactly what the file lists, unless the folder has it already. */
  static PythonTools install(Path requirements, Path folder)
      throws MissingTool, IOException, InterruptedException {
    Path stamp = folder.resolve("installed");
    String wanted = sha256(requirements);
    if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
      Files.deleteIfExists(stamp);
      must(run(folder, interpreter(folder), "-m", "venv", "--clear", folder.toString()));
      String pip = folder.resolve("bin/pip").toString();
      must(run(folder, pip, "install", "--no-deps", "--quiet", "-r", requirements.toString()));
      must(run(folder, pip, "check"));
      Files.writeString(stamp, wanted);
    }
    return new PythonTools(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static String interpreter(Path folder)
      throws MissingTool, IOException, InterruptedException {
    for (String name : INTERPRETERS) {
      if (isOnPath(name) && run(folder, name, "-c", SUITS).succeeded()) {
        return name;
      }
    }
    throw new MissingTool(
        "there is no Python 3.10 to 3.14 with venv and pip on the PATH"
            + " (Debian, Ubuntu: apt-get install python3 python3-venv)");
  }

  private static boolean isOnPath(String name) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** Runs in this machine's own environment: it says how to reach PyPI from here. */
  private static Run run(Path folder, String... command) throws IOException, InterruptedException {
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    return Run.of(List.of(command), Path.of("").toAbsolutePath(), System.getenv(), log);
  }

  private static void must(Run run) throws MissingTool {
    if (!run.succeeded()) {
      throw new MissingTool(
          "`%s` ended with %d: %s\n%s"
              .formatted(
                  String.join(" ", run.command()),
                  run.exit(),
                  run.output().lines().reduce("", (before, last) -> last),
                  run.output()));
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
