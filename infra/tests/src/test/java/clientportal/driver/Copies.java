package clientportal.driver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Items of the table that are like one that the API made, put there past the API: as many as a test
 * of long lists takes.
 */
public final class Copies {
  /** As many as DynamoDB takes at once. */
  private static final int TOGETHER = 100;

  private final Map<String, AttributeValue> original;

  private Copies(Map<String, AttributeValue> original) {
    this.original = original;
  }

  /** Copies an item that is there. */
  public static Copies of(Map<String, AttributeValue> item) {
    assertThat(item).isNotEmpty();
    return new Copies(Map.copyOf(item));
  }

  /** Puts a copy for each number, with these texts in place of the original's. */
  public void put(IntStream numbers, IntFunction<Map<String, String>> texts) {
    numbers
        .mapToObj(texts)
        .map(this::copy)
        .gather(Gatherers.windowFixed(TOGETHER))
        .forEach(Copies::putAll);
  }

  private TransactWriteItem copy(Map<String, String> texts) {
    Map<String, AttributeValue> copy = new HashMap<>(original);
    texts.forEach((name, text) -> copy.put(name, AttributeValue.fromS(text)));
    return TransactWriteItem.builder()
        .put(put -> put.tableName(Portal.tableName()).item(copy))
        .build();
  }

  private static void putAll(List<TransactWriteItem> copies) {
    Portal.stack()
        .dynamoDbClient()
        .transactWriteItems(transaction -> transaction.transactItems(copies));
  }

  /** Returns what an attribute of the original says. */
  public String text(String attribute) {
    return requireNonNull(original.get(attribute), attribute).s();
  }

  /** Returns where the original's name would be with another id, in the index by name. */
  public String namesSort(String id) {
    return text("namesSort").replaceFirst("[^\\x01]*$", "") + id;
  }

  /**
   * Returns the id that a number makes: the larger number has the later id, and each is older than
   * what the API makes.
   */
  public static String id(int number) {
    return "01arz3ndektsv4rrffq%07d".formatted(number);
  }
}
