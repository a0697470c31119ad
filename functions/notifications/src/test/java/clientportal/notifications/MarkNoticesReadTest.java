package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Membership;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Folder;
import clientportal.access.records.StaffMember;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.EventMessage;
import clientportal.platform.http.Exchange;
import clientportal.platform.json.Json;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MarkNoticesReadTest {
  private static final Actor CARLA =
      new Actor(Optional.empty(), Actor.As.CLIENT, "client", "Carla Client");

  private final Scene scene = new Scene();
  private final MarkNoticesReadHandler handler =
      new MarkNoticesReadHandler(new MarkNoticesRead(scene.table, scene.clock));
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);

  private static Exchange post(PersonId caller, String json) {
    return Exchange.of("POST", "/v1/me/notices/read").as(caller.value()).json(json);
  }

  private static Exchange mark(PersonId caller, List<String> ids) {
    return post(caller, Json.write(Json.object().with("noticeIds", ids)));
  }

  private static Exchange mark(PersonId caller, EventMessage... messages) {
    return mark(caller, Stream.of(messages).map(message -> Scene.id(message).value()).toList());
  }

  private EventMessage added(String name) {
    EventMessage message = scene.added(folder, name, Recipient.CLIENT);
    scene.recordNotices().handle(message);
    scene.clock.advance(Duration.ofSeconds(1));
    return message;
  }

  private void sendDigests() {
    scene.clock.advance(Duration.ofMinutes(5));
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
  }

  @SuppressWarnings("unchecked")
  private List<Object> listed(PersonId person) {
    Exchange.Answer answer =
        Exchange.of("GET", "/v1/me/notices")
            .as(person.value())
            .send(new ListNoticesHandler(new ListNotices(scene.table, scene.clock)));
    return ((List<Map<String, Object>>) answer.get("items"))
        .stream().map(notice -> notice.get("read")).toList();
  }

  /** A staff member of the team, who has a notice of an upload. */
  private PersonId sam(Role role) {
    PersonId person = TestFirm.person();
    StaffMember member = scene.staff("sam@firm.test", true, Optional.of(person), role);
    Membership is = member.membership();
    scene.write(
        Affiliations.put(
            scene.firm.id, person, new Membership(is.staff(), is.name(), role, true, true)));
    scene.recordNotices().handle(scene.uploaded(folder, "Payslip.pdf", CARLA, member));
    return person;
  }

  private List<String> ids(PersonId person) {
    return scene.inbox(person).stream().map(notice -> notice.id().value()).toList();
  }

  @Test
  void eachNotice_isMarked_andListedAsRead_andMarkingItAgainWritesNothing() {
    PersonId person = scene.activateClient();
    EventMessage first = added("a.pdf");
    added("b.pdf");

    Exchange.Answer answer = mark(person, first).send(handler);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(listed(person)).containsExactly(false, true);
    Map<Key, Item> after = scene.everything();
    assertThat(mark(person, first).send(handler).status()).isEqualTo(204);
    assertThat(scene.everything()).isEqualTo(after);
    scene.recordNotices().handle(first);
    assertThat(scene.everything()).isEqualTo(after);
  }

  @Test
  void whatWasRead_isLeftOutOfTheNextMail_andIfNothingIsLeftThereIsNone() {
    PersonId person = scene.activateClient();
    EventMessage first = added("a.pdf");
    EventMessage second = added("b.pdf");
    mark(person, first).send(handler);
    sendDigests();

    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(
            mail -> assertThat(mail.mail().text()).contains("b.pdf").doesNotContain("a.pdf"));

    EventMessage third = added("c.pdf");
    mark(person, second, third).send(handler);
    sendDigests();
    assertThat(scene.mails.all()).hasSize(1);
    assertThat(scene.digests(scene.clientHolder))
        .allMatch(window -> window.state() == DigestWindow.State.SENT);
  }

  @Test
  void aHundredNotices_areMarkedAtOnce() {
    PersonId person = scene.activateClient();
    IntStream.range(0, 101).forEach(number -> added(number + ".pdf"));
    List<String> ids = ids(person);

    assertThat(mark(person, ids.subList(0, 100)).send(handler).status()).isEqualTo(204);

    assertThat(scene.partition(TableKeys.inbox(person)))
        .filteredOn(item -> item.fields().flag("read"))
        .hasSize(100);
  }

  @Test
  void unknownNotices_andThoseOfOthers_areIgnored() {
    PersonId person = scene.activateClient();
    PersonId sam = sam(Role.STAFF);
    EventMessage mine = added("a.pdf");
    List<String> others = new ArrayList<>(ids(sam));
    others.add(scene.ids.next());
    Map<Key, Item> before = scene.everything();

    assertThat(mark(person, others).send(handler).status()).isEqualTo(204);
    assertThat(scene.everything()).isEqualTo(before);
    others.add(Scene.id(mine).value());
    assertThat(mark(person, others).send(handler).status()).isEqualTo(204);
    assertThat(listed(person)).containsExactly(true);
    assertThat(listed(sam)).containsExactly(false);
  }

  @Test
  void whoeverBelongsThereNoLonger_marksNothing() {
    PersonId person = scene.activateClient();
    EventMessage added = added("a.pdf");
    scene.write(Write.delete(TableKeys.link(scene.path, person)));
    Map<Key, Item> before = scene.everything();

    assertThat(mark(person, added).send(handler).status()).isEqualTo(204);

    assertThat(scene.everything()).isEqualTo(before);
  }

  @Test
  void noticesOfStaff_areMarkedByThoseWhoSignedInAsStaffMust() {
    PersonId sam = sam(Role.ADMINISTRATOR);
    Map<Key, Item> before = scene.everything();

    assertThat(mark(sam, ids(sam)).by("[pwd]").send(handler).problem())
        .isEqualTo("second-factor-required");
    assertThat(mark(sam, ids(sam)).through("portal").send(handler).status()).isEqualTo(204);
    assertThat(scene.everything()).isEqualTo(before);
    assertThat(mark(sam, ids(sam)).send(handler).status()).isEqualTo(204);
    assertThat(listed(sam)).containsExactly(true);
    sendDigests();
    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void allFaults_areReported_andNothingChanges() {
    PersonId person = scene.activateClient();
    String id = Scene.id(added("a.pdf")).value();
    Map<Key, Item> before = scene.everything();
    List<String> many = IntStream.range(0, 101).mapToObj(_ -> scene.ids.next()).toList();

    assertThat(
            faults(
                post(
                    person,
                    "{\"noticeIds\": [\"%s\", 1, \"x\", \"%1$s\"], \"a\": 1}".formatted(id))))
        .containsExactlyInAnyOrder(
            "/noticeIds/1 type", "/noticeIds/2 format", "/noticeIds/3 duplicate", "/a unknown");
    assertThat(faults(post(person, "{\"noticeIds\": []}"))).containsExactly("/noticeIds length");
    assertThat(faults(mark(person, many))).containsExactly("/noticeIds length");
    assertThat(faults(post(person, "{}"))).containsExactly("/noticeIds required");
    assertThat(post(person, "no json").send(handler).problem()).isEqualTo("malformed-json");
    assertThat(scene.everything()).isEqualTo(before);
  }

  private List<String> faults(Exchange exchange) {
    Exchange.Answer answer = exchange.send(handler);
    assertThat(answer.status()).isEqualTo(400);
    return ((List<?>) answer.get("errors"))
        .stream()
            .map(
                fault -> ((Map<?, ?>) fault).get("pointer") + " " + ((Map<?, ?>) fault).get("code"))
            .toList();
  }
}
