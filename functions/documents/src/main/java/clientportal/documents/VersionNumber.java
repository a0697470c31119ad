package clientportal.documents;

import clientportal.platform.http.Request;
import clientportal.platform.problem.ProblemException;

/** The version number of a request; a text that is no number is an unknown version. */
final class VersionNumber {
  private VersionNumber() {}

  /** Returns the version in the path. */
  static int ofPath(Request request) {
    return number(request.path("version"));
  }

  /** Returns the version in the query, by default the first. */
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
