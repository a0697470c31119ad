package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventSamples;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.Reminders;
import clientportal.access.records.RequestItem.Answer;
import clientportal.access.records.RequestItem.LastTime;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.records.RequestItem.ShowIf;
import clientportal.access.records.RequestItem.Wanted;
import clientportal.access.requests.TestItems;
import clientportal.platform.table.Condition;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is stored of engagements and their items is read back. */
final class RequestItemTest {
  private static final By BY = new By(EventSamples.ADA, EventSamples.AT);

  private static final RequestItem FULL =
      new RequestItem(
          TestItems.PATH.item(TestItems.id(1)),
          new Wanted(
              "Lohnsteuerbescheinigung – Größe",
              Optional.of("All pages."),
              ItemTemplate.Kind.CHOICE,
              true,
              List.of("application/pdf", "image/*"),
              List.of("a", "b"),
              Optional.of("2026-01"),
              Optional.of(new ShowIf(TestItems.id(0), "yes"))),
          TestItems.CONTACT,
          Optional.of(LocalDate.parse("2026-03-14")),
          1_500_000,
          new ItemState(
              ItemStatus.CANCELLED,
              3,
              true,
              Optional.of(EventSamples.AT),
              Optional.of(EventSamples.AT),
              Optional.of(BY),
              Optional.of(new ItemState.NotApplicable("There is none.", BY, true)),
              Optional.of(ItemStatus.SUBMITTED)),
          List.of(new Answer(1, "a", BY), new Answer(2, "b", BY)),
          List.of(
              new Review(
                  1,
                  Review.Verdict.REJECT,
                  Optional.of(Review.Code.WRONG_PERIOD),
                  Optional.of("It is of 2024."),
                  BY),
              new Review(2, Review.Verdict.ACCEPT, Optional.empty(), Optional.empty(), BY)),
          Optional.of(
              new LastTime(
                  TestItems.id(9), ItemStatus.NOT_APPLICABLE, Optional.of("There was none."))),
          7);

  @Test
  void anItem_isReadBack() {
    RequestItem draft = TestItems.draft(0, ItemTemplate.Kind.YES_NO);

    assertThat(RequestItem.fromItem(FULL.toItem())).isEqualTo(FULL);
    assertThat(RequestItem.fromItem(draft.toItem())).isEqualTo(draft);
  }

  @Test
  void everyName_isReadBack() {
    assertThat(ItemStatus.values())
        .allSatisfy(each -> assertThat(ItemStatus.of(each.text())).isEqualTo(each))
        .extracting(ItemStatus::text)
        .containsExactly("draft", "open", "submitted", "not-applicable", "accepted", "cancelled");
    assertThat(EngagementStatus.values())
        .allSatisfy(each -> assertThat(EngagementStatus.of(each.text())).isEqualTo(each))
        .extracting(EngagementStatus::text)
        .containsExactly("open", "completed", "cancelled");
    assertThat(Review.Code.values())
        .allSatisfy(each -> assertThat(Review.Code.parse(each.text())).contains(each));
    assertThat(Review.Code.parse("unknown")).isEmpty();
    assertThat(Review.Verdict.values())
        .extracting(Review.Verdict::text)
        .containsExactly("accept", "accept-in-part", "reject", "reopen");
  }

  @Test
  void grants_areThoseOfTheAssignee_onceItIsAsked() {
    RequestItem draft = TestItems.draft(0, ItemTemplate.Kind.DOCUMENT);
    RequestItem asked = draft.with(draft.state().asked(EventSamples.AT));

    assertThat(draft.grants()).isEqualTo(Grants.NONE);
    assertThat(asked.grants().all())
        .containsExactly(
            new Grant(
                Recipient.CLIENT, AccessLevel.VIEW_UPLOAD, EventSamples.AT, Optional.empty()));
    assertThat(asked.grants().keptClosed()).isFalse();
    assertThat(FULL.grants().keptClosed()).isTrue();
  }

