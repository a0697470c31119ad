package clientportal.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON values as plain Java: {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code
 * Long}, {@code BigInteger} or {@code BigDecimal} for other numbers, and null.
 */
public final class Json {
  /** How deep a request's body may be nested. */
  public static final int MAX_DEPTH = 20;

  private static final JsonFactory EVENTS = JsonFactory.builder().build();
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(64)
                  .build())
          .build();

  private Json() {}

  /** Reads an event that AWS made. */
  public static @Nullable Object read(InputStream json) throws IOException {
    try (JsonParser parser = EVENTS.createParser(json)) {
      parser.nextToken();
      return value(parser);
    }
  }

  /** Reads text that AWS made or that we wrote. */
  public static @Nullable Object read(String json) {
    try (JsonParser parser = EVENTS.createParser(json)) {
      parser.nextToken();
      return value(parser);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /**
   * Reads what a caller sent: one value, no duplicate keys, at most 20 levels.
   *
   * @throws IOException if it is anything else
   */
  public static @Nullable Object readStrictly(String json) throws IOException {
    try (JsonParser parser = STRICT.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new IOException("empty");
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more than one value");
      }
      return value;
    }
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? parser.getBigIntegerValue()
              : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IOException("unexpected " + token);
    };
  }

  private static BigDecimal decimal(JsonParser parser) throws IOException {
    try {
      return parser.getDecimalValue();
    } catch (NumberFormatException tooLarge) {
      throw new IOException("an exponent that is too large", tooLarge);
    }
  }

  /** Starts an object. */
  public static JsonObject object() {
    return new JsonObject();
  }

  /** Writes a value as text. */
  public static String write(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = EVENTS.createGenerator(text)) {
      write(value, generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Writes a value as UTF-8. */
  public static void write(Object value, OutputStream out) throws IOException {
    try (JsonGenerator generator = EVENTS.createGenerator(out)) {
      write(value, generator);
    }
  }

  private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
    switch (value) {
      case null -> generator.writeNull();
      case JsonObject object -> write(object.members(), generator);
      case Map<?, ?> map -> {
        generator.writeStartObject();
        for (Map.Entry<?, ?> member : map.entrySet()) {
          generator.writeFieldName((String) member.getKey());
          write(member.getValue(), generator);
        }
        generator.writeEndObject();
      }
      case List<?> list -> {
        generator.writeStartArray();
        for (Object element : list) {
          write(element, generator);
        }
        generator.writeEndArray();
      }
      case String text -> generator.writeString(text);
      case Long number -> generator.writeNumber(number);
      case Integer number -> generator.writeNumber(number);
      case Boolean flag -> generator.writeBoolean(flag);
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }
}
