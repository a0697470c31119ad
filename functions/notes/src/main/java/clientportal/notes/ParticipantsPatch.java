package clientportal.notes;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.List;

/** The body of {@code changeParticipants}. */
record ParticipantsPatch(ClientIds add, ClientIds remove) {

  static ParticipantsPatch read(Input input) {
    Shape<String> distinct = ClientIds.distinct();
    Field<List<String>> add = clients(input, "add", distinct);
    Field<List<String>> remove = clients(input, "remove", distinct);
    if (!add.isFaulty()
        && !remove.isFaulty()
        && add.get().size() + remove.get().size() > ClientIds.MOST) {
      input.fault(
          "remove",
          Fault.Code.LENGTH,
          "must have at most " + ClientIds.MOST + " clients with those who are added");
    }
    return input.build(
        () -> new ParticipantsPatch(new ClientIds(add.get()), new ClientIds(remove.get())));
  }

  private static Field<List<String>> clients(Input input, String name, Shape<String> shape) {
    return input.has(name) ? input.values(name, ClientIds.MOST, shape) : Field.of(List.of());
  }
}
