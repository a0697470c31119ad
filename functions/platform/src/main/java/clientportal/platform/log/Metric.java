package clientportal.platform.log;

/**
 * Every metric that the functions write, each for an alarm: CloudWatch makes it of the line that it
 * stands in. A metric costs for each combination of dimensions, so these have none.
 */
public enum Metric {
  /** Somebody signed in asked for what is of a firm and a client in which he has no place. */
  REFUSALS_ACROSS_FIRMS("RefusalsAcrossFirms", "Count"),
  /** SES would not take a mail for what it is or whom it is for. */
  MAILS_REFUSED("MailsRefused", "Count"),
  /** How long the item has waited whose turn is longest past; 0 when nothing waits. */
  OLDEST_DUE_ITEM("OldestDueItem", "Seconds"),
  /** The same of uploads that it is looked after. */
  OLDEST_DUE_UPLOAD("OldestDueUpload", "Seconds");

  private final String title;
  private final String unit;

  Metric(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /** Returns its name in CloudWatch. */
  public String title() {
    return title;
  }

  /** Returns its unit as CloudWatch spells it. */
  public String unit() {
    return unit;
  }
}
