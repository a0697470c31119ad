package clientportal.documents;

import clientportal.platform.http.Request;
import clientportal.platform.problem.ProblemException;

/** The version that a request names: one of another shape is simply unknown. */
final class VersionNumber {
  private VersionNumber() {}

  /** Returns the version of the path. */
  static int ofPath(Request request) {
    return number(request.path("version"));
  }

  /** Returns the version of the query; the first where none is named. */
  static int ofQuery(Request request) {
    return number(request.query("version").orElse("1"));
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw ProblemException.notFound();
    }
    return Integer.parseInt(text);
  }
}
