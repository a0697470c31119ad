package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Purpose;
import clientportal.access.records.Registration;
import clientportal.access.records.Site;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.platform.Hashes;
import clientportal.platform.Interleavings;
import clientportal.platform.Secrets;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What staff do about accounts and registrations, and what their holders do, while others do the
 * same: it answers as before that or as after it, and a repeated request has the result of the
 * first.
 */
final class AccountInterleavingsTest {
  private static final EmailAddress ROSA = new EmailAddress("rosa@example.com");

  private static final class World {
    final AccountCalls calls = new AccountCalls();
    final PersonId rosa = calls.identities.create(ROSA);
    final Holder.Party holder = calls.theContact;
    final Holder.Member member = calls.member("Mia", "mia@example.com");
    String verificationOfMember = "";
    String verification = Secrets.token();
    String reset = Secrets.token();
    boolean isResetRefused;
    final Registration registration =
        new Registration(
            calls.firm.id,
            new RegistrationId(calls.firm.ids.next()),
            rosa,
            "Rosa Klein",
            ROSA,
            "meyer",
            TestFirm.NOW,
            List.of(),
            Optional.empty(),
            1);

    World() {
      calls.write(registration.await().toArray(Write[]::new));
      calls.write(
          Write.create(Fields.of().with("personId", rosa.value()).at(TableKeys.email(ROSA))),
          Write.create(Fields.of().with("email", ROSA.value()).at(TableKeys.person(rosa))));
      calls.write(Site.first(calls.firm.firm).create().toArray(Write[]::new));
    }

    World invited() {
      calls.create(holder);
      verification = calls.sendVerification(holder);
      return this;
    }

    World memberInvited() {
      calls.invite(member);
      verificationOfMember = calls.sendVerification(member);
      return this;
    }

    World memberActive() {
      memberInvited();
      calls.verify(calls.firm.table, verificationOfMember);
      return this;
    }

    World active() {
      calls.activate(holder);
      return this;
    }

    /** Mails the person a link to set another password. */
    World forgotten() {
      Token token =
          Token.verification(
              reset,
              "01234567",
              Hashes.sha256("browser"),
              new Purpose.ForPasswordReset(rosa),
              ROSA,
              TestFirm.NOW);
      ValidTokens sent = new ValidTokens(TableKeys.sentToReset(ROSA), List.of(), 0);
      calls.write(token.create(), sent.add(token));
      return this;
    }

    String verify(Table table) {
      return answer(calls.verify(table, verification));
    }

    /** Sets another password; where the sign-in is being changed, once that is done. */
    void resetMeanwhile() {
      isResetRefused = reset(calls.firm.table).startsWith("409");
    }

    String reset(Table table) {
      return answer(
          Exchange.of("POST", "/v1/password-resets/confirmation")
              .json(
                  "{\"token\": \"%s\", \"browserKey\": \"browser\", \"password\": \"Correct-horse-9\"}"
                      .formatted(reset))
              .send(
                  new ResetPasswordHandler(
                      new ResetPassword(
                          table, calls.identities, calls.firm.clock, calls.firm.ids))));
    }

    /** An administrator lets a colleague set up another second factor. */
    String resetSecondFactor(Table table) {
      Key member = TableKeys.affiliation(calls.firm.id, calls.staff);
      return answer(
          Exchange.of("DELETE", "/v1/firms/f/staff/s/second-factor")
              .as(calls.withoutPermission.value())
              .path("firmId", calls.firm.id)
              .path("staffId", calls.at(member).orElseThrow().fields().map("staff").text("staffId"))
              .send(
                  new ResetSecondFactorHandler(
                      new ResetSecondFactor(
                          access(table),
                          table,
                          calls.identities,
                          calls.firm.clock,
                          calls.firm.ids))));
    }

    People people(Table table) {
      return new People(table, calls.identities, calls.firm.clock, calls.firm.ids);
    }

    Access access(Table table) {
      return new Access(table, calls.firm.clock);
    }

    /** Creates the account, as the same request does when it is repeated. */
    String create(Table table) {
      CreateAccount useCase = new CreateAccount(access(table), table, calls.firm.ids);
      return answer(
          calls
              .exchange("POST", holder, "", calls.staff)
              .header("idempotency-key", "k")
              .json("{\"email\": \"" + AccountCalls.email(holder) + "\"}")
              .send(new CreateAccountHandler(useCase, AccountPath::ofContact)));
    }

