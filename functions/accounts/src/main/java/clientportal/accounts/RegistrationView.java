package clientportal.accounts;

import clientportal.access.records.Registration;
import clientportal.access.records.Registration.Resolution;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.Optional;

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
            .with("registeredAt", registration.registeredAt());
    return registration
        .resolution()
        .map(resolution ->
            switch (resolution) {
              case Resolution.Linked(String client, Optional<String> contact) ->
                  json.with("status", "linked").with("clientId", client).with("contactId", contact);
              case Resolution.Rejected() -> json.with("status", "rejected");
            })
        .orElseGet(() ->
            json.with("status", "pending")
                .with(
                    "candidates",
                    registration.candidates().stream().map(RegistrationView::of).toList()));
  }

  private static JsonObject of(Registration.Candidate candidate) {
    return Json.object()
        .with("clientId", candidate.clientId())
        .with("contactId", candidate.contactId())
        .with("name", candidate.name());
  }
}
