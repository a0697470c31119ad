package clientportal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.contract.PublishedContract.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What belongs together in each operation: what it takes, the answers that follow from that, and
 * the headers that tell a caller how to go on. That answers have these headers is verified with
 * each call of each integration test.
 */
final class ContractRulesTest {
  private static final Map<Integer, String> HEADERS =
      new TreeMap<>(
          Map.of(
              201, "location",
              401, "www-authenticate",
              429, "retry-after",
              503, "retry-after"));

  private static List<String> faults(PublishedContract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      Faults of = new Faults(operation, faults);
      Set<String> takes = operation.parameters();
      boolean hasBody = operation.node().has("requestBody");

      HEADERS.forEach((status, header) ->
          of.unless(
              !of.answers(status) || operation.headers(status).contains(header),
              status + " without " + header));
      List.of(429, 500, 503).forEach(status -> of.unless(of.answers(status), "no " + status));
      of.together(!operation.isPublic(), "is protected", of.answers(401), "answers 401");
      of.together(!operation.isPublic(), "is protected", of.answers(403), "answers 403");
      of.together(takes.contains("If-Match"), "takes If-Match", of.answers(412), "answers 412");
      of.together(
          takes.contains("Idempotency-Key"),
          "takes Idempotency-Key",
          of.hasExample(422, "idempotency-key-reused"),
          "answers 422 idempotency-key-reused");
      of.unless(
          !of.answers(201) || takes.contains("Idempotency-Key"), "creates without Idempotency-Key");
      of.unless(
          !takes.contains("Idempotency-Key") || operation.method().equals("POST"),
          "takes Idempotency-Key, and is no POST");
      of.together(hasBody, "has a body", of.answers(413), "answers 413");
      of.together(hasBody, "has a body", of.answers(415), "answers 415");
      of.unless(!hasBody || of.answers(400), "a body without 400");
      of.unless(!takes.contains("cursor") || of.answers(400), "a cursor without 400");
      of.together(takes.contains("limit"), "takes limit", takes.contains("cursor"), "takes cursor");
      if (takes.contains("If-Match")) {
        // A preview leaves what it is based on as it is.
        of.unless(
            !of.answers(200)
                || operation.id().startsWith("preview")
                || operation.headers(200).contains("etag"),
            "takes If-Match and answers without etag");
        of.unless(
            hasReadableETag(contract, operation), "takes If-Match, and nobody reads the etag");
      }
    }
    contract.document().at("/components/headers").properties().stream()
        .filter(header -> Set.of("ETag", "Location").contains(header.getKey()))
        .filter(header -> !header.getValue().path("required").asBoolean())
        .forEach(header -> faults.add(header.getKey() + " is not required"));
    return faults;
  }

  /** The tag is read where it is sent to, or on what that is a part of. */
  private static boolean hasReadableETag(PublishedContract contract, Operation operation) {
    String path = operation.path();
    String parent = path.substring(0, path.lastIndexOf('/'));
    return contract.operations().stream()
        .filter(other -> other.method().equals("GET"))
        .filter(other -> other.path().equals(path) || other.path().equals(parent))
        .anyMatch(other -> other.headers(200).contains("etag"));
  }

  private record Faults(Operation operation, List<String> faults) {
    boolean answers(int status) {
      return operation.node().path("responses").has(Integer.toString(status));
    }

    boolean hasExample(int status, String name) {
      return operation.response(status).at("/content/application~1problem+json/examples").has(name);
    }

    void unless(boolean good, String fault) {
      if (!good) {
        faults.add(operation.id() + ": " + fault);
      }
    }

    void together(boolean one, String first, boolean other, String second) {
      unless(one == other, "either both or none: " + first + ", " + second);
    }
  }

  @Test
  void everyOperation_keepsTheRules() {
    PublishedContract contract = PublishedContract.read();

    assertThat(contract.operations()).hasSizeGreaterThanOrEqualTo(58);
    assertThat(faults(contract)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /components/responses/TooManyRequests/headers           | Retry-After | getMe: 429 without retry-after
          /components/responses/TryAgain/headers                  | Retry-After | getMe: 503 without retry-after
          /components/responses/Unauthorized/headers              | WWW-Authenticate | getMe: 401 without www-authenticate
          /components/headers/ETag                                | required | ETag is not required
          /components/headers/Location                            | required | Location is not required
          /paths/~1v1~1firms/post/responses/201/headers           | Location | createFirm: 201 without location
          /paths/~1v1~1firms/post/responses                       | 413 | createFirm: either both or none: has a body, answers 413
          /paths/~1v1~1firms/post/responses                       | 415 | createFirm: either both or none: has a body, answers 415
          /paths/~1v1~1firms/post/responses                       | 400 | createFirm: a body without 400
          /paths/~1v1~1firms/post/responses                       | 422 | createFirm: either both or none: takes Idempotency-Key, answers 422 idempotency-key-reused
          /paths/~1v1~1firms/post                                 | parameters | createFirm: creates without Idempotency-Key
          /paths/~1v1~1firms/post/responses                       | 401 | createFirm: either both or none: is protected, answers 401
          /paths/~1v1~1firms/post/responses                       | 403 | createFirm: either both or none: is protected, answers 403
          /paths/~1v1~1firms/post/responses                       | 429 | createFirm: no 429
          /paths/~1v1~1firms/post/responses                       | 500 | createFirm: no 500
          /paths/~1v1~1firms/post/responses                       | 503 | createFirm: no 503
          /paths/~1v1~1firms~1{firmId}~1staff~1{staffId}/patch/responses            | 412 | updateStaff: either both or none: takes If-Match, answers 412
          /paths/~1v1~1firms~1{firmId}~1staff~1{staffId}/patch/responses/200/headers | ETag | updateStaff: takes If-Match and answers without etag
          /paths/~1v1~1firms~1{firmId}~1staff~1{staffId}/get/responses/200/headers  | ETag | updateStaff: takes If-Match, and nobody reads the etag
          /paths/~1v1~1firms~1{firmId}~1staff/get/responses       | 400 | listStaff: a cursor without 400
          """)
  void whatIsMissing_isFound(String place, String name, String fault) {
    PublishedContract contract = PublishedContract.read();
    JsonNode parent = contract.document().at(place);
    assertThat(parent.has(name)).as("%s in %s", name, place).isTrue();
    ((ObjectNode) parent).remove(name);

    assertThat(faults(PublishedContract.of(contract.document()))).contains(fault);
  }
}
