package clientportal.exports;

import static clientportal.exports.TestExports.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.requests.ItemAction;
import clientportal.platform.http.Exchange;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class ExportEngagementTest {
  private static final String HASH = "9f".repeat(32);

  private final TestExports exports = new TestExports("Loan");

  @Test
  void export_hasWhatWasAsked_andWhatCameOfIt() {
    ItemId question = exports.ask(wanted("Why?", "In short.", Kind.TEXT, true));
    exports.answer(question, "So.");
    exports.then(question, exports.ada, new ItemAction.Reject(Review.Code.INCOMPLETE, "Say more."));
    exports.answer(question, "Because of the house.");
    exports.then(question, exports.ada, new ItemAction.Accept());
    exports.complete();

    Exchange.Answer answer = exports.json();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", "application/json");
    Map<String, Object> ada = Map.of("name", "Ada Staff", "as", "staff");
    Map<String, Object> carla = Map.of("name", "Carla Client", "as", "client");
    assertThat(answer.body())
        .contains(
            Map.ofEntries(
                Map.entry("exportedAt", "2026-03-01T09:30:00.000Z"),
                Map.entry("firmId", exports.firm.id.value()),
                Map.entry("firmName", "Meyer & Søn"),
                Map.entry("clientId", exports.client.id().value()),
                Map.entry("clientName", "Carla Client"),
                Map.entry("engagementId", exports.path.engagement().value()),
                Map.entry("name", "Loan"),
                Map.entry("status", "completed"),
                Map.entry("dueOn", "2026-03-14"),
                Map.entry("created", Map.of("by", ada, "at", "2026-01-10T08:15:00.000Z")),
                Map.entry("ended", Map.of("by", ada, "at", "2026-01-18T08:15:00.000Z")),
                Map.entry(
                    "items",
                    List.of(
                        Map.ofEntries(
                            Map.entry("itemId", question.value()),
                            Map.entry("name", "Why?"),
                            Map.entry("description", "In short."),
                            Map.entry("kind", "text"),
                            Map.entry("required", true),
                            Map.entry("assignee", "client"),
                            Map.entry("assigneeName", "Carla Client"),
                            Map.entry("dueOn", "2026-02-20"),
                            Map.entry("status", "accepted"),
                            Map.entry("hidden", false),
                            Map.entry("round", 2L),
                            Map.entry("askedAt", "2026-01-11T08:15:00.000Z"),
                            Map.entry(
                                "submitted", Map.of("by", carla, "at", "2026-01-16T08:15:00.000Z")),
                            Map.entry(
                                "answers",
                                List.of(
                                    Map.of(
                                        "by",
                                        carla,
                                        "at",
                                        "2026-01-12T08:15:00.000Z",
                                        "round",
                                        1L,
                                        "answer",
                                        "So."),
                                    Map.of(
                                        "by",
                                        carla,
                                        "at",
                                        "2026-01-15T08:15:00.000Z",
                                        "round",
                                        2L,
                                        "answer",
                                        "Because of the house."))),
                            Map.entry(
                                "reviews",
                                List.of(
                                    Map.of(
                                        "by", ada,
                                        "at", "2026-01-14T08:15:00.000Z",
                                        "round", 1L,
                                        "verdict", "reject",
                                        "code", "incomplete",
                                        "reason", "Say more."),
                                    Map.of(
                                        "by",
                                        ada,
                                        "at",
                                        "2026-01-17T08:15:00.000Z",
                                        "round",
                                        2L,
                                        "verdict",
                                        "accept"))),
                            Map.entry("files", List.of()))))));
  }

  @Test
  void files_haveTheirRoundHashAndVerdict_archivedOrNot() {
    ItemId item = exports.ask(wanted("Payslips", "All of them.", Kind.DOCUMENT, true));
    DocumentPath first = exports.file(item, "March.pdf", HASH, false);
    exports.then(item, exports.theClient, new ItemAction.Submit());
    exports.then(item, exports.ada, new ItemAction.Reject(Review.Code.UNREADABLE, "Blurred."));
    DocumentPath second = exports.file(item, "March again.pdf", "0a".repeat(32), false);
    exports.then(item, exports.theClient, new ItemAction.Submit());
    exports.then(item, exports.ada, new ItemAction.Accept());
    DocumentPath late = exports.file(item, "Late.pdf", HASH, true);
    exports.archive(first);
    exports.complete();

    assertThat(exports.json().get("items"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .singleElement()
        .extracting(each -> (List<?>) each.get("files"))
        .isEqualTo(
            List.of(
                file(first.document().value(), "March.pdf", HASH, 12, 1, "rejected", false),
                file(
                    second.document().value(),
                    "March again.pdf",
                    "0a".repeat(32),
                    15,
                    2,
                    "accepted",
                    false),
                file(late.document().value(), "Late.pdf", HASH, 18, 2, "none", true)));
  }

  private static Map<String, Object> file(
      String id, String name, String hash, int day, long round, String verdict, boolean late) {
    return Map.of(
        "documentId", id,
        "name", name,
        "size", 48_213L,
        "sha256", hash,
        "uploadedBy", Map.of("name", "Carla Client", "as", "client"),
        "at", "2026-01-%dT08:15:00.000Z".formatted(day),
        "round", round,
        "verdict", verdict,
        "late", late);
  }

  @Test
  void whatDoesNotApply_hasItsReason_andWhoeverWasAskedTheirName() {
    ItemId item =
        exports.draft(
            wanted("Deeds", "Of the house.", Kind.DOCUMENT, false),
            new Recipient.Contact(exports.contact.id()));
    exports.then(item, exports.ada, new ItemAction.Ask());
    exports.then(item, exports.theClient, new ItemAction.MarkNotApplicable("There is no house."));
    exports.then(item, exports.ada, new ItemAction.Accept());
    exports.draft(wanted("Draft", "Never sent.", Kind.TEXT, false), Recipient.CLIENT);
    exports.complete();

    Map<?, ?> only = (Map<?, ?>) ((List<?>) exports.json().get("items")).getFirst();

    assertThat((List<?>) exports.json().get("items")).hasSize(1);
    assertThat(only.get("assigneeName")).isEqualTo("Colin Contact");
    assertThat(only.get("status")).isEqualTo("not-applicable");
    assertThat(only.get("period")).isEqualTo("2025-12");
    assertThat(only.get("notApplicable"))
        .isEqualTo(
            Map.of(
                "by",
                Map.of("name", "Carla Client", "as", "client"),
                "at",
                "2026-01-12T08:15:00.000Z",
                "reason",
                "There is no house.",
                "confirmed",
                true));
  }

  @Test
  void anOpenEngagement_isNotExported() {
    Exchange.Answer answer = exports.json();

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("status-conflict");
    assertThat(answer.get("state")).isEqualTo("open");
    assertThat(answer.get("detail"))
        .isEqualTo("The engagement is open. Complete or cancel it first.");
  }

  @Test
  void aCancelledEngagement_isExported() {
    exports.ask(wanted("Why?", "In short.", Kind.TEXT, true));
    exports.cancel();

    assertThat(exports.json().get("status")).isEqualTo("cancelled");
    assertThat(exports.pdf()).isNotEmpty();
  }

  @Test
  void readersAndStrangers_getNothing() {
    TestExports other = new TestExports("Other");
    exports.ask(wanted("Why?", "In short.", Kind.TEXT, true));
    exports.complete();

    assertThat(exports.export(exports.firm.table, exports.carla, "*/*").status()).isEqualTo(403);
    for (var stranger : List.of(other.staff, other.carla, TestFirm.person())) {
      assertThat(exports.export(exports.firm.table, stranger, "*/*").status()).isEqualTo(404);
    }
    assertThat(
            exports
                .export(
                    exports.firm.table,
                    exports.firm.linkContact(exports.client.path(), exports.contact.id(), true),
                    "*/*")
                .status())
        .isEqualTo(404);
  }

  @Test
  void theCallerChoosesTheFormat() {
    exports.complete();

    Exchange.Answer pdf = exports.export(exports.firm.table, exports.staff, "application/pdf");
    assertThat(pdf.headers())
        .containsEntry("content-type", "application/pdf")
        .containsEntry(
            "content-disposition",
            "attachment; filename=\"" + exports.path.engagement() + ".pdf\"");
    assertThat(exports.export(exports.firm.table, exports.staff, "*/*").headers())
        .containsEntry("content-type", "application/json");
    Exchange.Answer neither = exports.export(exports.firm.table, exports.staff, "text/html");
    assertThat(neither.status()).isEqualTo(406);
    assertThat(neither.problem()).isEqualTo("not-acceptable");
    assertThat(neither.get("detail"))
        .isEqualTo("The answer is offered as application/json or application/pdf.");
  }

  @Test
  void moreFilesThanFit_areRefused() {
    ItemId item = exports.ask(wanted("Receipts", "All.", Kind.DOCUMENT, true));
    for (int i = 0; i < ExportEngagement.MOST_FILES; i++) {
      exports.file(item, "r.pdf", HASH, true);
    }
    exports.complete();

    assertThat(exports.json().status()).isEqualTo(200);
    exports.file(item, "r.pdf", HASH, true);
    Exchange.Answer refused = exports.json();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("limit-reached");
  }

  @Test
  void anEngagementThatEndedBeforeThatWasNoted_isExported() {
    exports.ask(wanted("Why?", "In short.", Kind.TEXT, true));
    exports.completeWithoutNote();

    assertThat(exports.json().has("ended")).isFalse();
    assertThat(exports.pdf()).isNotEmpty();
  }
}
