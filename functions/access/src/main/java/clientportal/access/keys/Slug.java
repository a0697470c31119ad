package clientportal.access.keys;

import clientportal.platform.http.Request;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import java.util.regex.Pattern;

/** The name of a site in its web address: 3 to 63 characters of a–z, 0–9 and inner hyphens. */
public final class Slug {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  private static final int SHORTEST = 3;
  private static final int LONGEST = 63;
  private static final Shape<String> TEXT = Shape.text(SHORTEST, LONGEST);

  private Slug() {}

  /** A slug in a request body. */
  public static final Shape<String> SHAPE =
      json -> {
        String slug = TEXT.read(json);
        if (!FORM.matcher(slug).matches()) {
          throw new Shape.Mismatch(
              Fault.Code.FORMAT, "must be a–z, 0–9 and hyphens, with no hyphen at either end");
        }
        return slug;
      };

  /** Reads the slug of a path; one of another shape is not found. */
  public static String of(Request request) {
    String slug = request.path("slug");
    if (slug.length() < SHORTEST || slug.length() > LONGEST || !FORM.matcher(slug).matches()) {
      throw ProblemException.notFound();
    }
    return slug;
  }
}
