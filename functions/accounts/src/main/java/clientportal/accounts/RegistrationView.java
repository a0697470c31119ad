package clientportal.accounts;

import clientportal.access.records.Registration;
import clientportal.access.records.Registration.Resolution;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A registration as staff see it. */
final class RegistrationView {
  private RegistrationView() {}

  static JsonObject of(Registration registration) {
    JsonObject json =
        Json.object()
            .with("registrationId", registration.id().value())
            .with("name", registration.name())
            .with("email", registration.email().value())
            .with("site", registration.site())
            .with("registeredAt", registration.registeredAt())
            .with("status", status(registration));
    if (registration.resolution().isEmpty()) {
      return json.with(
          "candidates", registration.candidates().stream().map(RegistrationView::of).toList());
    }
    return registration.resolution().get()
            instanceof Resolution.Linked(String client, java.util.Optional<String> contact)
        ? json.with("clientId", client).with("contactId", contact)
        : json;
  }

  private static String status(Registration registration) {
    return registration
        .resolution()
        .map(resolution ->
            switch (resolution) {
              case Resolution.Linked _ -> "linked";
              case Resolution.Rejected _ -> "rejected";
            })
        .orElse("pending");
  }

  private static JsonObject of(Registration.Candidate candidate) {
    return Json.object()
        .with("clientId", candidate.clientId())
        .with("contactId", candidate.contactId())
        .with("name", candidate.name());
  }
}
