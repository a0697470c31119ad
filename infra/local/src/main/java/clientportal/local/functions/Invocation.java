package clientportal.local.functions;

/** What is being run: bound while a function works, so that its calls can be told apart. */
record Invocation(String function, String requestId, CallLog log) {
  static final ScopedValue<Invocation> CURRENT = ScopedValue.newInstance();
}
