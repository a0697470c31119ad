package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Membership;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.RegistrationCompleted;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Folder;
import clientportal.access.records.StaffMember;
import clientportal.delivery.Author;
import clientportal.delivery.EventMessage;
import clientportal.delivery.MovingDocuments;
import clientportal.delivery.Notice;
import clientportal.delivery.NoticeReason;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ListNoticesTest {
  private final Scene scene = new Scene();
  private final ListNoticesHandler handler =
      new ListNoticesHandler(new ListNotices(scene.table, scene.clock));
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);

  private static Exchange get(PersonId caller) {
    return Exchange.of("GET", "/v1/me/notices").as(caller.value());
  }

  private void record(EventMessage message) {
    scene.recordNotices().handle(message);
    scene.clock.advance(Duration.ofSeconds(1));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> items(Exchange.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return (List<Map<String, Object>>) answer.get("items");
  }

  @Test
  void aPersonsNotices_areListedNewestFirst_withExactlyWhatTheContractSays() {
    PersonId person = scene.activateClient();
    EventMessage shared = scene.shared(folder, Recipient.CLIENT);
    record(shared);
    EventMessage added = scene.added(folder, "Balance.pdf", Recipient.CLIENT);
    record(added);

    Exchange.Answer answer = get(person).send(handler);

    Map<String, Object> ofFolder = new LinkedHashMap<>();
    ofFolder.put("noticeId", Scene.id(shared).value());
    ofFolder.put("type", "folder-shared");
    ofFolder.put("firmId", scene.firm.id.value());
    ofFolder.put("firmName", "Meyer & Søn");
    ofFolder.put("clientId", scene.path.client().value());
    ofFolder.put("clientName", "Carla Client");
    ofFolder.put("folderId", folder.id().value());
    ofFolder.put("folderName", "Taxes 2025");
    ofFolder.put("by", "Ada");
    ofFolder.put("at", "2026-03-01T09:30:00.000Z");
    ofFolder.put("read", false);
    assertThat(items(answer)).hasSize(2);
    assertThat(items(answer).get(1)).isEqualTo(ofFolder);
    assertThat(items(answer).getFirst())
        .containsEntry("noticeId", Scene.id(added).value())
        .containsEntry("type", "document-added")
        .containsEntry("documentName", "Balance.pdf")
        .containsEntry("at", "2026-03-01T09:30:01.000Z")
        .containsKey("documentId")
        .hasSize(13);
    assertThat(answer.has("nextCursor")).isFalse();
    assertThat(items(get(TestFirm.person()).send(handler))).isEmpty();
  }

  @Test
  void whatThePersonCanNoLongerSee_staysWithoutTheNamesOfFolderAndDocument() {
    PersonId person = scene.activateClient();
    Folder other = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);
    record(scene.added(folder, "Balance.pdf", Recipient.CLIENT));
    record(scene.shared(other, Recipient.CLIENT));
    scene.write(Write.put(folder.withGrants(Grants.NONE).toItem()));

    List<Map<String, Object>> items = items(get(person).send(handler));

    assertThat(items.getFirst()).containsEntry("folderName", "Taxes 2025");
    assertThat(items.get(1))
        .containsEntry("firmName", "Meyer & Søn")
        .containsEntry("folderId", folder.id().value())
        .containsEntry("type", "document-added")
        .containsKey("documentId")
        .doesNotContainKeys("folderName", "documentName");
  }

  @Test
  void aMemberOfTheTeam_seesNoticesAsLongAsTheMembershipIsEnabled() {
    PersonId person = TestFirm.person();
    StaffMember member = scene.staff("sam@firm.test", true, Optional.of(person));
    scene.write(Affiliations.put(scene.firm.id, person, member.membership()));
    Actor carla = new Actor(Optional.empty(), Actor.As.CLIENT, "client", "Carla Client");
    record(scene.uploaded(folder, "Payslip.pdf", carla, member));

    assertThat(items(get(person).send(handler)).getFirst())
        .containsEntry("type", "document-uploaded")
        .containsEntry("by", "Carla Client")
        .containsEntry("documentName", "Payslip.pdf");

    Membership enabled = member.membership();
    scene.write(
        Affiliations.put(
            scene.firm.id,
            person,
            new Membership(enabled.staff(), enabled.name(), enabled.role(), true, false)));
    assertThat(items(get(person).send(handler))).isEmpty();
  }

  @Test
  void anOlderNotice_isAReaders_andByAPerson() {
    PersonId person = scene.activateClient();
    record(scene.shared(folder, Recipient.CLIENT));
    for (Item notice : scene.partition(TableKeys.inbox(person))) {
      scene.write(
          Write.update(notice.key()).remove("reason").remove("author").when(Condition.present()));
    }

    assertThat(scene.inbox(person)).extracting(Notice::reason).containsExactly(NoticeReason.READER);
    assertThat(scene.inbox(person)).extracting(Notice::by).containsExactly(Author.person("Ada"));
    assertThat(items(get(person).send(handler))).hasSize(1);
  }

  @Test
  void aClientWhoseAccountWasRevoked_seesNoNoticeOfWhatHappenedThere() {
    PersonId person = scene.activateClient();
    record(scene.shared(folder, Recipient.CLIENT));
    assertThat(items(get(person).send(handler))).hasSize(1);

    scene.write(Write.delete(TableKeys.link(scene.path, person)));

    Exchange.Answer answer = get(person).send(handler);
    assertThat(items(answer)).isEmpty();
    assertThat(answer.body().toString()).doesNotContain("Carla", "Meyer", "Ada");
  }

  @Test
  void aPersonWhoRegistered_isCalledAsNow_andTheOneWhoDidItAsThen() {
    PersonId person = TestFirm.person();
    StaffMember member = scene.staff("sam@firm.test", true, Optional.of(person));
    scene.write(Affiliations.put(scene.firm.id, person, member.membership()));
    scene.team(member);
    Actor carla = new Actor(Optional.empty(), Actor.As.CLIENT, "client", "Carla Before");
    record(scene.event(carla, new RegistrationCompleted(scene.clientHolder, "Carla Before")));

    assertThat(items(get(person).send(handler)).getFirst())
        .containsEntry("name", "Carla Client")
        .containsEntry("clientName", "Carla Client")
        .containsEntry("by", "Carla Before");
  }

  @Test
  void aRejectedUpload_keepsItsOwnName() {
    PersonId person = scene.activateClient();
    Actor carla = new Actor(Optional.of(person), Actor.As.CLIENT, "client", "Carla Client");
    EventMessage rejected = scene.rejected(folder, "second.pdf", carla);
    record(rejected);
    DocumentId id =
        ((UploadRejected) Event.fromItem(scene.item(rejected.key())).data()).document().id();
    scene.write(
        Write.put(
            Fields.of()
                .with("name", "first.pdf")
                .with("createdAt", scene.clock.instant())
                .with(Item.REVISION, 1)
                .at(TableKeys.document(folder.path(), id))));

    assertThat(items(get(person).send(handler)).getFirst())
        .containsEntry("documentName", "second.pdf");
  }

  @Test
  void noticesOfStaff_areForThoseWhoSignedInAsStaffMust_andReadersNeedNot() {
    PersonId person = TestFirm.person();
    StaffMember member = scene.staff("ada@firm.test", true, Optional.of(person));
    Membership is = member.membership();
    scene.write(
        Affiliations.put(
            scene.firm.id,
            person,
            new Membership(is.staff(), is.name(), Role.ADMINISTRATOR, true, true)));
    Actor carla = new Actor(Optional.empty(), Actor.As.CLIENT, "client", "Carla Client");
    record(scene.uploaded(folder, "Payslip.pdf", carla, member));
    PersonId reader = scene.activateClient();
    record(scene.shared(folder, Recipient.CLIENT));

    assertThat(get(person).by("[pwd]").send(handler).problem()).isEqualTo("second-factor-required");
    // They may be a client of another firm, whose notices they read there.
    assertThat(items(get(person).through("portal").send(handler))).isEmpty();
    assertThat(items(get(person).send(handler))).hasSize(1);
    assertThat(items(get(reader).by("[pwd]").through("portal").send(handler))).hasSize(1);
  }

  @Test
  void pagesFollowEachOther_whileOthersInsert() {
    PersonId person = scene.activateClient();
    for (int number = 0; number < 120; number++) {
      Folder one = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);
      record(scene.added(one, number + ".pdf", Recipient.CLIENT));
    }

    Exchange.Answer first = get(person).query("limit", "100").send(handler);
    record(scene.added(folder, "new.pdf", Recipient.CLIENT));
    Exchange.Answer second =
        get(person)
            .query("limit", "100")
            .query("cursor", (String) first.get("nextCursor"))
            .send(handler);

    List<Object> names = new ArrayList<>();
    items(first).forEach(item -> names.add(item.get("documentName")));
    items(second).forEach(item -> names.add(item.get("documentName")));
    assertThat(items(first)).hasSize(100);
    assertThat(second.has("nextCursor")).isFalse();
    assertThat(names)
        .containsExactlyElementsOf(
            IntStream.range(0, 120).mapToObj(number -> (119 - number) + ".pdf").toList());
    assertThat(items(get(person).send(handler))).hasSize(25);
  }

  @Test
  void documentsThatMove_areReadAgain_howeverManyTheyAre() {
    PersonId person = scene.activateClient();
    for (int number = 0; number < 51; number++) {
      record(scene.added(folder, number + ".pdf", Recipient.CLIENT));
    }
    List<Notice> notices = scene.inbox(person);
    for (Notice notice : notices) {
      scene.write(
          Write.put(Fields.of().with("name", "a.pdf").at(notice.subject().movingKeys().getLast())));
    }

    Items items = new MovingDocuments(scene.table).readAgain(notices, new Items(Map.of()));

    assertThat(notices).hasSize(51);
    assertThat(notices)
        .allSatisfy(notice ->
            assertThat(notice.subject().movingKeys())
                .anySatisfy(key -> assertThat(items.at(key)).isPresent()));
  }

  @Test
  void aBadLimitOrCursor_isAFault_andACursorIsItsCallersOwn() {
    PersonId person = scene.activateClient();
    record(scene.shared(folder, Recipient.CLIENT));
    record(scene.shared(folder, Recipient.CLIENT));
    String cursor = (String) get(person).query("limit", "1").send(handler).get("nextCursor");

    Exchange.Answer faulty = get(person).query("limit", "0").query("cursor", "x").send(handler);
    assertThat(faulty.status()).isEqualTo(400);
    assertThat(faulty.get("errors").toString()).contains("parameter=limit", "parameter=cursor");
    assertThat(get(TestFirm.person()).query("cursor", cursor).send(handler).status())
        .isEqualTo(400);
  }
}
