package clientportal.access.records;

import java.util.Locale;

/** Why a logo that was uploaded is not shown. */
public enum LogoFault {
  CONTENT_MISMATCH("The bytes are others than declared."),
  CONTENT_TYPE_MISMATCH("The bytes are not one whole picture of the declared type."),
  TOO_WIDE("The picture is wider than 1000 pixels."),
  TOO_HIGH("The picture is higher than 4000 pixels."),
  ANIMATED("The picture moves."),
  PERMISSION_ENDED("Whoever uploaded it was no longer allowed to when it arrived."),
  NOT_RECEIVED("No bytes have come.");

  private final String detail;

  LogoFault(String detail) {
    this.detail = detail;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String detail() {
    return detail;
  }

  static LogoFault of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
