package clientportal.portals;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Portal;
import clientportal.platform.Ids;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The clients of a portal as a request names them; the body of {@code addPortalClients}.
 *
 * @param texts as they were sent; a text that is no id is an unknown client
 */
record NewClients(List<String> texts) {
  private static final String FIELD = "clientIds";

  NewClients {
    texts = List.copyOf(texts);
  }

  static NewClients read(Input input) {
    Field<NewClients> clients = field(input);
    return input.build(clients::get);
  }

  /** Reads a field of 1 to 20 clients. */
  static Field<NewClients> field(Input input) {
    Set<String> seen = new HashSet<>();
    Field<List<String>> texts =
        input.values(
            FIELD,
            Portal.MOST_CLIENTS,
            json -> {
              String text = Shape.string(json);
              if (!seen.add(text)) {
                throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is named before");
              }
              return text;
            });
    if (!texts.isFaulty() && texts.get().isEmpty()) {
      input.fault(FIELD, Fault.Code.LENGTH, "must have at least one client");
    }
    return texts.map(NewClients::new);
  }

  List<ClientId> ids() {
    return texts.stream().filter(Ids::isId).map(ClientId::new).toList();
  }

  /** Returns the keys of the clients, and of their portals. */
  List<Key> keys(FirmId firm) {
    return ids().stream()
        .map(id -> new ClientPath(firm, id))
        .flatMap(client -> Stream.of(TableKeys.client(client), PortalKeys.of(client)))
        .toList();
  }

  /** Returns a fault for each that is no client of the firm. */
  List<Fault> unknown(FirmId firm, Items items) {
    return IntStream.range(0, texts.size())
        .filter(i -> !isKnown(texts.get(i), firm, items))
        .mapToObj(i -> fault(i, Fault.Code.UNKNOWN, "is no client of the firm"))
        .toList();
  }

  private static boolean isKnown(String text, FirmId firm, Items items) {
    return Ids.isId(text)
        && items.at(TableKeys.client(new ClientPath(firm, new ClientId(text)))).isPresent();
  }

  /** Returns a fault of the client with this place in the list. */
  static Fault fault(int place, Fault.Code code, String detail) {
    return Fault.at("/" + FIELD + "/" + place, code, detail);
  }
}