    String resolve(Table table, String json) {
      return answer(
          Exchange.of("POST", "/v1/firms/f/registrations/r/resolution")
              .as(calls.staff.value())
              .path("firmId", calls.firm.id)
              .path("registrationId", registration.id())
              .json(json)
              .send(
                  new ResolveRegistrationHandler(
                      new ResolveRegistration(access(table), table, calls.firm.ids))));
    }

    String link(Table table) {
      return resolve(table, "{\"clientId\": \"" + calls.client.id() + "\"}");
    }

    String reject(Table table) {
      return resolve(table, "{\"reject\": true}");
    }

    /** Registers once more with the same address, and verifies it. */
    String registerAgain(Table table) {
      String token = Secrets.token();
      Token verification =
          Token.verification(
              token,
              "01234567",
              Hashes.sha256("browser"),
              new Purpose.ForRegistration(calls.firm.id, "meyer", "Rosa Klein"),
              ROSA,
              TestFirm.NOW);
      ValidTokens sent =
          new ValidTokens(TableKeys.sentToRegister(ROSA, calls.firm.id), List.of(), 0);
      calls.write(verification.create(), sent.add(verification));
      return answer(calls.verify(table, token));
    }

    String me(Table table) {
      return answer(
          Exchange.of("GET", "/v1/me")
              .as(rosa.value())
              .send(new GetMeHandler(new GetMe(table, calls.firm.clock))));
    }

    static String answer(Exchange.Answer answer) {
      return answer.status() + " " + answer.body();
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, String>> all = new TreeMap<>();
    all.put("CreateAccount", World::create);
    all.put(
        "ResendInvitation",
        (world, table) -> World.answer(world.calls.resend(table, world.holder, world.calls.staff)));
    all.put(
        "RevokeAccount",
        (world, table) -> World.answer(world.calls.revoke(table, world.holder, world.calls.staff)));
    all.put(
        "GetAccount",
        (world, table) ->
            World.answer(
                world
                    .calls
                    .exchange("GET", world.holder, "", world.calls.staff)
                    .send(
                        new GetAccountHandler(
                            new GetAccount(world.access(table)), AccountPath::ofContact))));
    all.put("ResolveRegistration, linked", World::link);
    all.put("ResolveRegistration, rejected", World::reject);
    all.put(
        "ListRegistrations",
        (world, table) ->
            World.answer(
                Exchange.of("GET", "/v1/firms/f/registrations")
                    .as(world.calls.staff.value())
                    .path("firmId", world.calls.firm.id)
                    .send(
                        new ListRegistrationsHandler(
                            new ListRegistrations(world.access(table), table)))));
    all.put("GetMe", World::me);
    all.put(
        "GetAccountInstructions",
        (world, table) ->
            World.answer(
                world
                    .calls
                    .exchange("GET", world.holder, "/instructions", world.calls.staff)
                    .send(
                        new GetAccountInstructionsHandler(
                            new GetAccountInstructions(
                                world.access(table), "https://portal.test")))));
    all.put(
        "AcceptInvitation",
        (world, table) ->
            World.answer(
                Exchange.of("POST", "/v1/invitations/accept")
                    .json("{\"token\": \"" + world.verification + "\"}")
                    .send(
                        new AcceptInvitationHandler(
                            new AcceptInvitation(
                                table, world.calls.firm.clock, world.calls.firm.ids)))));
    all.put("VerifyAccount", World::verify);
    all.put(
        "VerifyAccount, of a member",
        (world, table) -> World.answer(world.calls.verify(table, world.verificationOfMember)));
    all.put(
        "ResendMemberInvitation",
        (world, table) -> World.answer(world.calls.resend(table, world.member, world.calls.staff)));
    all.put(
        "RevokeMemberAccount",
        (world, table) -> World.answer(world.calls.revoke(table, world.member, world.calls.staff)));
    all.put(
        "Register",
        (world, table) ->
            World.answer(
                Exchange.of("POST", "/v1/registrations")
                    .json(
                        "{\"site\": \"meyer\", \"name\": \"Rosa\", \"email\": \""
                            + ROSA.value()
                            + "\"}")
                    .send(
                        new RegisterHandler(
                            new Register(table, world.calls.firm.clock, world.calls.firm.ids)))));
    all.put(
        "RequestPasswordReset",
        (world, table) ->
            World.answer(
                Exchange.of("POST", "/v1/password-resets")
                    .json("{\"email\": \"" + ROSA.value() + "\"}")
                    .send(
                        new RequestPasswordResetHandler(
                            new RequestPasswordReset(
                                table, world.calls.firm.clock, world.calls.firm.ids)))));
    all.put("ResetPassword", World::reset);
    all.put(
        "EndSessions",
        (world, table) ->
            World.answer(
                Exchange.of("DELETE", "/v1/me/sessions")
                    .as(world.rosa.value())
                    .send(
                        new EndSessionsHandler(
                            new EndSessions(
                                table, world.calls.identities, world.calls.firm.clock)))));
    all.put(
        "RevokeSessions",
        (world, table) -> {
          String person =
              new RevokeSessions(
                      table, world.calls.identities, world.calls.firm.clock, world.calls.firm.ids)
                  .handle(ROSA)
                  .value();
          if (world.isResetRefused) {
            world.reset(world.calls.firm.table);
          }
          return person;
        });
    all.put(
        "ReplaceRecoveryCodes",
        (world, table) ->
            String.valueOf(
                Exchange.of("POST", "/v1/me/recovery-codes")
                    .as(world.rosa.value())
                    .send(
                        new ReplaceRecoveryCodesHandler(
                            new ReplaceRecoveryCodes(
                                table, world.calls.firm.clock, world.calls.firm.ids)))
                    .status()));
    all.put("ResetSecondFactor", World::resetSecondFactor);
    all.put(
        "AppointOperator",
        (world, table) ->
            new AppointOperator(table, world.people(table), world.calls.firm.clock)
                .handle(ROSA)
                .value());
    return all;
  }

