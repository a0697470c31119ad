package clientportal.local.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An error, answered in the form of S3. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  Refusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static Refusal denied(String message) {
    return new Refusal(403, "AccessDenied", message);
  }

  void send(HttpServletRequest request, HttpServletResponse response, boolean drained)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(status);
    if (!drained) {
      response.setHeader("Connection", "close");
    }
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    String document =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>%s</Message><RequestId>%s</RequestId></Error>
        """
            .formatted(code, escape(String.valueOf(getMessage())), UUID.randomUUID());
    response.setContentType("application/xml");
    try (OutputStream body = response.getOutputStream()) {
      body.write(document.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
