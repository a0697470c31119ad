package clientportal.platform;

import clientportal.local.functions.AwsCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Capacity units of the table, counted from the bytes of items as AWS does: DynamoDB Local reports
 * others.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">capacity
 *     units</a>
 */
final class Units {
  private Units() {}

  static double read(AwsCall call) {
    return switch (call.request()) {
      case BatchGetItemRequest request ->
          batch(request, (BatchGetItemResponse) call.response().orElseThrow());
      case QueryRequest request -> {
        QueryResponse response = (QueryResponse) call.response().orElseThrow();
        double blocks =
            Math.max(1, Math.ceil(response.items().stream().mapToInt(Units::bytes).sum() / 4096.0));
        yield Boolean.TRUE.equals(request.consistentRead()) ? blocks : blocks / 2;
      }
      case TransactGetItemsRequest _ ->
          2
              * ((TransactGetItemsResponse) call.response().orElseThrow())
                  .responses().stream()
                      .mapToDouble(part -> Math.max(1, Math.ceil(bytes(part.item()) / 4096.0)))
                      .sum();
      default -> 0;
    };
  }

  /** Each key is rounded up to 4 KB, one that is not there to one unit. */
  private static double batch(BatchGetItemRequest request, BatchGetItemResponse response) {
    int keys = request.requestItems().values().stream().mapToInt(each -> each.keys().size()).sum();
    List<Map<String, AttributeValue>> items =
        response.responses().values().stream().flatMap(List::stream).toList();
    double found = items.stream().mapToDouble(item -> Math.ceil(bytes(item) / 4096.0)).sum();
    return found + keys - items.size();
  }

  static double written(AwsCall call) {
    return switch (call.request()) {
      case PutItemRequest request -> kilobytes(request.item());
      case TransactWriteItemsRequest request ->
          2 * request.transactItems().stream().mapToDouble(Units::part).sum();
      default ->
          call.response().orElse(null) instanceof UpdateItemResponse updated
              ? kilobytes(updated.attributes())
              : 0;
    };
  }

  /** Items that a transaction updates or deletes have at most 1 KB in these tests. */
  private static double part(TransactWriteItem item) {
    return item.put() == null ? 1 : kilobytes(item.put().item());
  }

  private static double kilobytes(Map<String, AttributeValue> item) {
    return Math.ceil(bytes(item) / 1024.0);
  }

  static int bytes(Map<String, AttributeValue> attributes) {
    return attributes.entrySet().stream()
        .mapToInt(attribute -> utf8(attribute.getKey()) + bytes(attribute.getValue()))
        .sum();
  }

  private static int bytes(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> (value.n().length() + 1) / 2 + 1;
      case BOOL, NUL -> 1;
      case L -> 3 + value.l().stream().mapToInt(each -> 1 + bytes(each)).sum();
      case M -> 3 + bytes(value.m()) + value.m().size();
      default -> throw new IllegalArgumentException("no size of " + value.type());
    };
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
