package clientportal.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.local.functions.AwsCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Public routes do not reveal who has an account: neither by their answers nor by their work. */
final class PublicRoutesRevealNothingIT {
  private final Office office = Office.open();

  /** Addresses that the portal knows in some way, an unknown one, and one without a mailbox. */
  private List<String> addresses() {
    Office.Client known = office.client("Known");
    String contact = Portal.email("contact");
    office.contact(known, "Contact", contact, false);
    return List.of(
        office.activeClient("Active").person().email(),
        office.client("Invited").invite().email(),
        known.email(),
        known.email().toUpperCase(Locale.ROOT),
        contact,
        office.administrator().email(),
        "operator@portal.test",
        Portal.email("nobody"),
        "x@no-such-domain.invalid",
        "x@b\u00fccher.test",
        "a".repeat(64) + "@" + "b".repeat(58) + ".test");
  }

  @Test
  void register_isTheSameForEveryAddress() {
    List<String> addresses = addresses();
    // The first call of an hour begins its counters, whatever the address.
    Visitor visitor = Visitor.elsewhere();
    visitor.register(office.slug(), "Name", Portal.email("first")).is(202);

    isTheSame("Register", addresses, address -> visitor.register(office.slug(), "Name", address));
  }

  @Test
  void requestPasswordReset_isTheSameForEveryAddress() {
    isTheSame(
        "RequestPasswordReset",
        addresses(),
        address -> Visitor.elsewhere().requestPasswordReset(address));
  }

  @Test
  void acceptInvitation_isTheSameForEveryToken() {
    String live = invitation("Live");
    String used = invitation("Used");
    Visitor visitor = Visitor.elsewhere();
    visitor.accept(used).is(202);
    List<String> tokens =
        List.of(live, used, "A".repeat(43), "a", "%00", live + "x", "\u00e9".repeat(200));

    isTheSame("AcceptInvitation", tokens, token -> Visitor.elsewhere().accept(token));
  }

  private String invitation(String name) {
    return Portal.token(Portal.lastMail(office.client(name).invite().email()));
  }

  private static void isTheSame(
      String function, List<String> values, Function<String, Answer> call) {
    TreeSet<String> answers = new TreeSet<>();
    TreeSet<String> work = new TreeSet<>();
    for (String value : values) {
      List<Answer> answer = new ArrayList<>();
      List<AwsCall> calls = Portal.calls(function, () -> answer.add(call.apply(value).is(202)));
      answers.add(bytes(answer.getFirst()));
      work.add(calls.stream().map(PublicRoutesRevealNothingIT::shape).toList().toString());
    }
    assertThat(answers).hasSize(1);
    assertThat(work).hasSize(1);
    assertThat(work.first()).contains("PutItem");
  }

  /** The whole answer, but for what is random and for the time. */
  private static String bytes(Answer answer) {
    TreeSet<String> headers = new TreeSet<>();
    answer.headers().map().forEach((name, sent) -> headers.add(name + sent));
    headers.removeIf(header -> header.matches("(?i)(date|apigw-requestid|x-request-id).*"));
    return headers
        + answer
            .text()
            .replaceAll("[A-Za-z0-9_-]{43}", "KEY")
            .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]{12}Z", "TIME");
  }

  /** What is asked of AWS, but for the values. */
  private static String shape(AwsCall call) {
    return call.operation()
        + switch (call.request()) {
          case PutItemRequest put ->
              new TreeSet<>(put.item().keySet())
                  + " "
                  + new TreeSet<>(requireNonNull(put.item().get("data")).m().keySet());
          case UpdateItemRequest update ->
              update.updateExpression() + " if " + update.conditionExpression();
          case BatchGetItemRequest read ->
              read.requestItems().values().stream()
                  .map(keys -> keys.keys().size())
                  .toList()
                  .toString();
          default -> "";
        };
  }
}
