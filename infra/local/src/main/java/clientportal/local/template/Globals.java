package clientportal.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges SAM globals as SAM does: mappings by key, lists by appending; other values are overridden.
 */
final class Globals {
  private Globals() {}

  static Map<String, Object> merge(Map<String, Object> globals, Map<String, Object> own) {
    Map<String, Object> merged = new LinkedHashMap<>(globals);
    own.forEach((key, value) ->
        merged.merge(key, value, (inherited, stated) -> mergeValue(inherited, stated)));
    return merged;
  }

  private static Object mergeValue(Object inherited, Object stated) {
    if (inherited instanceof Map<?, ?> && stated instanceof Map<?, ?> && !isIntrinsic(stated)) {
      return merge(Tree.asMap(inherited, "Globals"), Tree.asMap(stated, "Globals"));
    }
    if (inherited instanceof List<?> first && stated instanceof List<?> second) {
      List<Object> joined = new ArrayList<>(first);
      joined.addAll(second);
      return joined;
    }
    return stated;
  }

  private static boolean isIntrinsic(Object value) {
    return value instanceof Map<?, ?> map
        && map.size() == 1
        && (map.containsKey("Ref")
            || map.keySet().stream().anyMatch(key -> key.toString().startsWith("Fn::")));
  }
}
