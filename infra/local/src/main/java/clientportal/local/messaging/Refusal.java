package clientportal.local.messaging;

/** An error of a service, with the code of its documentation. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String reason;

  Refusal(int status, String code, String reason) {
    super(code + ": " + reason);
    this.status = status;
    this.code = code;
    this.reason = reason;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
