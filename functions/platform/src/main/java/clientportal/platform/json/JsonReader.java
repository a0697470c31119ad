package clientportal.platform.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read member by member. A member of another type counts as missing; an
 * object that is missing reads as an empty one, so that the exception for one of its members names
 * the whole path to it.
 *
 * @param path where the object is in what was read; empty at its root
 */
public record JsonReader(String path, Map<?, ?> members) {

  /** Reads what AWS made or we wrote; anything but an object reads as an empty one. */
  public static JsonReader of(@Nullable Object json) {
    return at("", json);
  }

  /** Reads an event that AWS made; anything but an object reads as an empty one. */
  public static JsonReader read(InputStream json) throws IOException {
    return of(Json.read(json));
  }

  /**
   * Reads text that must be an object.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static JsonReader read(String json) {
    if (!(Json.read(json) instanceof Map<?, ?> members)) {
      throw new IllegalArgumentException("JSON that is not an object");
    }
    return of(members);
  }

  private static JsonReader at(String path, @Nullable Object json) {
    return new JsonReader(path, json instanceof Map<?, ?> members ? members : Map.of());
  }

  public boolean has(String name) {
    return members.get(name) != null;
  }

  /**
   * Returns a text.
   *
   * @throws IllegalArgumentException naming it if it is missing
   */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  public Optional<String> optionalText(String name) {
    return optional(name, String.class);
  }

  /**
   * Returns a whole number.
   *
   * @throws IllegalArgumentException naming it if it is missing
   */
  public long number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  public Optional<Long> optionalNumber(String name) {
    return optional(name, Long.class);
  }

  /** Returns a flag; one that is missing is false. */
  public boolean flag(String name) {
    return optional(name, Boolean.class).orElse(false);
  }

  /** Returns an object; one that is missing is empty. */
  public JsonReader object(String name) {
    return at(path(name), members.get(name));
  }

  /** Returns the texts of a list; one that is missing is empty. */
  public List<String> texts(String name) {
    return list(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /** Returns the objects of a list; one that is missing is empty. */
  public List<JsonReader> objects(String name) {
    List<?> list = list(name);
    return IntStream.range(0, list.size())
        .mapToObj(i -> at(path(name) + "/" + i, list.get(i)))
        .toList();
  }

  private List<?> list(String name) {
    return members.get(name) instanceof List<?> list ? list : List.of();
  }

  private <T> Optional<T> optional(String name, Class<T> type) {
    Object value = members.get(name);
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  private String path(String name) {
    return path + "/" + name;
  }

  private IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("JSON without " + path(name));
  }
}
