package clientportal.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The command-line options of the stack. */
record Arguments(
    int port,
    Optional<Path> data,
    Map<String, String> parameters,
    boolean demo,
    boolean log,
    boolean help) {
  private static final int DEFAULT_PORT = 8080;
  private static final int LAST_PORT = 65_536 - Options.PORTS;

  /** Returns the list of options, which the script {@code start} prints from the same file. */
  static String helpText() {
    try (InputStream text = Arguments.class.getResourceAsStream("help.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Arguments parse(String[] arguments) {
    int port = DEFAULT_PORT;
    Optional<Path> data = Optional.empty();
    Map<String, String> parameters = new LinkedHashMap<>();
    boolean demo = false;
    boolean log = false;
    boolean help = false;
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--port" -> port = port(value(option, rest));
        case "--data" -> data = Optional.of(Path.of(value(option, rest)));
        case "--parameter" -> addParameter(value(option, rest), parameters);
        case "--demo" -> demo = true;
        case "--log" -> log = true;
        case "--help", "-h" -> help = true;
        default -> throw new IllegalArgumentException("Unknown option: " + option);
      }
    }
    return new Arguments(port, data, Map.copyOf(parameters), demo, log, help);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static void addParameter(String given, Map<String, String> parameters) {
    String[] parts = given.split("=", 2);
    if (parts.length != 2 || parts[0].isEmpty()) {
      throw new IllegalArgumentException("--parameter needs NAME=VALUE, not " + given);
    }
    parameters.put(parts[0], parts[1]);
  }

  private static int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= LAST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw new IllegalArgumentException(
        "--port needs a number from 0 to " + LAST_PORT + ", not " + value);
  }
}
