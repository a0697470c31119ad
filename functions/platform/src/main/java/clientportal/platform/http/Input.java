package clientportal.platform.http;

import clientportal.platform.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a request, read field by field; all faults are collected and reported at once,
 * those of unknown fields too.
 */
public final class Input {
  private final Map<?, ?> members;
  private final String pointer;
  private final List<Fault> faults;
  private final Set<String> known = new LinkedHashSet<>();

  private Input(Map<?, ?> members, String pointer, List<Fault> faults) {
    this.members = members;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** Reads a whole body and adds its faults; empty if it has any. */
  static <T> Optional<T> read(
      @Nullable Object json, Function<Input, T> reader, List<Fault> faults) {
    Field<T> body = object(json, "", reader, faults);
    return body.isFaulty() ? Optional.empty() : Optional.of(body.get());
  }

  /** Reads a required field. */
  public <T> Field<T> required(String name, Shape<T> shape) {
    return required(name, () -> value(name, shape));
  }

  /** Reads a required object. */
  public <T> Field<T> object(String name, Function<Input, T> reader) {
    return required(name, () -> object(members.get(name), at(name), reader, faults));
  }

  /** Reads an object that may be left out, but not be null. */
  public <T> Field<Optional<T>> optionalObject(String name, Function<Input, T> reader) {
    known.add(name);
    if (!members.containsKey(name)) {
      return Field.of(Optional.empty());
    }
    Field<T> value = object(members.get(name), at(name), reader, faults);
    return value.isFaulty() ? Field.faulty() : Field.of(Optional.of(value.get()));
  }

  private <T> Field<T> required(String name, Supplier<Field<T>> value) {
    known.add(name);
    if (!members.containsKey(name)) {
      faults.add(Fault.at(at(name), Fault.Code.REQUIRED, "is required"));
      return Field.faulty();
    }
    return value.get();
  }

  /** Reads a field that may be left out, but not be null. */
  public <T> Field<Optional<T>> optional(String name, Shape<T> shape) {
    known.add(name);
    if (!members.containsKey(name)) {
      return Field.of(Optional.empty());
    }
    Field<T> value = value(name, shape);
    return value.isFaulty() ? Field.faulty() : Field.of(Optional.of(value.get()));
  }

  /** Reads a field of a merge patch: it may be left out, and null removes it. */
  public <T> Field<Change<T>> removable(String name, Shape<T> shape) {
    return change(name, () -> value(name, shape));
  }

  /** Reads an object of a merge patch: it may be left out, and null removes it. */
  public <T> Field<Change<T>> removableObject(String name, Function<Input, T> reader) {
    return change(name, () -> object(members.get(name), at(name), reader, faults));
  }

  /**
   * Reads a list of a merge patch, at most {@code longest}: it may be left out, null removes it.
   */
  public <T> Field<Change<List<T>>> removableValues(String name, int longest, Shape<T> shape) {
    return change(name, () -> values(name, longest, shape));
  }

  private <T> Field<Change<T>> change(String name, Supplier<Field<T>> replacement) {
    known.add(name);
    if (!members.containsKey(name)) {
      return Field.of(new Change.Kept<>());
    }
    if (members.get(name) == null) {
      return Field.of(new Change.Removed<>());
    }
    Field<T> value = replacement.get();
    return value.isFaulty() ? Field.faulty() : Field.of(new Change.Replaced<>(value.get()));
  }

  /** Reads a required list of objects, at most {@code longest}. */
  public <T> Field<List<T>> objects(String name, int longest, Function<Input, T> reader) {
    return elements(name, longest, (element, where) -> object(element, where, reader, faults));
  }

  /** Reads a required list of values, at most {@code longest}. */
  public <T> Field<List<T>> values(String name, int longest, Shape<T> shape) {
    return elements(name, longest, (element, where) -> shaped(element, where, shape));
  }

  private <T> Field<List<T>> elements(
      String name, int longest, BiFunction<Object, String, Field<T>> reader) {
    Field<List<Object>> list = required(name, json -> Shape.list(json, longest));
    if (list.isFaulty()) {
      return Field.faulty();
    }
    List<Field<T>> fields = new ArrayList<>();
    for (Object element : list.get()) {
      fields.add(reader.apply(element, at(name) + "/" + fields.size()));
    }
    return fields.stream().anyMatch(Field::isFaulty)
        ? Field.faulty()
        : Field.of(fields.stream().map(Field::get).toList());
  }

  private static <T> Field<T> object(
      @Nullable Object json, String where, Function<Input, T> reader, List<Fault> faults) {
    if (!(json instanceof Map<?, ?> object)) {
      faults.add(Fault.at(where, Fault.Code.TYPE, "must be an object"));
      return Field.faulty();
    }
    try {
      return Field.of(reader.apply(new Input(object, where, faults)));
    } catch (FaultyException faulty) {
      return Field.faulty();
    }
  }

  private <T> Field<T> value(String name, Shape<T> shape) {
    return shaped(members.get(name), at(name), shape);
  }

  private <T> Field<T> shaped(@Nullable Object json, String where, Shape<T> shape) {
    if (json == null) {
      faults.add(Fault.at(where, Fault.Code.TYPE, "must not be null"));
      return Field.faulty();
    }
    try {
      return Field.of(shape.read(json));
    } catch (Shape.Mismatch mismatch) {
      faults.add(Fault.at(where, mismatch.code(), mismatch.detail()));
      return Field.faulty();
    }
  }

  /** Adds the fault of a field that concerns other fields, too. */
  public void fault(String name, Fault.Code code, String detail) {
    known.add(name);
    faults.add(Fault.at(at(name), code, detail));
  }

  /** Tells whether a field is present, even if it is null. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** Ends the reading and makes the value, if this object has no fault. */
  public <T> T build(Supplier<T> value) {
    for (Object name : members.keySet()) {
      if (!known.contains(name)) {
        faults.add(
            Fault.at(at((String) name), Fault.Code.UNKNOWN, "is not a field of this request"));
      }
    }
    if (faults.stream().anyMatch(fault -> fault.where().startsWith(pointer))) {
      throw new FaultyException();
    }
    return value.get();
  }

  private String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** Ends the reading of an object with faults, which are already collected. */
  private static final class FaultyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FaultyException() {
      super("the input has faults", null, false, false);
    }
  }
}
