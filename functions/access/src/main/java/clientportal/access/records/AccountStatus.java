package clientportal.access.records;

import java.util.Locale;
import java.util.Optional;

/** The life cycle of an account. */
public enum AccountStatus {
  NONE,
  INVITED,
  ACTIVE,
  /** Invited, but the mail came back; counts as an account, may be invited again. */
  BOUNCED,
  /** Taken away; counts as no account. */
  REVOKED;

  /** What can happen to an account. */
  public enum Step {
    /** It is created, where there is none. */
    INVITE,
    /** The invitation is sent once more. */
    RESEND,
    /** The invited one has proved the mailbox. */
    ACTIVATE,
    /** Another address is to take the place of the one that was proved, or has. */
    MOVE,
    /** The invitation's mail came back. */
    BOUNCE,
    /** It is taken away. */
    REVOKE
  }

  /** Returns the status after a step; empty if the step is not possible from here. */
  public Optional<AccountStatus> after(Step step) {
    return Optional.ofNullable(
        switch (step) {
          case INVITE -> counts() ? null : INVITED;
          case RESEND -> this == INVITED || this == BOUNCED ? INVITED : null;
          case ACTIVATE -> this == INVITED || this == BOUNCED ? ACTIVE : null;
          case MOVE -> this == ACTIVE ? ACTIVE : null;
          case BOUNCE -> this == INVITED ? BOUNCED : null;
          case REVOKE -> counts() ? REVOKED : null;
        });
  }

  /** Tells whether there is an account in the sense of the rules. */
  public boolean counts() {
    return this == INVITED || this == ACTIVE || this == BOUNCED;
  }

  /** Tells whether a share with its holder is possible: it is invited or active. */
  public boolean receives() {
    return this == INVITED || this == ACTIVE;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AccountStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
