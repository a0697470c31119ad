package clientportal.local.functions;

import clientportal.local.roles.CallPermissions;
import clientportal.local.roles.FunctionRole;

/** The running invocation, bound while the function works, to which its calls belong. */
record Invocation(
    String requestId,
    FunctionRole role,
    CallPermissions permissions,
    CallLog log,
    Refusals refusals) {
  static final ScopedValue<Invocation> CURRENT = ScopedValue.newInstance();
}
