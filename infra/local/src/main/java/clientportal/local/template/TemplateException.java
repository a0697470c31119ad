package clientportal.local.template;

/** Tells which part of a template cannot be run here, and why. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TemplateException(String message) {
    super(message);
  }

  TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
