package clientportal.platform.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What CloudWatch requires of a line with metrics, by its published schema and description.
 * CloudWatch keeps a line that differs, but silently drops its metrics.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the
 *     specification</a>
 */
public final class MetricFormat {
  private static final Set<String> UNITS =
      Set.of("Seconds", "Milliseconds", "Bytes", "Percent", "Count", "Count/Second", "None");

  private final List<String> faults = new ArrayList<>();
  private final Map<?, ?> root;

  private MetricFormat(Map<?, ?> root) {
    this.root = root;
  }

  /** Returns the faults of a line, which was read as JSON. */
  public static List<String> faults(Object line) {
    if (!(line instanceof Map<?, ?> root)) {
      return List.of("is no object");
    }
    MetricFormat format = new MetricFormat(root);
    format.metadata();
    return format.faults;
  }

  private void metadata() {
    if (!(root.get("_aws") instanceof Map<?, ?> metadata)) {
      faults.add("_aws is no object");
      return;
    }
    members(metadata, Set.of("Timestamp", "CloudWatchMetrics"), Set.of());
    check(metadata.get("Timestamp") instanceof Long at && at > 0, "Timestamp is no integer");
    list(metadata, "CloudWatchMetrics").forEach(this::directive);
  }

  private void directive(Object directive) {
    if (!(directive instanceof Map<?, ?> map)) {
      faults.add("a directive is no object");
      return;
    }
    members(map, Set.of("Namespace", "Dimensions", "Metrics"), Set.of());
    check(isText(map.get("Namespace"), 1024), "Namespace is no text of 1 to 1024 characters");
    check(!list(map, "Dimensions").isEmpty(), "Dimensions has no set");
    for (Object set : list(map, "Dimensions")) {
      check(set instanceof List<?> names && names.size() <= 30, "a set is no list of at most 30");
      if (set instanceof List<?> names) {
        names.forEach(name ->
            check(
                isText(name, 250) && root.get(name) instanceof String,
                "dimension " + name + " has no text"));
      }
    }
    List<?> definitions = list(map, "Metrics");
    check(!definitions.isEmpty() && definitions.size() <= 100, "Metrics has none or more than 100");
    definitions.forEach(this::definition);
  }

  private void definition(Object definition) {
    if (!(definition instanceof Map<?, ?> map)) {
      faults.add("a definition is no object");
      return;
    }
    members(map, Set.of("Name"), Set.of("Unit", "StorageResolution"));
    check(isText(map.get("Name"), 1024), "Name is no text of 1 to 1024 characters");
    check(
        root.get(map.get("Name")) instanceof Number,
        "metric " + map.get("Name") + " has no number");
    check(
        !map.containsKey("Unit") || UNITS.contains(map.get("Unit")),
        "Unit " + map.get("Unit") + " is unknown");
  }

  private void members(Map<?, ?> map, Set<String> required, Set<String> optional) {
    required.forEach(name -> check(map.containsKey(name), name + " is missing"));
    Set<Object> unknown = new HashSet<>(map.keySet());
    unknown.removeAll(required);
    unknown.removeAll(optional);
    check(unknown.isEmpty(), "unknown members " + unknown);
  }

  private List<?> list(Map<?, ?> map, String name) {
    if (map.get(name) instanceof List<?> list) {
      return list;
    }
    faults.add(name + " is no list");
    return List.of();
  }

  private static boolean isText(@Nullable Object value, int most) {
    return value instanceof String text && !text.isBlank() && text.length() <= most;
  }

  private void check(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
