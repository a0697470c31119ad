package clientportal.platform.table;

import clientportal.platform.Timestamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of an item, or of a map within one, by name. A value is a {@code String}, {@code
 * Long}, {@code Boolean}, {@code List} or {@code Map} of these; what is absent has no entry. A
 * getter of a required attribute throws {@link IllegalStateException} with the name of a missing
 * one.
 */
public record Fields(Map<String, Object> values) {

  /** Copies the values, in their order. */
  public Fields {
    values = Map.copyOf(values);
  }

  /** Starts a set of attributes. */
  public static Builder of() {
    return new Builder();
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public String text(String name) {
    return (String) require(name);
  }

  public Optional<String> optionalText(String name) {
    return Optional.ofNullable((String) values.get(name));
  }

  public long number(String name) {
    return (Long) require(name);
  }

  /** Returns the number, or {@code absent} where there is none. */
  public long number(String name, long absent) {
    return values.get(name) instanceof Long number ? number : absent;
  }

  /** Returns the flag; one that is absent is false. */
  public boolean flag(String name) {
    return values.get(name) instanceof Boolean flag && flag;
  }

  public Instant instant(String name) {
    return Instant.parse(text(name));
  }

  public Optional<Instant> optionalInstant(String name) {
    return optionalText(name).map(Instant::parse);
  }

  /** Returns the list of texts; one that is absent is empty. */
  public List<String> texts(String name) {
    return list(name).stream().map(String.class::cast).toList();
  }

  /** Returns the list of maps; one that is absent is empty. */
  public List<Fields> maps(String name) {
    return list(name).stream().map(Fields::map).toList();
  }

  public Fields map(String name) {
    return map(require(name));
  }

  public Optional<Fields> optionalMap(String name) {
    return Optional.ofNullable(values.get(name)).map(Fields::map);
  }

  private List<?> list(String name) {
    return values.get(name) instanceof List<?> list ? list : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Fields map(Object value) {
    return new Fields((Map<String, Object>) value);
  }

  private Object require(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("an item without its attribute " + name);
    }
    return value;
  }

  /** Collects attributes; what is empty is left out. */
  public static final class Builder {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Builder() {}

    public Builder with(String name, String value) {
      values.put(name, value);
      return this;
    }

    public Builder with(String name, long value) {
      values.put(name, value);
      return this;
    }

    public Builder with(String name, boolean value) {
      values.put(name, value);
      return this;
    }

    public Builder with(String name, Instant value) {
      return with(name, Timestamps.text(value));
    }

    public Builder with(String name, Fields value) {
      values.put(name, value.values());
      return this;
    }

    public Builder with(String name, Optional<?> value) {
      value.ifPresent(present -> {
        switch (present) {
          case String text -> with(name, text);
          case Instant instant -> with(name, instant);
          case Long number -> with(name, (long) number);
          case Boolean flag -> with(name, (boolean) flag);
          case Fields fields -> with(name, fields);
          default -> throw new IllegalArgumentException("no attribute type for " + name);
        }
      });
      return this;
    }

    public Builder withTexts(String name, List<String> value) {
      values.put(name, List.copyOf(value));
      return this;
    }

    public Builder withMaps(String name, List<Fields> value) {
      values.put(name, value.stream().map(Fields::values).toList());
      return this;
    }

    public Builder withAll(Fields fields) {
      values.putAll(fields.values());
      return this;
    }

    public Fields build() {
      return new Fields(values);
    }

    /** Returns the item at a key that has these attributes. */
    public Item at(Key key) {
      return new Item(key, build());
    }
  }
}
