package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Ids;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FeedRowTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");
  private static final Ids IDS = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
  private static final FolderPath PATH =
      new FolderPath(
          new ClientPath(new FirmId(IDS.next()), new ClientId(IDS.next())),
          new FolderId(IDS.next()));

  private static final long SEED = 20260407;
  private static final Recipient CONTACT = new Recipient.Contact(new ContactId(IDS.next()));
  private static final Recipient MEMBER = new Recipient.Member(new MemberId(IDS.next()));

  private static Grant grant(Recipient recipient, AccessLevel access, Optional<Instant> end) {
    return new Grant(recipient, access, NOW, end);
  }

  private static Folder folder(Grant... grants) {
    return new Folder(PATH, "Taxes", NOW, false, new Grants(List.of(grants)), 1);
  }

  private static FeedRow read(FeedRow row) {
    return FeedRow.fromItem(row.path().client(), row.feed(), row.toItem());
  }

  @Test
  void aRow_isReadAsItWasWritten() {
    Grant own = grant(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD, Optional.of(END));
    Grant all = grant(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW, Optional.empty());
    FeedRow ofOwn = FeedRow.of(folder(own, all).listing(), own);
    FeedRow ofAll = FeedRow.of(folder(own, all).listing(), all);

    assertThat(read(ofOwn)).isEqualTo(ofOwn);
    assertThat(read(ofAll)).isEqualTo(ofAll);
    FeedRow archived = FeedRow.of(folder(own, all).withDetails("Taxes", true).listing(), own);
    assertThat(archived.archived()).isTrue();
    assertThat(read(archived)).isEqualTo(archived);
    assertThat(ofAll.isSkippedBy(List.of(Recipient.CLIENT))).isTrue();
    assertThat(ofAll.isSkippedBy(List.of())).isFalse();
  }

  @Test
  void aRow_showsTheWidestAccess_andAfterItExpiresTheAccessThatRemains() {
    for (AccessLevel own : AccessLevel.values()) {
      AccessLevel other = own == AccessLevel.VIEW ? AccessLevel.VIEW_UPLOAD : AccessLevel.VIEW;
      boolean ownEnds = own == AccessLevel.VIEW_UPLOAD;
      Grant client = grant(Recipient.CLIENT, own, ownEnds ? Optional.of(END) : Optional.empty());
      Grant all =
          grant(Recipient.ALL_AUTHORIZED, other, ownEnds ? Optional.empty() : Optional.of(END));

      FeedRow row = FeedRow.of(folder(client, all).listing(), client);

      FeedRow before = row.at(END.minusMillis(1)).orElseThrow();
      assertThat(before.access()).isEqualTo(AccessLevel.VIEW_UPLOAD);
      assertThat(before.expiresAt()).contains(END);
      FeedRow after = row.at(END).orElseThrow();
      assertThat(after.access()).isEqualTo(AccessLevel.VIEW);
      assertThat(after.expiresAt()).isEmpty();
    }
  }

  @Test
  void aRowWithExpiredAccess_showsNothing() {
    Grant own = grant(Recipient.CLIENT, AccessLevel.VIEW, Optional.of(END));

    assertThat(FeedRow.of(folder(own).listing(), own).at(END.minusMillis(1))).isPresent();
    assertThat(FeedRow.of(folder(own).listing(), own).at(END)).isEmpty();
  }

  @Test
  void onlyChangedRows_areWritten() {
    Grant own = grant(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD, Optional.empty());
    Grant all = grant(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW, Optional.empty());

    assertThat(changes(folder(own), folder(own))).isEmpty();
    assertThat(changes(folder(own), folder(own, all)))
        .containsExactly(FeedRow.of(folder(own, all).listing(), all).put());
    assertThat(changes(folder(own, all), folder(all)))
        .containsExactly(
            FeedRow.of(folder(own).listing(), own).delete(),
            FeedRow.of(folder(all).listing(), all).put());
  }

  @Test
  void rowsOfArchivedItems_moveToTheArchiveFeed_andBack() {
    Grant own = grant(Recipient.CLIENT, AccessLevel.VIEW, Optional.empty());
    Folder live = folder(own);
    Folder archived = live.withDetails("Taxes", true);

    assertThat(changes(live, archived))
        .containsExactly(
            FeedRow.of(live.listing(), own).delete(), FeedRow.of(archived.listing(), own).put());
    assertThat(changes(archived, archived.withDetails("Taxes", false)))
        .containsExactly(
            FeedRow.of(archived.listing(), own).delete(), FeedRow.of(live.listing(), own).put());
    assertThat(FeedRow.of(archived.listing(), own).key().pk())
        .isEqualTo(TableKeys.feed(PATH.client(), FeedName.of(Recipient.CLIENT), true))
        .isNotEqualTo(TableKeys.feed(PATH.client(), FeedName.of(Recipient.CLIENT), false));
    assertThat(changes(live, live.withDetails("Other", false)))
        .containsExactly(FeedRow.of(live.withDetails("Other", false).listing(), own).put());
  }

  @Test
  void whatIsSharedWithAnybody_isInTheFeedOfPublishedItems_withTheWidestAccess() {
    Grant brief = grant(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD, Optional.of(END));
    Grant lasting = grant(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW, Optional.empty());

    FeedRow published = published(folder(brief, lasting)).getFirst();

    assertThat(read(published)).isEqualTo(published);
    assertThat(published.at(END.minusMillis(1)))
        .map(FeedRow::access)
        .contains(AccessLevel.VIEW_UPLOAD);
    assertThat(published.at(END)).map(FeedRow::access).contains(AccessLevel.VIEW);
    assertThat(published(folder(brief)).getFirst().at(END)).isEmpty();
    assertThat(published(folder())).isEmpty();
  }

  @Test
  void theFeedOfPublishedItems_followsTheFirstGrantAndTheLast() {
    Grant first = grant(Recipient.CLIENT, AccessLevel.VIEW, Optional.empty());
    Grant later =
        new Grant(
            Recipient.ALL_AUTHORIZED,
            AccessLevel.VIEW,
            first.sharedAt().plusSeconds(1),
            Optional.empty());

    assertThat(publishedChanges(folder(), folder(first)))
        .containsExactly(published(folder(first)).getFirst().put());
    assertThat(publishedChanges(folder(first), folder(first, later))).isEmpty();
    assertThat(publishedChanges(folder(first, later), folder(later)))
        .containsExactly(
            published(folder(first)).getFirst().delete(),
            published(folder(later)).getFirst().put());
    assertThat(publishedChanges(folder(later), folder()))
        .containsExactly(published(folder(later)).getFirst().delete());
  }

  /** Whatever is done to an item, members with full access have it in their feed as it is open. */
  @Test
  void theFeedOfPublishedItems_hasWhatIsOpenToAnybody_afterAnySequenceOfChanges() {
    Random random = new Random(SEED);
    int open = 0;
    for (int sequence = 0; sequence < 10_000; sequence++) {
      Folder folder = folder();
      Map<Key, Item> rows = new HashMap<>();
      for (int i = 0; i < 8; i++) {
        Folder changed = change(folder, random, NOW.plusSeconds(i));
        apply(rows, FeedRow.changes(folder, changed));
        folder = changed;
      }
      Instant now = NOW.plusSeconds(random.nextInt(20));
      Optional<FeedRow> listed = only(rows).flatMap(row -> row.at(now));
      List<Grant> inForce = folder.grants().inForce(now);

      assertThat(listed.map(FeedRow::access))
          .isEqualTo(inForce.stream().map(Grant::access).max(Comparator.naturalOrder()));
      assertThat(listed.map(FeedRow::name).orElse(folder.name())).isEqualTo(folder.name());
      assertThat(listed.map(FeedRow::archived).orElse(folder.archived()))
          .isEqualTo(folder.archived());
      open += listed.isPresent() ? 1 : 0;
    }
    assertThat(open).isBetween(2_000, 8_000);
  }

  private static Folder change(Folder folder, Random random, Instant at) {
    if (random.nextInt(3) == 0) {
      return folder.withDetails("Taxes " + random.nextInt(3), random.nextBoolean());
    }
    List<Grant> grants = new ArrayList<>();
    for (Recipient recipient :
        List.of(Recipient.CLIENT, CONTACT, MEMBER, Recipient.ALL_AUTHORIZED)) {
      Optional<Grant> before = folder.grants().to(recipient);
      if (random.nextInt(4) == 0) {
        AccessLevel access = random.nextBoolean() ? AccessLevel.VIEW : AccessLevel.VIEW_UPLOAD;
        Optional<Instant> end =
            Optional.of(at.plusSeconds(random.nextInt(15))).filter(_ -> random.nextBoolean());
        grants.add(new Grant(recipient, access, before.map(Grant::sharedAt).orElse(at), end));
      } else {
        before.ifPresent(grants::add);
      }
      if (random.nextInt(4) == 0) {
        grants.removeIf(grant -> grant.recipient().equals(recipient));
      }
    }
    return folder.withGrants(new Grants(grants));
  }

  private static void apply(Map<Key, Item> rows, List<Write> writes) {
    for (Write write : writes) {
      if (write instanceof Write.Put put) {
        rows.put(put.key(), put.item());
      } else {
        assertThat(rows.remove(write.key())).isNotNull();
      }
    }
  }

  private static Optional<FeedRow> only(Map<Key, Item> rows) {
    List<FeedRow> published =
        rows.values().stream()
            .filter(row -> row.key().pk().contains("#FEED#published"))
            .map(row -> FeedRow.fromItem(PATH.client(), FeedName.PUBLISHED, row))
            .toList();
    assertThat(published).hasSizeLessThanOrEqualTo(1);
    return published.stream().findFirst();
  }

  private static List<FeedRow> published(Folder folder) {
    return FeedRow.creations(folder).stream()
        .filter(FeedRowTest::isPublished)
        .map(write -> ((Write.Put) write).item())
        .map(item -> FeedRow.fromItem(PATH.client(), FeedName.PUBLISHED, item))
        .toList();
  }

  private static List<Write> publishedChanges(Folder before, Folder after) {
    return FeedRow.changes(before, after).stream().filter(FeedRowTest::isPublished).toList();
  }

  private static List<Write> changes(Folder before, Folder after) {
    return FeedRow.changes(before, after).stream().filter(is -> !isPublished(is)).toList();
  }

  private static boolean isPublished(Write row) {
    return row.key().pk().contains("#FEED#published");
  }
}
