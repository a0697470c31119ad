package clientportal.local.roles;

import clientportal.local.template.Application;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The roles of all functions. A session token identifies the function whose role signed. */
public final class Roles {
  private static final String SESSION = "session-of-";

  private final Map<String, FunctionRole> byFunction = new ConcurrentSkipListMap<>();

  public Roles(List<Application.Function> functions) {
    update(functions);
  }

  /** A changed role is in force at once, whichever version of its function runs. */
  public void update(List<Application.Function> functions) {
    for (Application.Function function : functions) {
      byFunction
          .computeIfAbsent(function.name(), name -> new FunctionRole(function))
          .update(function);
    }
  }

  /** The role of a function, by its full name. */
  public FunctionRole of(String function) {
    return Optional.ofNullable(byFunction.get(function)).orElseThrow();
  }

  /** The role of a session token; the stack itself and tests have none. */
  public Optional<FunctionRole> ofSession(String token) {
    return token.startsWith(SESSION)
        ? Optional.ofNullable(byFunction.get(token.substring(SESSION.length())))
        : Optional.empty();
  }

  /** The session token in the credentials of a function. */
  public static String session(String function) {
    return SESSION + function;
  }

  public Collection<FunctionRole> all() {
    return byFunction.values();
  }
}
