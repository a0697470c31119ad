package clientportal.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Key;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every builder of {@link TableKeys} and {@link RequestKeys}, found by reflection: another value
 * anywhere in its arguments gives another key, so that nothing of one firm, client or person stands
 * where another's does.
 */
final class KeyBuildersTest {
  /** What a key leaves out, since an id in it is unique without it. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "feedSort(Instant, ItemPath) ignores 1.client.firm",
          "feedSort(Instant, ItemPath) ignores 1.client.client",
          "feedSort(Instant, ItemPath) ignores 1.folder.client.firm",
          "feedSort(Instant, ItemPath) ignores 1.folder.client.client",
          "feedSort(Instant, ItemPath) ignores 1.folder.folder",
          "pendingUpload(PersonId, DocumentPath, int) ignores 1.folder.client.firm",
          "pendingUpload(PersonId, DocumentPath, int) ignores 1.folder.client.client",
          "pendingUpload(PersonId, DocumentPath, int) ignores 1.folder.folder",
          "pendingUpload(ClientPath, DocumentPath, int) ignores 1.folder.client.firm",
          "pendingUpload(ClientPath, DocumentPath, int) ignores 1.folder.client.client",
          "pendingUpload(ClientPath, DocumentPath, int) ignores 1.folder.folder",
          "lastReminder(ClientPath, Party) ignores 0.client beside Contact",
          "lastReminder(ClientPath, Party) ignores 0.client beside Member",
          "notified(Holder) ignores 0.client.client beside Contact",
          "notified(Holder, EventId) ignores 0.client.client beside Contact",
          "notifiedIn(Holder, Key, EventId) ignores 0.client.client beside Contact",
          "notifiedIn(Holder, Key, EventId) ignores 1.pk",
          "notifiedIn(Holder, Key, EventId) ignores 1.pk beside Client",
          "notifiedIn(Holder, Key, EventId) ignores 1.pk beside Contact",
          "assigned(ClientPath, Party, boolean) ignores 0.client beside Contact",
          "assigned(ClientPath, Party, boolean) ignores 0.client beside Member",
          "digests(Holder) ignores 0.client.client beside Contact",
          "digest(Holder, long) ignores 0.client.client beside Contact",
          "recentDigests(Holder) ignores 0.client.client beside Contact");

  /** A value that differs from another in one place. */
  private record Variation(String place, Object value) {}

  @Test
  void everyArgument_makesADifference() throws ReflectiveOperationException {
    Set<String> ignored = new TreeSet<>();
    for (Method builder : builders().toList()) {
      Type[] types = builder.getGenericParameterTypes();
      for (List<Object> base : combinations(List.of(types))) {
        Object key = builder.invoke(null, base.toArray());
        for (int i = 0; i < types.length; i++) {
          for (Variation variation : variations(types[i], base.get(i))) {
            List<Object> varied = new ArrayList<>(base);
            varied.set(i, variation.value());
            if (builder.invoke(null, varied.toArray()).equals(key)) {
              ignored.add(
                  "%s ignores %d%s%s".formatted(name(builder), i, variation.place(), kinds(base)));
            }
          }
        }
      }
    }
    assertThat(ignored).isEqualTo(new TreeSet<>(LEFT_OUT));
  }

  @Test
  void twoBuilders_neverGiveTheSameKey() throws ReflectiveOperationException {
    Map<Object, Set<String>> builders = new HashMap<>();
    for (Method builder : builders().filter(each -> each.getReturnType() == Key.class).toList()) {
      for (List<Object> base : combinations(List.of(builder.getGenericParameterTypes()))) {
        builders
            .computeIfAbsent(builder.invoke(null, base.toArray()), _ -> new TreeSet<>())
            .add(name(builder));
      }
    }

    assertThat(builders).hasSizeGreaterThan(50);
    assertThat(builders.values())
        .filteredOn(names -> names.size() > 1)
        .containsExactlyInAnyOrder(
            // The item of an account's holder is that staff member, client, contact or member.
            Set.of("holder(Holder)", "staff(FirmId, StaffId)"),
            Set.of("holder(Holder)", "client(ClientPath)"),
            Set.of("holder(Holder)", "contact(ClientPath, ContactId)"),
            Set.of("holder(Holder)", "member(FirmId, MemberId)"),
            // Until it is available, a document is the upload of its first version.
            Set.of("declaration(DocumentPath)", "upload(FolderPath, DocumentId, int)"));
  }

