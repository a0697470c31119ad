package clientportal.access.records;

import java.util.Locale;

/**
 * Who causes a mail to somebody who did not ask for it. Each has a budget of its own, so that what
 * a stranger causes never uses up what staff or an invitation may cause.
 */
public enum MailCause {
  /**
   * Somebody who typed the address: a registration or a forgotten password. Counted per mailbox.
   */
  STRANGER(3, 10),
  /** Somebody who presented the invitation to an account. Counted per account. */
  INVITED(3, 10),
  /** Staff of the firm: an invitation sent again, another address. Counted per account. */
  STAFF(5, 10),
  /** The portal's operators, who invite an administrator again. Counted per account. */
  OPERATOR(5, 10);

  private final int mostAnHour;
  private final int mostADay;

  MailCause(int mostAnHour, int mostADay) {
    this.mostAnHour = mostAnHour;
    this.mostADay = mostADay;
  }

  /** Returns the maximum number of mails in any hour. */
  public int mostAnHour() {
    return mostAnHour;
  }

  /** Returns the maximum number of mails in any day. */
  public int mostADay() {
    return mostADay;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
