package clientportal.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Write;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PagingTest {
  private final InMemoryTable table = new InMemoryTable();
  private final RequestStreamHandler list =
      Endpoint.of(request -> {
        Paging paging = request.paging().filteredBy(request.query("name").orElse(""));
        Page page = table.page(paging.apply(Query.of(Query.Index.TABLE, "P")));
        List<JsonObject> items =
            page.items().stream().map(item -> Json.object().with("id", item.key().sk())).toList();
        return Response.ok(paging.answer(items, page));
      });

  PagingTest() {
    for (int i = 100; i < 130; i++) {
      table.write(List.of(Write.create(Fields.of().at(new Key("P", "item-" + i)))));
    }
  }

  private Exchange get(String path, String caller) {
    return Exchange.of("GET", path).as(caller);
  }

  @Test
  void pages_followEachOther_untilThereIsNoCursor() {
    Exchange.Answer first = get("/v1/items", "p").send(list);
    Exchange.Answer second =
        get("/v1/items", "p").query("cursor", (String) first.get("nextCursor")).send(list);

    assertThat((List<?>) first.get("items")).hasSize(25);
    List<Object> all = new ArrayList<>((List<?>) first.get("items"));
    all.addAll((List<?>) second.get("items"));
    assertThat(all).hasSize(30).doesNotHaveDuplicates();
    assertThat(second.has("nextCursor")).isFalse();
  }

  @Test
  void aCursor_isBoundToTheCallerAndTheQuery_notToTheLimit() {
    String cursor =
        (String)
            get("/v1/items", "p")
                .query("name", "x")
                .query("limit", "2")
                .send(list)
                .get("nextCursor");

    assertThat(
            get("/v1/items", "p")
                .query("name", "x")
                .query("limit", "3")
                .query("cursor", cursor)
                .send(list)
                .status())
        .isEqualTo(200);
    for (Exchange other :
        List.of(
            get("/v1/items", "q").query("name", "x"),
            get("/v1/others", "p").query("name", "x"),
            get("/v1/items", "p").query("name", "y"),
            get("/v1/items", "p"))) {
      Exchange.Answer refused = other.query("cursor", cursor).send(list);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.get("errors").toString()).contains("parameter=cursor", "code=format");
    }
  }

  @Test
  void whatHasNoEffectOnAList_hasNoneOnItsCursor() {
    String cursor = (String) get("/v1/items", "p").query("_", "1").send(list).get("nextCursor");
    Exchange again =
        get("/v1/items", "p")
            .query("_", "1700000000001")
            .query("limit", "25")
            .query("name", "")
            .query("utm_source", "mail")
            .query("cursor", cursor);

    assertThat((List<?>) again.send(list).get("items")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "1,2", "", "99999999999"})
  void aBadLimit_isAFault_togetherWithABadCursor(String limit) {
    Exchange.Answer answer =
        get("/v1/items", "p").query("limit", limit).query("cursor", "n\u00f6").send(list);

    assertThat(answer.get("errors").toString()).contains("parameter=limit", "parameter=cursor");
  }

  /** The name of the list is no secret, so anybody can write any position before it. */
  @Test
  void aPositionOutsideOfTheQuery_isAFault_andOneInsideContinuesThere() {
    String cursor = (String) get("/v1/items", "p").send(list).get("nextCursor");
    String name = decoded(cursor).split("\n", -1)[3];
    for (String position :
        List.of(
            "Q\nitem-110\nitem-110",
            "P\nitem-110\nitem-111",
            "P\n\uDBFF\uDFFF\n\uDBFF\uDFFF",
            "P\n" + "x".repeat(1001) + "\n" + "x".repeat(1001),
            "P\n\n",
            "P\nitem-110")) {
      Exchange.Answer refused =
          get("/v1/items", "p").query("cursor", encoded(position + "\n" + name)).send(list);
      assertThat(refused.status()).as(position).isEqualTo(400);
      assertThat(refused.get("errors").toString()).contains("parameter=cursor", "code=format");
    }
    assertThat(
            (List<?>)
                get("/v1/items", "p")
                    .query("cursor", encoded("P\nitem-120\nitem-120\n" + name))
                    .send(list)
                    .get("items"))
        .hasSize(9);
  }

  private static String decoded(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
