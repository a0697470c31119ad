package clientportal.access.keys;

import clientportal.access.ids.FirmId;
import clientportal.platform.http.Request;
import clientportal.platform.problem.ProblemException;
import java.util.function.Function;

/** The path of a firm: {@code /v1/firms/{firmId}}. */
public record FirmPath(FirmId firm) {

  public static FirmPath of(Request request) {
    return new FirmPath(id(request, "firmId", FirmId::new));
  }

  /** Reads an id of the path; one that does not have the shape of an id is not found. */
  static <T> T id(Request request, String name, Function<String, T> id) {
    try {
      return id.apply(request.path(name));
    } catch (IllegalArgumentException _) {
      throw ProblemException.notFound();
    }
  }

  @Override
  public String toString() {
    return "/v1/firms/" + firm;
  }
}
