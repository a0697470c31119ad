package clientportal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.records.ItemTemplate;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.platform.http.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which items a body may have, and where its faults are. */
final class NewItemsTest {
  private static final String CHOICE =
      "{\"name\": \"Home\", \"kind\": \"choice\", \"choices\": [\"Rented\", \"Owned\"],"
          + " \"ref\": \"home\"}";
  private static final String YES_NO =
      "{\"name\": \"Married?\", \"kind\": \"yes-no\", \"ref\": \"married\"}";

  private final TestChecklists lists = new TestChecklists();

  /** Returns the faults of a checklist with these items. */
  private List<String> faults(String... items) {
    Exchange.Answer answer =
        lists
            .toList("POST", lists.staff)
            .json(TestChecklists.body(items))
            .send(new CreateChecklistHandler(lists.module(lists.table).createChecklist()));
    return answer.status() == 201
        ? List.of()
        : ((List<?>) answer.get("errors"))
            .stream()
                .map(fault ->
                    ((Map<?, ?>) fault).get("pointer") + " " + ((Map<?, ?>) fault).get("code"))
                .toList();
  }

  private static String named(String more) {
    return "{\"name\": \"N\", " + more + "}";
  }

  private static String showIf(String ref, String is) {
    return named("\"showIf\": {\"ref\": \"%s\", \"is\": \"%s\"}".formatted(ref, is));
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    assertThat(
            faults(
                "5",
                "{}",
                "{\"name\": \" \", \"description\": \"\", \"kind\": \"bank-statements\","
                    + " \"months\": 3}",
                "{\"name\": null, \"required\": \"yes\", \"perPeriod\": 1, \"ref\": \"A b\"}",
                named("\"accepts\": [\"pdf\", \"IMAGE/png\", \"image/*\", \"image/*\", \"*/*\"]"),
                named(
                    "\"kind\": \"text\", \"accepts\": [\"image/*\"], \"choices\": [\"A\", \"B\"]"),
                named("\"kind\": \"choice\""),
                named("\"kind\": \"choice\", \"choices\": [\"A\"]"),
                named("\"kind\": \"choice\", \"choices\": [\"A\", \"A\", \"\"]"),
                named("\"showIf\": {\"is\": 5, \"then\": true}")))
        .containsExactlyInAnyOrder(
            "/items/0 type",
            "/items/1/name required",
            "/items/2/name format",
            "/items/2/description length",
            "/items/2/kind enum",
            "/items/2/months unknown",
            "/items/3/name type",
            "/items/3/required type",
            "/items/3/perPeriod type",
            "/items/3/ref format",
            "/items/4/accepts/0 format",
            "/items/4/accepts/1 format",
            "/items/4/accepts/3 duplicate",
            "/items/4/accepts/4 format",
            "/items/5/accepts unknown",
            "/items/5/choices unknown",
            "/items/6/choices required",
            "/items/7/choices length",
            "/items/8/choices/1 duplicate",
            "/items/8/choices/2 length",
            "/items/9/showIf/ref required",
            "/items/9/showIf/is type",
            "/items/9/showIf/then unknown");
  }

  @Test
  void lists_haveTheirLimits() {
    String[] items =
        IntStream.range(0, 81).mapToObj(i -> TestChecklists.item("I" + i)).toArray(String[]::new);

    assertThat(faults()).containsExactly("/items length");
    assertThat(faults(items)).containsExactly("/items length");
    assertThat(faults(List.of(items).subList(0, 80).toArray(String[]::new))).isEmpty();
    assertThat(faults(named("\"accepts\": [%s]".formatted(texts("a/b", 11)))))
        .containsExactly("/items/0/accepts length");
    assertThat(faults(named("\"accepts\": [%s]".formatted(texts("a/b", 10))))).isEmpty();
    assertThat(faults(named("\"kind\": \"choice\", \"choices\": [%s]".formatted(texts("c", 21)))))
        .containsExactly("/items/0/choices length");
    assertThat(faults(named("\"kind\": \"choice\", \"choices\": [%s]".formatted(texts("c", 20)))))
        .isEmpty();
  }