  @Test
  void theLargestItem_hasRoomInTheTable() {
    String longest = "💶".repeat(4_000);
    String reason = "💶".repeat(1_000);
    RequestItem item = FULL;
    for (int i = 0; i < RequestItem.MOST_RETURNS; i++) {
      Review accepted =
          new Review(i, Review.Verdict.ACCEPT, Optional.empty(), Optional.of(reason), BY);
      Review returned =
          new Review(
              i, Review.Verdict.REOPEN, Optional.of(Review.Code.OTHER), Optional.of(reason), BY);
      item = item.withAnswer(Optional.of(new Answer(item.state().round(), longest, BY)));
      item = item.reviewed(accepted, item.state()).reviewed(returned, item.state().nextRound());
    }
    item = item.withAnswer(Optional.of(new Answer(item.state().round(), longest, BY)));

    assertThat(item.answers()).hasSize(RequestItem.MOST_RETURNS + 3);
    // 400 KB is the most that an item of the table has.
    assertThat(item.toItem().fields().values().toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(400 * 1024);
  }

  private static Engagement engagement() {
    return Engagement.create(
            TestItems.PATH,
            "Loan",
            new FolderId("01arz3ndektsv4rrffq69g5fd1"),
            Optional.of(LocalDate.parse("2026-03-14")),
            Optional.of(Reminders.DEFAULT),
            BY)
        .following(
            4,
            new Progress(3, 1, 2, 1, 1, 1, 1, 1),
            new Grants(
                List.of(
                    new Grant(
                        Recipient.CLIENT, AccessLevel.VIEW, EventSamples.AT, Optional.empty()))),
            9_000_000);
  }

  @Test
  void anEngagement_isReadBack() {
    Engagement full = engagement().withDetails("Loan", Optional.empty(), Optional.empty(), true);

    assertThat(Engagement.fromItem(engagement().toItem())).isEqualTo(engagement());
    assertThat(Engagement.fromItem(full.toItem())).isEqualTo(full);
    Engagement completed = full.with(EngagementStatus.COMPLETED).endedBy(BY);
    assertThat(Engagement.fromItem(completed.toItem())).isEqualTo(completed);
    assertThat(completed.status()).isEqualTo(EngagementStatus.COMPLETED);
    assertThat(completed.ended()).contains(BY);
    assertThat(completed.with(EngagementStatus.OPEN).ended()).isEmpty();
  }

  @Test
  void engagements_areListedByDueDate_andThoseWithoutOneLast() {
    Engagement undated = engagement().withDetails("Loan", Optional.empty(), Optional.empty(), true);

    assertThat(engagement().toItem().fields().text("namesSort"))
        .isEqualTo("2026-03-14\u0001" + TestItems.PATH.engagement());
    assertThat(undated.toItem().fields().text("namesSort")).startsWith("9999-12-31\u0001");
  }

  @Test
  void savingAnEngagement_keepsWhatFilesHaveCountedMeanwhile() {
    Table table = new InMemoryTable();
    Engagement before = engagement();
    table.write(List.of(Write.create(before.toItem())));
    table.write(
        List.of(
            Write.update(before.toItem().key())
                .add(Engagement.STARTED, 1)
                .when(Condition.present())));
    Engagement after =
        before
            .withDetails("Mortgage", Optional.empty(), Optional.empty(), false)
            .following(4, new Progress(3, 1, 2, 2, 1, 1, 1, 1), before.grants(), 9_000_000);

    table.write(List.of(after.save(before, before.progress())));

    Engagement stored = Engagement.fromItem(table.require(before.toItem().key()));
    assertThat(stored.progress()).isEqualTo(new Progress(3, 1, 2, 3, 1, 1, 1, 1));
    assertThat(stored.revision()).isEqualTo(after.revision());
    assertThat(stored.name()).isEqualTo("Mortgage");
    assertThat(stored.dueOn()).isEmpty();
    assertThat(stored.reminders()).isEmpty();
    assertThat(table.tryWrite(List.of(after.save(before, before.progress())))).isFalse();
  }

  @Test
  void whatIsAskedOfSomebody_isReadBack() {
    for (Recipient.Party assignee : List.of(Recipient.CLIENT, TestItems.CONTACT)) {
      for (boolean settled : new boolean[] {true, false}) {
        AssignedRequest row =
            new AssignedRequest(
                TestItems.PATH,
                assignee,
                "Loan",
                Optional.of(LocalDate.parse("2026-03-14")),
                new Progress(3, 1, 2, 0, 1, 1, 1, 1),
                settled);
        assertThat(AssignedRequest.fromItem(row.toItem())).isEqualTo(row);
      }
    }
  }

  @Test
  void anId_isReadOnlyFromATextOfItsShape() {
    assertThat(ItemId.parse(TestItems.id(1).value())).contains(TestItems.id(1));
    assertThat(ItemId.parse("no id")).isEmpty();
  }
}
