package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.AccountBounced;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus.Step;
import clientportal.access.records.MailCause;
import clientportal.access.records.StaffMember;
import clientportal.access.records.Token;
import clientportal.delivery.EventMessage;
import clientportal.notifications.mail.BounceReason;
import clientportal.platform.Hashes;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Every mail about an account while the account changes or the same message is handled elsewhere:
 * it is sent or not as before that or as after it, and once.
 */
final class MailInterleavingsTest {
  private static final String INVITATION = "invitation".repeat(5);

  /** An invited client whose first mail is under way. */
  private static final class World {
    final Scene scene = new Scene();
    final Holder.Party holder = scene.clientHolder;
    final StaffMember ada = scene.staff("ada@firm.test", true, Optional.of(TestFirm.person()));
    final EventMessage invited;
    final EventMessage presented;
    final EventMessage moved;
    final EventMessage bounced;

    World() {
      Actor inviter = new Actor(ada.person(), Actor.As.STAFF, ada.id().value(), ada.name());
      Account account = scene.invite(holder, "carla@client.test");
      Token invitation =
          Token.invitation(INVITATION, holder, account.email(), scene.clock.instant());
      scene.write(invitation.create());
      scene.put(account.withInvitation(invitation.hash()));
      invited = scene.event(inviter, new AccountInvited(holder));
      presented =
          scene.event(
              Actor.PORTAL,
              new VerificationRequested(Hashes.sha256(INVITATION), Hashes.sha256("browser")));
      moved =
          scene.event(inviter, new AddressChanged(holder, new EmailAddress("carla@client.test")));
      bounced =
          scene.event(
              Actor.PORTAL,
              new AccountBounced(
                  holder, BounceReason.REFUSED.text(), inviter, account.lastInvitedAt()));
    }

    private Account account() {
      return scene.account(holder);
    }

    /** Changes the account, unless it is in another state by now. */
    private World change(Step step, UnaryOperator<Account> change) {
      if (account().allows(step)) {
        Key client = TableKeys.client(holder.client());
        Account after = change.apply(account());
        scene.write(
            after.replace(), after.copyToHolder(scene.item(client).fields().number(Item.REVISION)));
      }
      return this;
    }

    void revoke() {
      change(Step.REVOKE, Account::revoke);
    }

    World bounce() {
      return change(Step.BOUNCE, Account::bounce);
    }

    void resend() {
      EmailAddress next = new EmailAddress("new@client.test");
      change(Step.RESEND, account -> account.resend(next, MailCause.STAFF, scene.clock.instant()));
    }

    World activate() {
      return change(
          Step.ACTIVATE,
          account -> account.activate(scene.firm.link(scene.path), scene.clock.instant()));
    }

    World move() {
      EmailAddress next = new EmailAddress("b@c.test");
      return activate().change(Step.MOVE, account -> account.moveTo(next, scene.clock.instant()));
    }

    String sent() {
      return scene.mails.all().stream()
          .map(mail -> mail.address() + ": " + mail.mail().subject())
          .toList()
          .toString();
    }

    String invite(Table table) {
      new SendInvitations(table, scene.mails, scene.links, scene.clock, bounces(table))
          .handle(invited);
      return sent();
    }

    RecordBounces bounces(Table table) {
      return new RecordBounces(table, scene.clock, scene.ids);
    }

    String recordReport(Table table) {
      new RecordMailReports(table, bounces(table))
          .handle(
              JsonReader.of(
                  Reports.of(
                      "Email Bounced", MailTags.ofInvitation(holder, Scene.id(invited)).toTags())));
      return sent();
    }

    String verify(Table table) {
      new SendVerifications(table, scene.mails, scene.links, scene.clock).handle(presented);
      return sent();
    }

    String alert(Table table) {
      new SendAccountAlerts(table, scene.mails, scene.links, scene.clock).handle(moved);
      return sent();
    }

    String reportBounce(Table table) {
      new ReportBounces(table, scene.mails, scene.links, scene.clock).handle(bounced);
      return sent();
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    return new TreeMap<>(
        Map.of(
            "SendInvitations", World::invite,
            "SendVerifications", World::verify,
            "SendAccountAlerts", World::alert,
            "RecordMailReports", World::recordReport,
            "ReportBounces", World::reportBounce));
  }

  private static void check(Supplier<World> world, Consumer<World> others) {
    Interleavings<World> interleavings =
        new Interleavings<>(world, here -> here.scene.firm.table, List.of(others));
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      ways += interleavings.check(each.getKey(), each.getValue());
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  /**
   * Notices are in {@link NoticeInterleavingsTest}, reminders in {@link ReminderInterleavingsTest};
   * the relay reads no table.
   */
  @Test
  void allUseCasesAreHere() {
    Set<String> all = new TreeSet<>(useCases().keySet());
    all.addAll(Set.of("ListNotices", "MarkNoticesRead", "RecordNotices", "SendDueDigests"));
    all.add("ListDeliveries");
    all.addAll(Set.of("RelayEvents", "RelayLostEvents", "SendReminders"));
    assertThat(all).isEqualTo(UseCases.of(ListNoticesHandler.class));
  }

  @Test
  void whileTheInvitationEndsOrIsSentAgain() {
    check(World::new, World::revoke);
    check(World::new, World::resend);
    check(World::new, World::bounce);
    check(World::new, World::activate);
    check(() -> new World().bounce(), World::resend);
  }

  @Test
  void whileTheAccountMoves() {
    check(() -> new World().activate(), World::move);
    check(() -> new World().move(), World::revoke);
  }

  /** A message that another is handling fails, and comes again later. */
  private static void elsewhere(World world, BiFunction<World, Table, String> useCase) {
    try {
      assertThat(useCase.apply(world, world.scene.firm.table)).isNotEmpty();
    } catch (IllegalStateException busy) {
      assertThat(busy).hasMessage("another is sending it");
    }
  }

  @Test
  void whileTheSameMessageIsHandledElsewhere() {
    useCases()
        .forEach((name, useCase) -> {
          checkTwice(World::new, name, useCase);
          checkTwice(() -> new World().bounce(), name, useCase);
        });
  }

  private static void checkTwice(
      Supplier<World> world, String name, BiFunction<World, Table, String> useCase) {
    new Interleavings<>(
            world,
            (World here) -> here.scene.firm.table,
            List.<Consumer<World>>of(here -> elsewhere(here, useCase)))
        .check(name, useCase);
  }
}
