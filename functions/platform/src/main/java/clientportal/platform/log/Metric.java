package clientportal.platform.log;

/**
 * Every metric that the functions write, each for an alarm; CloudWatch takes it out of the log
 * line. A metric costs for each combination of dimensions, so these have none.
 */
public enum Metric {
  /** A signed-in person requested an item of a firm and a client that they do not belong to. */
  REFUSALS_ACROSS_FIRMS("RefusalsAcrossFirms", "Count"),
  /** A call was above a limit, and was refused or had no effect. */
  LIMITS_REFUSED("LimitsRefused", "Count"),
  /** SES refused a mail for its content or its address. */
  MAILS_REFUSED("MailsRefused", "Count"),
  /** A document could not be scanned for malware, for a reason that is not in the document. */
  SCANS_FAILED("ScansFailed", "Count"),
  /** How long ago the oldest item was due; 0 when nothing is due. */
  OLDEST_DUE_ITEM("OldestDueItem", "Seconds"),
  /** The same for uploads that are due for a check. */
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
