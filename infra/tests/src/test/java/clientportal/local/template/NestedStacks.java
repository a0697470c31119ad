package clientportal.local.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The nested stacks of an application, with the parameters that they get. */
public final class NestedStacks {
  private NestedStacks() {}

  /** Returns the parameters of each nested stack by the file of its template. */
  public static Map<Path, Map<String, Object>> parameters(Path root, Map<String, String> given) {
    Stack stack = new Stack(Place.LOCAL.stackName(), root, Map.copyOf(given), Place.LOCAL);
    Map<Path, Map<String, Object>> parameters = new LinkedHashMap<>();
    stack.withChildren().forEach(each -> parameters.put(each.file(), each.parameters()));
    parameters.remove(root);
    return parameters;
  }
}
