package clientportal.local.events;

import clientportal.local.template.Application;
import java.util.Map;

/** The filter of a stream's consumer, as the templates give it. */
public final class SourceFilter {
  private SourceFilter() {}

  /** Tells whether a record passes to the function. */
  public static boolean passes(Application.StreamSource source, Map<String, Object> record) {
    return source.filters().stream()
        .anyMatch(filter -> EventPattern.of(filter).matches(Json.tree(record)));
  }
}
