package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.ItemFile.Verdict;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.requests.TestItems;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ItemFileTest {
  private static final Instant NOW = TestItems.NOW;
  private static final DocumentPath DOCUMENT =
      new DocumentPath(
          new FolderPath(TestItems.PATH.client(), new FolderId("01arz3ndektsv4rrffq69g5fd1")),
          new DocumentId("01arz3ndektsv4rrffq69g5fd2"));
  private static final RequestItem ITEM = TestItems.draft(0, ItemTemplate.Kind.DOCUMENT);

  private static ItemFile file(int round, boolean late, boolean kept) {
    return new ItemFile(ITEM.path(), DOCUMENT, round, late, kept, TestItems.BY);
  }

  private static RequestItem reviewed(int round, Review.Verdict verdict, Instant at) {
    Review review =
        new Review(round, verdict, Optional.empty(), Optional.empty(), new By(Actor.PORTAL, at));
    return ITEM.reviewed(review, ITEM.state());
  }

  @Test
  void aFile_isReadBack() {
    for (ItemFile file :
        List.of(file(1, false, false), file(12, true, false), file(2, false, true))) {
      assertThat(ItemFile.fromItem(file.toItem())).isEqualTo(file);
    }
  }

  @Test
  void keep_needsTheFile() {
    Table table = new InMemoryTable();
    assertThat(table.tryWrite(List.of(file(1, false, false).keep()))).isFalse();
    table.write(List.of(Write.create(file(1, false, false).toItem())));

    table.write(List.of(file(1, false, false).keep()));

    assertThat(ItemFile.fromItem(table.require(file(1, false, false).key())))
        .isEqualTo(file(1, false, true));
  }

  @Test
  void verdict_isWhatStaffSaidOfTheRound_onceTheFileWasThere() {
    ItemFile file = file(2, false, false);
    assertThat(file.verdict(ITEM)).isEqualTo(Verdict.NONE);
    assertThat(file.verdict(reviewed(2, Review.Verdict.ACCEPT, NOW))).isEqualTo(Verdict.ACCEPTED);
    assertThat(file.verdict(reviewed(2, Review.Verdict.REJECT, NOW))).isEqualTo(Verdict.REJECTED);
    assertThat(file.verdict(reviewed(2, Review.Verdict.ACCEPT_IN_PART, NOW)))
        .isEqualTo(Verdict.REJECTED);
    assertThat(file.verdict(reviewed(2, Review.Verdict.REOPEN, NOW))).isEqualTo(Verdict.NONE);
    assertThat(file.verdict(reviewed(1, Review.Verdict.REJECT, NOW))).isEqualTo(Verdict.NONE);
    // That there is no such thing was rejected, before the file came in the same round.
    assertThat(file.verdict(reviewed(2, Review.Verdict.REJECT, NOW.minusMillis(1))))
        .isEqualTo(Verdict.NONE);
  }

  @Test
  void verdict_ofWhatCameLate_isNone_andOfWhatWasKept_kept() {
    RequestItem rejected = reviewed(1, Review.Verdict.ACCEPT_IN_PART, NOW);

    assertThat(file(1, true, false).verdict(rejected)).isEqualTo(Verdict.NONE);
    assertThat(file(1, false, true).verdict(rejected)).isEqualTo(Verdict.KEPT);
  }

  @Test
  void aDocument_answersAnItem_andThenNothing_andKeepsItsShares() {
    Table table = new InMemoryTable();
    Grant other = new Grant(TestItems.CONTACT, AccessLevel.VIEW, NOW, Optional.empty());
    table.write(
        List.of(
            Write.create(
                Fields.of()
                    .with("name", "a.pdf")
                    .with("size", 4)
                    .with("sha256", "9f".repeat(32))
                    .with(UploadedBy.ATTRIBUTE, Actor.PORTAL.toFields())
                    .with("createdAt", NOW)
                    .withMaps(
                        GrantFields.ATTRIBUTE, GrantFields.toFields(new Grants(List.of(other))))
                    .with(Item.REVISION, 1)
                    .at(TableKeys.documentKeys(DOCUMENT).getFirst()))));
    FiledDocument before = stored(table);
    FiledDocument answering = before.answering(AnsweredItem.of(ITEM), NOW);

    table.write(List.of(answering.save()));

    assertThat(stored(table)).isEqualTo(answering);
    assertThat(answering.answers().orElseThrow().path(TestItems.PATH.client()))
        .isEqualTo(ITEM.path());
    assertThat(answering.shared().grants().all())
        .containsExactly(
            other, new Grant(Recipient.CLIENT, AccessLevel.VIEW, NOW, Optional.empty()));
    assertThat(table.tryWrite(List.of(answering.save()))).isFalse();
    table.write(List.of(answering.answeringNothing().save()));
    assertThat(stored(table).answers()).isEmpty();
    assertThat(stored(table).shared().grants()).isEqualTo(answering.shared().grants());
  }

  private static FiledDocument stored(Table table) {
    return FiledDocument.fromItem(table.require(TableKeys.documentKeys(DOCUMENT).getFirst()));
  }
}
