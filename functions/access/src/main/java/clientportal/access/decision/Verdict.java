package clientportal.access.decision;

/** The result of a decision; if a person has two, the later constant counts. */
public enum Verdict {
  /** The caller may not know that the item exists. */
  NOT_FOUND,
  PERMISSION_REQUIRED,
  ALLOWED
}
