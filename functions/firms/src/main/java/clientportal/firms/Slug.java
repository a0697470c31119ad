package clientportal.firms;

import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.regex.Pattern;

/** The name of a site in its web address: 3 to 63 characters of a–z, 0–9 and inner hyphens. */
final class Slug {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  private static final Shape<String> TEXT = Shape.text(3, 63);

  private Slug() {}

  static final Shape<String> SHAPE =
      json -> {
        String slug = TEXT.read(json);
        if (!FORM.matcher(slug).matches()) {
          throw new Shape.Mismatch(
              Fault.Code.FORMAT, "must be a–z, 0–9 and hyphens, with no hyphen at either end");
        }
        return slug;
      };
}
