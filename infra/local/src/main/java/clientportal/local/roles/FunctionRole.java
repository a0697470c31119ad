package clientportal.local.roles;

import clientportal.local.template.Application;
import clientportal.local.template.Application.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The role of one function: the permissions that it grants, and those that calls needed. */
public final class FunctionRole {
  private volatile Application.Function function;
  private final Set<Permission> used = new ConcurrentSkipListSet<>();

  FunctionRole(Application.Function function) {
    this.function = function;
  }

  /** Grants what the role of this state of the function grants. */
  void update(Application.Function updated) {
    function = updated;
  }

  public String function() {
    return function.name();
  }

  /**
   * Records the permissions that a call needs.
   *
   * @return the first permission that the role does not grant; a function without a role of its
   *     own, as in fixtures, may do everything
   */
  public Optional<Permission> use(List<Permission> needed) {
    used.addAll(needed);
    return function
        .role()
        .flatMap(granted ->
            needed.stream()
                .filter(each -> granted.stream().noneMatch(grant -> covers(grant, each)))
                .findFirst());
  }

  /** The permissions that calls needed so far, granted or not. */
  public Set<Permission> used() {
    return Set.copyOf(used);
  }

  /** Returns whether a granted permission, perhaps with a final wildcard, includes a needed one. */
  public static boolean covers(Permission granted, Permission needed) {
    String resource = granted.resource();
    return granted.action().equals(needed.action())
        && (resource.endsWith("*")
            ? needed.resource().startsWith(resource.substring(0, resource.length() - 1))
            : needed.resource().equals(resource));
  }
}