  private static void check(Supplier<World> world, Consumer<World> others) {
    Interleavings<World> interleavings =
        new Interleavings<>(world, here -> here.calls.firm.table, List.of(others));
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      ways += interleavings.check(each.getKey(), each.getValue());
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  /** The handlers of contacts have the use cases of clients. */
  @Test
  void allUseCasesAreHere() {
    Set<String> all =
        useCases().keySet().stream()
            .map(name -> name.replaceFirst(",.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> handlers = new TreeSet<>(UseCases.of(GetMeHandler.class));
    handlers.removeIf(name -> name.contains("Contact"));
    assertThat(all).isEqualTo(handlers);
  }

  @Test
  void whileOthersResolveTheRegistration() {
    check(World::new, world -> world.link(world.calls.firm.table));
    check(World::new, world -> world.reject(world.calls.firm.table));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(World::new, world -> world.create(world.calls.firm.table));
  }

  @Test
  void whileOthersRevokeTheAccount() {
    check(() -> new World().invited(), world -> world.calls.revoke(world.holder));
    check(() -> new World().active(), world -> world.calls.revoke(world.holder));
  }

  @Test
  void whileTheHolderVerifies() {
    check(() -> new World().invited(), world -> world.verify(world.calls.firm.table));
  }

  @Test
  void whileAMemberVerifies_orOthersRevokeTheirAccount() {
    check(
        () -> new World().memberInvited(),
        world -> world.calls.verify(world.calls.firm.table, world.verificationOfMember));
    check(
        () -> new World().memberInvited(),
        world -> world.calls.revoke(world.calls.firm.table, world.member, world.calls.staff));
    check(
        () -> new World().memberActive(),
        world -> world.calls.revoke(world.calls.firm.table, world.member, world.calls.staff));
  }

  @Test
  void whileThePersonSetsAnotherPassword() {
    check(() -> new World().forgotten(), World::resetMeanwhile);
  }

  /** A person registers again while staff decide: they get the account, or wait for staff again. */
  @Test
  void aRegistrationThatIsResolvedWhileItIsRepeated_isNotAddedToAgain() {
    new Interleavings<>(
            World::new,
            (World here) -> here.calls.firm.table,
            List.<Consumer<World>>of(world -> world.link(world.calls.firm.table)))
        .checkJob(
            (here, table) -> assertThat(here.registerAgain(table)).startsWith("20"),
            here ->
                assertThat(
                        here.calls.firm.table.partition(
                            TableKeys.registrations(here.calls.firm.id)))
                    .as("no registration waits for a person who has the account")
                    .noneMatch(item -> item.key().sk().startsWith(TableKeys.PENDING_PREFIX)));
  }
}
