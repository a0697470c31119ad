package clientportal.gateway;

import java.util.List;
import java.util.Locale;

/**
 * One operation of the contract: a route of the API and its function.
 *
 * @param tag the part of the API that it belongs to
 */
public record Operation(
    String id,
    String tag,
    String method,
    String path,
    List<Parameter> parameters,
    boolean isPublic) {
  public Operation {
    parameters = List.copyOf(parameters);
  }

  /** The name of its function, without the application's prefix: {@code GetMe} for getMe. */
  public String function() {
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }
}
