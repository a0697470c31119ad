package clientportal.sharing;

import static clientportal.driver.Portal.json;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What tests of shares have in common. */
public final class Shares {
  private Shares() {}

  /** Returns the body of a set; each as {@code recipient access}, or with an end after it. */
  public static ObjectNode of(String... shares) {
    ObjectNode body = json();
    ArrayNode recipients = body.putArray("recipients");
    for (String share : shares) {
      String[] words = share.split(" ", -1);
      ObjectNode each = recipients.addObject().put("recipient", words[0]).put("access", words[1]);
      if (words.length > 2) {
        each.put("expiresAt", words[2]);
      }
    }
    return body;
  }

  public static Answer set(Office office, String itemPath, String... shares) {
    return office.administrator().put(itemPath + "/shares", of(shares));
  }

  /** Returns each recipient as {@code recipient access}, and marks grants of the folder. */
  public static List<String> recipients(Answer answer) {
    List<String> recipients = new ArrayList<>();
    for (JsonNode each : answer.at("recipients")) {
      String via = each.has("via") ? " via " + each.path("via").asText() : "";
      recipients.add(each.path("recipient").asText() + " " + each.path("access").asText() + via);
    }
    return recipients;
  }

  /** Returns what a reader finds in the portal, newest first. */
  public static List<String> shared(Person reader, Office.Client client) {
    return shared(reader, client, false);
  }

  /** Returns what a reader finds in the portal, or in its archive, newest first. */
  public static List<String> shared(Person reader, Office.Client client, boolean archived) {
    List<String> shared = new ArrayList<>();
    String path = client.path() + "/shared?archived=" + archived;
    for (JsonNode each : reader.get(path).is(200).at("items")) {
      shared.add(each.path("kind").asText() + " " + each.path("name").asText());
    }
    return shared;
  }

  public static List<String> texts(JsonNode items, String field) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.path(field).asText()));
    return texts;
  }

  /** Returns what happened to a client, oldest first. */
  public static List<Map<String, AttributeValue>> events(Office.Client client) {
    String partition =
        "FIRM#%s#CLIENT#%s#EVENTS".formatted(client.office().firmId(), client.clientId());
    return Portal.stack()
        .dynamoDbClient()
        .queryPaginator(request ->
            request
                .tableName(Portal.tableName())
                .consistentRead(true)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
        .items()
        .stream()
        .toList();
  }

  /** Returns an attribute that every such item has. */
  static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new AssertionError("no " + name + " in " + item);
    }
    return value;
  }

  public static String text(Map<String, AttributeValue> item, String name) {
    return attribute(item, name).s();
  }
}
