package clientportal.local.pages;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * One side's pages at one origin.
 *
 * @param side whose pages they are
 * @param config what the pages must know of the stack, the content of {@code /config.json}
 * @param api the origin of the API, which has the logos that the pages show
 * @param connections the origins that the pages may call
 */
public record Site(Side side, Map<String, String> config, URI api, Set<URI> connections) {
  /** Copies the collections. */
  public Site {
    config = Map.copyOf(config);
    connections = Set.copyOf(connections);
  }
}
