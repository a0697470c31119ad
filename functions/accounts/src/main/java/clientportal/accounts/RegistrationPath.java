package clientportal.accounts;

import clientportal.access.FirmPath;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.RegistrationId;
import clientportal.platform.http.ProblemException;
import clientportal.platform.http.Request;

/** The path of a registration: {@code …/registrations/{registrationId}}. */
record RegistrationPath(FirmPath parent, RegistrationId registration) {

  static RegistrationPath of(Request request) {
    FirmPath firm = FirmPath.of(request);
    try {
      return new RegistrationPath(firm, new RegistrationId(request.path("registrationId")));
    } catch (IllegalArgumentException _) {
      throw ProblemException.notFound();
    }
  }

  FirmId firm() {
    return parent.firm();
  }
}
