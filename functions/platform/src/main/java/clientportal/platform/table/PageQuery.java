package clientportal.platform.table;

import java.util.Optional;

/**
 * One page of a query.
 *
 * @param limit how many items at most
 * @param after where the page before ended; empty for the first page
 */
public record PageQuery(Query query, int limit, Optional<Position> after) {

  /** Returns the same query for the page that follows a position. */
  public PageQuery after(Position position) {
    return new PageQuery(query, limit, Optional.of(position));
  }
}
