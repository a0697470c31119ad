package clientportal.local.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SES API v2: {@code SendEmail}, {@code GetAccount} and {@code GetEmailIdentity}; other operations
 * are refused by name. A mail goes to the outbox once per recipient. As on AWS, its events are
 * published only if the mail names a configuration set.
 */
public final class SesStandIn implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern IDENTITY = Pattern.compile("/v2/email/identities/([^/]+)");
  private static final Pattern SUPPRESSED =
      Pattern.compile("/v2/email/suppression/addresses/([^/]+)");
  private static final int DAILY_QUOTA = 50_000;
  private static final int SENDS_A_SECOND = 14;

  private final SesSettings settings;
  private final Clock clock;
  private final Outbox outbox;
  private final SesEvents events;
  private volatile SesAccount account = SesAccount.SENDING;

  public SesStandIn(
      SesSettings settings, Clock clock, Outbox outbox, Consumer<Map<String, Object>> eventBridge) {
    this.settings = settings;
    this.clock = clock;
    this.outbox = outbox;
    this.events = new SesEvents(settings, clock, eventBridge);
  }

  /** Sets the state of the account for all later mails. */
  public void account(SesAccount state) {
    account = state;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Answer answer;
    try {
      Request request = Request.of(exchange);
      authenticate(request);
      answer = json(200, operation(request));
    } catch (Refusal refusal) {
      answer =
          json(refusal.status(), Map.of("message", refusal.reason()))
              .with("x-amzn-ErrorType", refusal.code());
    }
    answer.with("x-amzn-RequestId", UUID.randomUUID().toString()).send(exchange);
  }

  private void authenticate(Request request) {
    if (request.header("Authorization").isEmpty()) {
      throw new Refusal(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    CredentialScope scope =
        CredentialScope.of(request)
            .orElseThrow(() ->
                new Refusal(
                    403,
                    "IncompleteSignatureException",
                    "Authorization header is not one of Signature Version 4."));
    if (!scope.service().equals("ses")) {
      throw new Refusal(
          403,
          "InvalidSignatureException",
          "Credential should be scoped to correct service: 'ses'.");
    }
    if (!scope.region().equals(settings.region())) {
      throw new Refusal(
          403, "InvalidSignatureException", "Credential should be scoped to a valid region.");
    }
  }

  private Map<String, Object> operation(Request request) {
    String operation = request.method() + " " + request.path();
    if (operation.equals("POST /v2/email/outbound-emails")) {
      return sendEmail(request);
    }
    if (operation.equals("GET /v2/email/account")) {
      return getAccount();
    }
    if (operation.equals("PUT /v2/email/suppression/addresses")) {
      events.suppress(parse(request).path("EmailAddress").asText());
      return Map.of();
    }
    Matcher suppressed = SUPPRESSED.matcher(request.path());
    if (request.method().equals("DELETE") && suppressed.matches()) {
      events.allow(URLDecoder.decode(suppressed.group(1), StandardCharsets.UTF_8));
      return Map.of();
    }
    Matcher identity = IDENTITY.matcher(request.path());
    if (request.method().equals("GET") && identity.matches()) {
      return getEmailIdentity(URLDecoder.decode(identity.group(1), StandardCharsets.UTF_8));
    }
    throw new Refusal(
        404, "UnknownOperationException", "The local SES has no operation " + operation);
  }

  private Map<String, Object> sendEmail(Request request) {
    account.requireSending();
    OutgoingMail mail = new SendEmail(parse(request)).read();
    mail.configurationSet().ifPresent(this::requireConfigurationSet);
    requireVerified(mail.senders());
    Instant now = clock.instant();
    String messageId = messageId(now);
    Map<String, String> headers = new LinkedHashMap<>(mail.headers());
    headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
    headers.put("Message-ID", "<" + messageId + "@" + settings.region() + ".amazonses.com>");
    for (MailAddress to : mail.recipients()) {
      outbox.add(
          new Message(
              Message.Channel.EMAIL,
              to.address(),
              mail.subject(),
              mail.text(),
              mail.html(),
              headers,
              now));
    }
    mail.configurationSet().ifPresent(set -> events.publish(mail, set, messageId));
    return Map.of("MessageId", messageId);
  }

  private static JsonNode parse(Request request) {
    try {
      JsonNode body = JSON.readTree(request.body());
      if (body.isObject()) {
        return body;
      }
    } catch (IOException e) {
      throw new Refusal(400, "SerializationException", "The body is not JSON.");
    }
    throw new Refusal(400, "SerializationException", "The body is not a JSON object.");
  }

  private void requireConfigurationSet(String name) {
    if (!settings.configurationSets().contains(name)) {
      throw new Refusal(
          404, "NotFoundException", "Configuration set <" + name + "> does not exist.");
    }
  }

  private void requireVerified(List<MailAddress> senders) {
    List<String> failed =
        senders.stream()
            .filter(sender -> !verified(sender))
            .map(MailAddress::address)
            .distinct()
            .toList();
    if (!failed.isEmpty()) {
      throw new Refusal(
          400,
          "MessageRejected",
          "Email address is not verified. The following identities failed the check in region "
              + settings.region().toUpperCase(Locale.ROOT)
              + ": "
              + String.join(", ", failed));
    }
  }

  /** A verified domain covers its subdomains, a verified address its labels after a plus sign. */
  private boolean verified(MailAddress sender) {
    Set<String> identities = settings.verifiedIdentities();
    String bare = sender.local().replaceFirst("\\+.*$", "") + "@" + sender.domain();
    if (identities.contains(sender.address()) || identities.contains(bare)) {
      return true;
    }
    for (String domain = sender.domain(); domain.contains("."); domain = parent(domain)) {
      if (identities.contains(domain)) {
        return true;
      }
    }
    return identities.contains(sender.domain());
  }

  private static String parent(String domain) {
    return domain.substring(domain.indexOf('.') + 1);
  }

  private Map<String, Object> getAccount() {
    Instant since = clock.instant().minusSeconds(24 * 60 * 60);
    long sent =
        outbox.messages().stream()
            .filter(message -> message.channel() == Message.Channel.EMAIL)
            .filter(message -> message.sentAt().isAfter(since))
            .count();
    return Map.of(
        "DedicatedIpAutoWarmupEnabled",
        false,
        "EnforcementStatus",
        account == SesAccount.SUSPENDED ? "SHUTDOWN" : "HEALTHY",
        "ProductionAccessEnabled",
        true,
        "SendingEnabled",
        account == SesAccount.SENDING || account == SesAccount.THROTTLED,
        "SendQuota",
        Map.of(
            "Max24HourSend", DAILY_QUOTA,
            "MaxSendRate", SENDS_A_SECOND,
            "SentLast24Hours", sent));
  }

  private Map<String, Object> getEmailIdentity(String identity) {
    if (!settings.verifiedIdentities().contains(identity)) {
      throw new Refusal(
          404, "NotFoundException", "Email identity " + identity + " does not exist.");
    }
    return Map.of(
        "IdentityType",
        identity.contains("@") ? "EMAIL_ADDRESS" : "DOMAIN",
        "FeedbackForwardingStatus",
        true,
        "VerifiedForSendingStatus",
        true,
        "VerificationStatus",
        "SUCCESS",
        "Policies",
        Map.of(),
        "Tags",
        List.of());
  }

  private static String messageId(Instant now) {
    return String.format(Locale.ROOT, "%016x-%s-000000", now.toEpochMilli(), UUID.randomUUID());
  }

  private static Answer json(int status, Map<String, Object> body) {
    try {
      return Answer.of(status, "application/json", JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
