package clientportal.platform.aws;

import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts items to DynamoDB's attribute values and back. */
final class AttributeValues {
  private static final String PK = "PK";
  private static final String SK = "SK";

  private AttributeValues() {}

  static Map<String, AttributeValue> key(Key key) {
    return Map.of(PK, AttributeValue.fromS(key.pk()), SK, AttributeValue.fromS(key.sk()));
  }

  static Map<String, AttributeValue> item(Item item) {
    Map<String, AttributeValue> attributes = new HashMap<>(key(item.key()));
    item.fields().values().forEach((name, value) -> attributes.put(name, of(value)));
    return attributes;
  }

  static Item item(Map<String, AttributeValue> attributes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    attributes.forEach((name, value) -> fields.put(name, value(value)));
    Key key = new Key((String) take(fields, PK), (String) take(fields, SK));
    return new Item(key, new Fields(fields));
  }

  private static Object take(Map<String, Object> fields, String name) {
    Object value = fields.remove(name);
    if (value == null) {
      throw new IllegalStateException("an item without " + name);
    }
    return value;
  }

  static AttributeValue of(Object value) {
    return switch (value) {
      case String text -> AttributeValue.fromS(text);
      case Long number -> AttributeValue.fromN(Long.toString(number));
      case Boolean flag -> AttributeValue.fromBool(flag);
      case List<?> list -> AttributeValue.fromL(list.stream().map(AttributeValues::of).toList());
      case Map<?, ?> map -> {
        Map<String, AttributeValue> attributes = new HashMap<>();
        map.forEach((name, entry) -> attributes.put((String) name, of(entry)));
        yield AttributeValue.fromM(attributes);
      }
      default -> throw new IllegalArgumentException("no attribute type for " + value.getClass());
    };
  }

  private static Object value(AttributeValue attribute) {
    return switch (attribute.type()) {
      case S -> attribute.s();
      case N -> Long.valueOf(attribute.n());
      case BOOL -> attribute.bool();
      case L -> attribute.l().stream().map(AttributeValues::value).toList();
      case M -> {
        Map<String, Object> map = new LinkedHashMap<>();
        attribute.m().forEach((name, entry) -> map.put(name, value(entry)));
        yield map;
      }
      default -> throw new IllegalStateException("an attribute of type " + attribute.type());
    };
  }
}
