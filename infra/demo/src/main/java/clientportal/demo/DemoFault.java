package clientportal.demo;

import java.util.Optional;

/** Why the demo cannot go on, in one sentence for the person who asked for it. */
final class DemoFault extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final String PROBLEM = "urn:problem:";

  private final String type;

  DemoFault(String message) {
    super(message);
    type = "";
  }

  DemoFault(String message, Throwable cause) {
    super(message, cause);
    type = "";
  }

  /** A request was refused. */
  DemoFault(String asked, Answer refusal) {
    super(asked + " was answered " + refusal.status() + reason(refusal));
    type = refusal.text("type").orElse("");
  }

  /** Tells whether the API refused with this problem. */
  boolean isProblem(String name) {
    return type.equals(PROBLEM + name);
  }

  private static String reason(Answer refusal) {
    StringBuilder reason = new StringBuilder();
    refusal
        .text("type")
        .filter(name -> name.startsWith(PROBLEM))
        .ifPresent(name -> reason.append(' ').append(name.substring(PROBLEM.length())));
    // A problem has a detail, Cognito and the gateway a message.
    Optional<String> said =
        refusal
            .text("detail")
            .or(() -> refusal.text("message"))
            .or(() -> Optional.of(refusal.body().strip()).filter(body -> !body.isEmpty()));
    said.ifPresent(words -> reason.append(": ").append(words));
    refusal
        .json()
        .path("errors")
        .forEach(error ->
            reason
                .append("; ")
                .append(error.path("pointer").asText(error.path("parameter").asText()))
                .append(' ')
                .append(error.path("code").asText()));
    return reason.toString();
  }
}
