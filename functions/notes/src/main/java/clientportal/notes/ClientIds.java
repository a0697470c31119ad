package clientportal.notes;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Ids;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Clients as a request names them.
 *
 * @param texts as they were sent; a text that is no id is an unknown client
 */
record ClientIds(List<String> texts) {
  /** The most clients that one request names. */
  static final int MOST = 90;

  ClientIds {
    texts = List.copyOf(texts);
  }

  /** Refuses a text that was read before. */
  static Shape<String> distinct() {
    Set<String> seen = new HashSet<>();
    return json -> {
      String text = Shape.string(json);
      if (!seen.add(text)) {
        throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is named before");
      }
      return text;
    };
  }

  List<ClientId> ids() {
    return texts.stream().filter(Ids::isId).map(ClientId::new).toList();
  }

  /** Returns the keys of the clients. */
  List<Key> keys(FirmId firm) {
    return ids().stream().map(id -> TableKeys.client(new ClientPath(firm, id))).toList();
  }

  /**
   * Requires that all are clients of the firm.
   *
   * @throws ProblemException {@code unknown-client}
   */
  void requireKnown(FirmId firm, Items items) {
    long known = keys(firm).stream().filter(key -> items.at(key).isPresent()).count();
    if (known < texts.size()) {
      throw new ProblemException(
          ProblemType.UNKNOWN_CLIENT, "One of them is no client of the firm.");
    }
  }
}
