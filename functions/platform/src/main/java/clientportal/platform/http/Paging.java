package clientportal.platform.http;

import clientportal.platform.Hashes;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The requested page of a list: {@code limit} 1 to 100, 25 by default, and {@code cursor}, a
 * position in the list and the name of the list.
 *
 * <p>Nothing depends on a cursor having been issued by us. It continues the caller's own query,
 * access to which is decided anew for each page, and a position outside of it is a fault. The name
 * of the list, a hash of the caller, the path and the filter, is no seal: it only catches a cursor
 * that is used with another list.
 */
public final class Paging {
  private static final String DEFAULT_LIMIT = "25";
  private static final int LARGEST_LIMIT = 100;

  /** The longest key, in bytes: somewhat less than the table's limit for sort keys. */
  private static final int LONGEST_KEY = 1_000;

  private final Request request;
  private final String filter;

  private Paging(Request request, String filter) {
    this.request = request;
    this.filter = filter;
  }

  Paging(Request request) {
    this(request, "");
  }

  /**
   * Binds the cursor to what else the list was asked for. Other parameters of the query have no
   * effect on the list, and none on its cursor.
   *
   * @param value the same whether a default is written out or left out
   */
  public Paging filteredBy(String value) {
    return new Paging(request, value);
  }

  /** Returns the requested page of a query that has no other parameters. */
  public PageQuery apply(Query query) {
    return apply(query, List.of());
  }

  /**
   * Returns the requested page of a query.
   *
   * @param others faults of the list's other parameters, reported with those of the page
   * @throws ProblemException {@code invalid-request} if there is any fault
   */
  public PageQuery apply(Query query, List<Fault> others) {
    List<Fault> faults = new ArrayList<>(others);
    int limit = limit(faults);
    Optional<Position> position = position(query, faults);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    return new PageQuery(query, limit, position);
  }

  private int limit(List<Fault> faults) {
    String text = request.query("limit").orElse(DEFAULT_LIMIT);
    int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > LARGEST_LIMIT) {
      faults.add(Fault.parameter("limit", Fault.Code.RANGE, "must be from 1 to 100"));
    }
    return limit;
  }

  private Optional<Position> position(Query query, List<Fault> faults) {
    Optional<String> cursor = request.query("cursor");
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor.get()), StandardCharsets.UTF_8);
      List<String> parts = List.of(text.split("\n", -1));
      if (parts.size() == 4
          && parts.stream().allMatch(Paging::isKey)
          && parts.get(3).equals(listName())) {
        Position position = new Position(new Key(parts.get(0), parts.get(1)), parts.get(2));
        if (query.isInRange(position)) {
          return Optional.of(position);
        }
      }
    } catch (IllegalArgumentException _) {
      // The same fault as of anything else that is no cursor of the list.
    }
    faults.add(
        Fault.parameter("cursor", Fault.Code.FORMAT, "must be the nextCursor of the same list"));
    return Optional.empty();
  }

  /** Returns the cursor of the page that follows, if there is one. */
  public Optional<String> next(Page page) {
    return page.next().map(this::cursor);
  }

  private String cursor(Position position) {
    List<String> parts = List.of(position.key().pk(), position.key().sk(), position.sort());
    String text = String.join("\n", parts) + "\n" + listName();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isKey(String part) {
    return !part.isEmpty() && part.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY;
  }

  private String listName() {
    return Hashes.sha256(String.join("\n", request.subject(), request.rawPath(), filter))
        .substring(0, 16);
  }

  /** Returns the answer of a list. */
  public <T> JsonObject answer(Listed<T> listed, Function<T, JsonObject> view) {
    return answer(listed.entries().stream().map(view).toList(), listed.page());
  }

  /** Returns the answer of a list. */
  public JsonObject answer(List<JsonObject> items, Page page) {
    return Json.object().with("items", items).with("nextCursor", next(page));
  }
}
