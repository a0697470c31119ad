package clientportal.access.records;

import java.util.Locale;
import java.util.Optional;

/** The life cycle of an account. */
public enum AccountStatus {
  NONE,
  INVITED,
  ACTIVE,
  /** Invited, but the mail bounced; counts as an account and may be invited again. */
  BOUNCED,
  /** Revoked by staff; does not count as an account. */
  REVOKED;

  /** What can happen to an account. */
  public enum Step {
    /** The account is created where there is none. */
    INVITE,
    /** The invitation is sent again. */
    RESEND,
    /** The invited person has verified the mailbox. */
    ACTIVATE,
    /** The move to another address starts, ends or completes. */
    MOVE,
    /** The mail of the invitation bounced. */
    BOUNCE,
    /** The account is revoked. */
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

  /** Tells whether the status counts as an account. */
  public boolean counts() {
    return this == INVITED || this == ACTIVE || this == BOUNCED;
  }

  /** Tells whether items can be shared with the holder, who is invited or active. */
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
