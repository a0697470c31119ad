package clientportal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.contract.PublishedContract;
import clientportal.platform.http.Exchange;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The events of unit tests have the shape of those that the gateway sends. */
@OnScene
final class UnitEventsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Their members differ from call to call. */
  private static final Set<String> OPEN =
      Set.of("claims", "headers", "pathParameters", "queryStringParameters", "stageVariables");

  @Test
  void eachEvent_hasTheMembersOfTheRecordedOne() {
    PublishedContract.read()
        .operations()
        .forEach(operation -> {
          JsonNode recorded = json(Scene.shared().events().event(operation.function()));
          JsonNode made = made(recorded);

          assertThat(members(made)).as(operation.id()).isEqualTo(members(recorded));
          assertThat(claims(made)).as(operation.id()).isSubsetOf(claims(recorded));
        });
  }

  /** Returns the event of a unit test that makes the same call. */
  private static JsonNode made(JsonNode recorded) {
    Exchange exchange =
        Exchange.of(
            recorded.at("/requestContext/http/method").asText(), recorded.path("rawPath").asText());
    if (recorded.at("/requestContext").has("authorizer")) {
      exchange.as(recorded.at("/requestContext/authorizer/jwt/claims/sub").asText());
    }
    recorded
        .path("pathParameters")
        .properties()
        .forEach(each -> exchange.path(each.getKey(), each.getValue().asText()));
    recorded
        .path("queryStringParameters")
        .properties()
        .forEach(each -> exchange.query(each.getKey(), each.getValue().asText()));
    if (recorded.has("body")) {
      exchange.json(recorded.path("body").asText());
    }
    AtomicReference<String> event = new AtomicReference<>("");
    exchange.send((in, out, _) -> {
      event.set(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      out.write("{}".getBytes(StandardCharsets.UTF_8));
    });
    return json(event.get());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Set<String> claims(JsonNode event) {
    Set<String> claims = new TreeSet<>();
    event.at("/requestContext/authorizer/jwt/claims").fieldNames().forEachRemaining(claims::add);
    return claims;
  }

  private static Set<String> members(JsonNode event) {
    Set<String> members = new TreeSet<>();
    addMembers(event, "", members);
    return members;
  }

  private static void addMembers(JsonNode node, String at, Set<String> members) {
    node.properties()
        .forEach(member -> {
          members.add(at + "/" + member.getKey());
          if (!OPEN.contains(member.getKey())) {
            addMembers(member.getValue(), at + "/" + member.getKey(), members);
          }
        });
  }
}
