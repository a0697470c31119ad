package clientportal.driver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** After whatever the tests before it have written, the mirror has what the table has. */
@Isolated
final class TableMirrorIT {
  @Test
  void theMirror_equalsTheTable() {
    Office.open();
    Portal.settle();

    Map<TableMirror.Key, Object> scanned = new TreeMap<>();
    Portal.stack()
        .dynamoDbClient()
        .scanPaginator(
            ScanRequest.builder().tableName(Portal.tableName()).consistentRead(true).build())
        .items()
        .forEach(item -> scanned.put(key(item), values(item)));
    assertThat(scanned).isNotEmpty();
    assertThat(TableMirror.of(Portal.stack()).items()).isEqualTo(scanned);
  }

  private static TableMirror.Key key(Map<String, AttributeValue> item) {
    return new TableMirror.Key(
        requireNonNull(item.get("PK")).s(), requireNonNull(item.get("SK")).s());
  }

  private static Map<String, Object> values(Map<String, AttributeValue> attributes) {
    return attributes.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, each -> value(each.getValue()), (one, _) -> one, HashMap::new));
  }

  /** As records of a stream have it. */
  private static Map<String, Object> value(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case BOOL -> Map.of("BOOL", value.bool());
      case SS -> Map.of("SS", value.ss());
      case L -> Map.of("L", value.l().stream().map(TableMirrorIT::value).toList());
      case M -> Map.of("M", values(value.m()));
      case B, NUL, NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("no item has this: " + List.of(value));
    };
  }
}
