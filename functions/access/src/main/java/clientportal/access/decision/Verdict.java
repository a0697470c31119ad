package clientportal.access.decision;

/** What a decision says; of two that hold for one person the later one counts. */
public enum Verdict {
  /** There is nothing here for the caller: the same as if it were not there. */
  NOT_FOUND,
  PERMISSION_REQUIRED,
  ALLOWED
}
