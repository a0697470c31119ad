package clientportal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the home of the JDK that was found to a file, so that the stack runs on it. The output of
 * a JVM can have more lines than the program's, such as one about {@code JAVA_TOOL_OPTIONS}.
 */
final class JavaHome {
  private JavaHome() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), System.getProperty("java.home"));
  }
}