  private static String texts(String prefix, int number) {
    return String.join(
        ", ", IntStream.range(0, number).mapToObj(i -> "\"" + prefix + i + "\"").toList());
  }

  @ParameterizedTest
  @CsvSource({"name, 120, ", "description, 1000, ", "ref, 40, format"})
  void texts_haveTheirLengths(String field, int longest, String code) {
    String other = field.equals("name") ? "" : "\"name\": \"N\", ";
    String body = "{" + other + "\"%s\": \"%s\"}";

    assertThat(faults(body.formatted(field, "x".repeat(longest)))).isEmpty();
    assertThat(faults(body.formatted(field, "x".repeat(longest + 1))))
        .containsExactly("/items/0/" + field + " " + Optional.ofNullable(code).orElse("length"));
  }

  @Test
  void refs_areUnique_andTheFirstIsTheOneThatCounts() {
    assertThat(
            faults(
                CHOICE, named("\"kind\": \"yes-no\", \"ref\": \"home\""), showIf("home", "Owned")))
        .containsExactly("/items/1/ref duplicate");
  }

  @Test
  void conditions_nameAnAnswerOfAnEarlierItem() {
    assertThat(faults(CHOICE, YES_NO, showIf("home", "Owned"), showIf("married", "no"))).isEmpty();
    assertThat(
            faults(
                showIf("married", "yes"),
                named("\"ref\": \"photo\""),
                CHOICE,
                YES_NO,
                showIf("photo", "yes"),
                showIf("home", "Borrowed"),
                showIf("married", "Yes"),
                named(
                    "\"kind\": \"yes-no\", \"ref\": \"own\", \"showIf\": {\"ref\": \"own\", \"is\":"
                        + " \"yes\"}")))
        .containsExactlyInAnyOrder(
            "/items/0/showIf/ref enum",
            "/items/4/showIf/ref enum",
            "/items/5/showIf/is enum",
            "/items/6/showIf/is enum",
            "/items/7/showIf/ref enum");
  }

  @Test
  void conditions_nameNoItemPerPeriod() {
    assertThat(
            faults(
                named("\"kind\": \"yes-no\", \"ref\": \"paid\", \"perPeriod\": true"),
                showIf("paid", "yes")))
        .containsExactly("/items/1/showIf/ref enum");
    assertThat(
            faults(
                YES_NO,
                named("\"perPeriod\": true, \"showIf\": {\"ref\": \"married\", \"is\": \"yes\"}")))
        .isEmpty();
  }

  @Test
  void aFaultOfAnItem_causesNoneInItsConditions() {
    assertThat(
            faults(
                named("\"kind\": \"maybe\", \"ref\": \"one\""),
                named("\"kind\": \"choice\", \"choices\": [5, 6], \"ref\": \"two\""),
                named("\"kind\": \"yes-no\", \"perPeriod\": 5, \"ref\": \"three\""),
                showIf("one", "x"),
                showIf("two", "y"),
                showIf("three", "no")))
        .containsExactlyInAnyOrder(
            "/items/0/kind enum",
            "/items/1/choices/0 type",
            "/items/1/choices/1 type",
            "/items/2/perPeriod type");
  }

  @ParameterizedTest
  @EnumSource
  void items_comeBackFromTheTableAsTheyWere(Kind kind) {
    for (Optional<String> text : List.of(Optional.of("text"), Optional.<String>empty())) {
      ItemTemplate item =
          new ItemTemplate(
              "Name",
              text,
              kind,
              text.isPresent(),
              List.of("image/*"),
              List.of("A", "B"),
              text.isEmpty(),
              text,
              text.map(ref -> new ItemTemplate.ShowIf(ref, "A")));

      assertThat(ItemTemplate.fromFields(item.toFields())).isEqualTo(item);
    }
  }
}
