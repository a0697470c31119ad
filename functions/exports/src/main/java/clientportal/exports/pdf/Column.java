package clientportal.exports.pdf;

/**
 * A column of a table.
 *
 * @param share of the width of the page, from 0 to 1
 * @param toTheRight whether its text ends at its right edge
 */
public record Column(String heading, float share, boolean toTheRight) {
  /** Makes a column whose text begins at its left edge. */
  public static Column of(String heading, double share) {
    return new Column(heading, (float) share, false);
  }

  /** Makes a column whose text ends at its right edge. */
  public static Column right(String heading, double share) {
    return new Column(heading, (float) share, true);
  }
}
