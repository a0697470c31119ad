package clientportal.accounts;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.keys.FirmPath;
import clientportal.platform.http.Request;
import clientportal.platform.problem.ProblemException;

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