  private static Stream<Method> builders() {
    return Stream.of(TableKeys.class, RequestKeys.class, PortalKeys.class)
        .flatMap(keys -> Arrays.stream(keys.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getParameterCount() > 0)
        .filter(method -> Set.of(Key.class, String.class).contains(method.getReturnType()))
        // The others read a key, or spread work over shards.
        .filter(method -> !Arrays.equals(method.getParameterTypes(), new Class<?>[] {Key.class}))
        .filter(method -> !method.getName().equals("shard"));
  }

  private static String name(Method builder) {
    List<String> types =
        Arrays.stream(builder.getParameterTypes()).map(Class::getSimpleName).toList();
    return builder.getName() + "(" + String.join(", ", types) + ")";
  }

  /** Says which of several kinds a value is, where a key depends on it. */
  private static String kinds(List<Object> arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Recipient.Party party) {
        return " beside " + party.getClass().getSimpleName();
      }
      if (argument instanceof Holder.Party party) {
        return " beside " + party.party().getClass().getSimpleName();
      }
      if (argument instanceof Optional<?> optional && optional.isPresent()) {
        return " beside " + optional.get().getClass().getSimpleName();
      }
    }
    return "";
  }

  /** Returns every combination of the values of several types. */
  private static List<List<Object>> combinations(List<Type> types) {
    if (types.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Object>> combinations = new ArrayList<>();
    for (Object first : kindsOf(types.getFirst())) {
      for (List<Object> rest : combinations(types.subList(1, types.size()))) {
        combinations.add(Stream.concat(Stream.of(first), rest.stream()).toList());
      }
    }
    return combinations;
  }

  /** Returns one value of each kind that a type has. */
  private static List<Object> kindsOf(Type type) {
    if (type instanceof ParameterizedType optional) {
      return Stream.concat(
              kindsOf(content(optional)).stream().map(Optional::of), Stream.of(Optional.empty()))
          .<Object>map(value -> value)
          .toList();
    }
    Class<?> known = (Class<?>) type;
    if (known.isSealed()) {
      return Arrays.stream(known.getPermittedSubclasses())
          .flatMap(kind -> kindsOf(kind).stream())
          .toList();
    }
    if (known.isRecord() && !isId(known)) {
      return combinations(components(known)).stream().map(values -> create(known, values)).toList();
    }
    return List.of(values(known).getFirst());
  }

  /** Returns values that each differ from a value in one place. */
  private static List<Variation> variations(Type type, Object value) {
    List<Variation> variations = new ArrayList<>();
    if (type instanceof ParameterizedType optional) {
      if (value instanceof Optional<?> present && present.isPresent()) {
        for (Variation inner : variations(content(optional), present.get())) {
          variations.add(new Variation(inner.place(), Optional.of(inner.value())));
        }
        variations.add(new Variation("", Optional.empty()));
      }
      return variations;
    }
    Class<?> kind = value.getClass();
    if (((Class<?>) type).isSealed()) {
      kindsOf(type).stream()
          .filter(other -> other.getClass() != kind)
          .forEach(other -> variations.add(new Variation("", other)));
    }
    if (kind.isRecord() && !isId(kind)) {
      variations.addAll(variationsOfComponents(value));
    } else {
      List<Object> values = values(kind);
      values.subList(1, values.size()).forEach(other -> variations.add(new Variation("", other)));
    }
    return variations;
  }

  private static List<Variation> variationsOfComponents(Object value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    List<Object> values = Arrays.stream(components).map(each -> read(each, value)).toList();
    List<Variation> variations = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      for (Variation inner : variations(components[i].getGenericType(), values.get(i))) {
        List<Object> varied = new ArrayList<>(values);
        varied.set(i, inner.value());
        variations.add(
            new Variation(
                "." + components[i].getName() + inner.place(), create(value.getClass(), varied)));
      }
    }
    return variations;
  }

  private static Type content(ParameterizedType optional) {
    return optional.getActualTypeArguments()[0];
  }

  private static List<Type> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .<Type>map(RecordComponent::getGenericType)
        .toList();
  }

  /** Ids and addresses are records of one text. */
  private static boolean isId(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getType() == String.class;
  }

  /** Returns values of a simple type, which all differ; the first one is the usual one. */
  private static List<Object> values(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String" -> List.of("one", "two");
      case "int", "Integer" -> List.of(1, 2, 10, 100_001);
      case "long", "Long" -> List.of(1L, 2L, 10L, 100_001L);
      case "boolean", "Boolean" -> List.of(false, true);
      case "Instant" ->
          List.of(Instant.parse("2026-03-01T09:30:00Z"), Instant.parse("2026-03-01T09:30:00.001Z"));
      case "LocalDate" -> List.of(LocalDate.parse("2026-03-14"), LocalDate.parse("2026-03-15"));
      case "EmailAddress" ->
          List.of(new EmailAddress("a@example.test"), new EmailAddress("b@example.test"));
      case "PersonId" ->
          List.of(
              new PersonId("0b5f9d0e-51a1-4c7e-9a53-0c2f6a1d7e01"),
              new PersonId("0b5f9d0e-51a1-4c7e-9a53-0c2f6a1d7e02"));
      default -> List.of(create(type, List.of(id(type, 1))), create(type, List.of(id(type, 2))));
    };
  }

  /** Returns an id that no other type has. */
  private static String id(Class<?> type, int number) {
    String name = type.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[ilou]", "");
    return "01arz3ndektsv" + "0".repeat(12 - name.length()) + name + number;
  }

  private static Object create(Class<?> type, List<Object> values) {
    try {
      return type.getDeclaredConstructors()[0].newInstance(values.toArray());
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }

  private static Object read(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }
}
