package clientportal.notifications;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.ids.Deliveries;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DeliveryKeys;
import clientportal.access.keys.Holder;
import clientportal.access.records.Folder;
import clientportal.delivery.EventMessage;
import clientportal.delivery.Notice;
import clientportal.platform.http.Exchange;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ListDeliveriesTest {
  private final Scene scene = new Scene();
  private final PersonId ada = scene.firm.staff(Role.STAFF, false);
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);

  private Exchange.Answer get(PersonId caller, String query) {
    Exchange exchange =
        Exchange.of("GET", scene.path + "/deliveries")
            .as(caller.value())
            .path("firmId", scene.firm.id)
            .path("clientId", scene.path.client());
    for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] parts = parameter.split("=", 2);
      exchange = exchange.query(parts[0], parts[1]);
    }
    return exchange.send(
        new ListDeliveriesHandler(new ListDeliveries(scene.firm.access(), scene.table)));
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> listed(String query) {
    return (List<Map<String, Object>>) get(ada, query).get("items");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mail(Map<String, Object> delivery) {
    return (Map<String, Object>) requireNonNull(delivery.get("mail"));
  }

  private static String item(Map<String, Object> delivery) {
    return requireNonNull(delivery.get("item")).toString();
  }

  private EventMessage shared() {
    EventMessage message = scene.shared(folder, Recipient.CLIENT);
    scene.recordNotices().handle(message);
    return message;
  }

  private void send() {
    scene.clock.advance(Duration.ofMinutes(5));
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
  }

  private void report(String detailType) {
    reportOf(detailType, MailTags.of(scene.digests(scene.clientHolder).getLast()));
  }

  private void reportOf(String detailType, MailTags mail) {
    new RecordMailReports(scene.table, scene.recordBounces())
        .handle(JsonReader.of(Reports.of(detailType, mail.toTags())));
  }

  @Test
  void aDelivery_isFollowedFromTheQueueToTheReader() {
    PersonId carla = scene.activateClient();
    EventMessage message = shared();
    assertThat(listed(""))
        .singleElement()
        .satisfies(delivery -> {
          assertThat(delivery)
              .containsEntry("recipient", "client")
              .containsEntry("recipientName", "Carla Client")
              .containsEntry("item", "folder:" + folder.id())
              .containsEntry("notice", "folder-shared")
              .doesNotContainKeys("readAt", "downloadedAt");
          assertThat(mail(delivery)).isEqualTo(Map.of("as", "digest", "state", "queued"));
        });

    send();
    assertThat(mail(listed("").getFirst())).containsEntry("state", "sent").containsKey("sentAt");
    report("Email Delivered");
    assertThat(mail(listed("").getFirst()))
        .containsEntry("state", "delivered")
        .containsEntry("deliveredAt", "2026-03-01T09:31:00.000Z");
    assertThat(listed("not=delivered")).isEmpty();
    assertThat(listed("not=read")).hasSize(1);
    scene.write(Notice.markRead(carla, Scene.id(message), scene.clock.instant()));
    assertThat(listed("").getFirst()).containsKey("readAt");
    assertThat(listed("not=read")).isEmpty();
    report("Email Complaint Received");
    assertThat(mail(listed("").getFirst())).containsEntry("state", "complained");
  }

  @Test
  void whoHasNotDownloadedADocument_isFound_untilTheyDoSoAfterTheNotice() {
    PersonId carla = scene.activateClient();
    scene.recordNotices().handle(scene.added(folder, "Balance.pdf", Recipient.CLIENT));
    shared();
    Map<String, Object> document =
        listed("").stream()
            .filter(each -> item(each).startsWith("document:"))
            .findFirst()
            .orElseThrow();
    String item = item(document);
    assertThat(document).containsEntry("folderId", folder.id().value());
    assertThat(listed("")).hasSize(2);
    assertThat(listed("not=downloaded")).containsExactly(document);
    assertThat(listed("item=" + item)).containsExactly(document);
    assertThat(listed("item=" + item + "&not=downloaded")).hasSize(1);

    download(carla, item, -60);
    assertThat(listed("not=downloaded")).hasSize(1);
    download(carla, item, 60);
    assertThat(listed("not=downloaded")).isEmpty();
    assertThat(listed("item=" + item).getFirst()).containsKey("downloadedAt");
  }

  private void download(PersonId person, String item, long secondsLater) {
    DocumentId id = new DocumentId(item.substring("document:".length()));
    scene.write(
        Write.put(
            Fields.of()
                .with("at", scene.clock.instant().plusSeconds(secondsLater))
                .at(DeliveryKeys.downloaded(scene.path, id, person))));
  }

  @Test
  void whatIsPortalOnly_hasNoMail_andWhatWasReadInTime_isLeftOut() {
    PersonId carla = scene.activateClient();
    EventMessage read = shared();
    scene.write(Notice.markRead(carla, Scene.id(read), scene.clock.instant()));
    shared();
    send();
    assertThat(listed(""))
        .extracting(each -> mail(each).get("state"))
        .containsExactly("sent", "left-out");

    scene.mail(new Deliveries(List.of("folder-shared"), List.of()));
    shared();
    assertThat(listed("").getFirst()).doesNotContainKey("mail");
    assertThat(listed("not=delivered")).hasSize(3);
  }

  @Test
  void anInvitation_isOneToo_andKnownByItsEvent() {
    Holder.Party contact = scene.contact(true);
    scene.invite(contact, "colin@client.test");
    EventMessage message = scene.event(Scene.ADA, new AccountInvited(contact));
    new SendInvitations(
            scene.table, scene.mailSender, scene.links, scene.clock, scene.recordBounces())
        .handle(message);
    assertThat(listed("item=invitation"))
        .singleElement()
        .satisfies(delivery -> {
          assertThat(delivery)
              .containsEntry("recipient", contact.party().text())
              .containsEntry("item", "invitation")
              .doesNotContainKey("notice");
          assertThat(mail(delivery))
              .containsEntry("as", "invitation")
              .containsEntry("state", "sent");
        });
    reportOf("Email Bounced", MailTags.ofInvitation(contact, Scene.id(message)));
    assertThat(mail(listed("").getFirst())).containsEntry("state", "bounced");
  }

  @Test
  void pages_areReadOn_andFaultsReportedTogether() {
    scene.activateClient();
    for (int i = 0; i < 5; i++) {
      shared();
    }
    Exchange.Answer first = get(ada, "limit=3&not=read");
    assertThat((List<?>) first.get("items")).hasSize(3);
    String cursor = first.get("nextCursor").toString();
    assertThat(listed("limit=3&not=read&cursor=" + cursor)).hasSize(2);
    assertThat(get(ada, "limit=3&cursor=" + cursor).status()).isEqualTo(400);
    assertThat(get(ada, "limit=0&item=document&not=opened").get("errors").toString())
        .contains("limit", "item", "not");
  }

  @Test
  void staffAlone_seeIt_andNothingIsWritten() {
    PersonId carla = scene.activateClient();
    shared();
    Map<Key, Item> before = scene.everything();
    assertThat(get(carla, "").status()).isEqualTo(404);
    assertThat(get(TestFirm.person(), "").status()).isEqualTo(404);
    assertThat(get(ada, "").status()).isEqualTo(200);
    assertThat(scene.everything()).isEqualTo(before);
  }
}
