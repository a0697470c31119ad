package clientportal.local.functions;

import clientportal.local.roles.CallPermissions;
import clientportal.local.roles.FunctionRole;

/** What is being run: bound while a function works, so that its calls can be told apart. */
record Invocation(String requestId, FunctionRole role, CallPermissions permissions, CallLog log) {
  static final ScopedValue<Invocation> CURRENT = ScopedValue.newInstance();
}
