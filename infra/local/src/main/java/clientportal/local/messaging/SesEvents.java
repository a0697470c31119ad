package clientportal.local.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The events that SES publishes to EventBridge: a send for each mail, then for each recipient a
 * delivery or bounce, and perhaps a complaint. Only addresses of the mailbox simulator, and those
 * that are suppressed, bounce or complain.
 */
final class SesEvents {
  static final String ACCOUNT = "000000000000";

  private static final Pattern SIMULATOR =
      Pattern.compile(
          "(success|bounce|ooto|complaint|suppressionlist)(\\+.*)?@simulator\\.amazonses\\.com");
  private static final String MTA = "a8-70.smtp-out.amazonses.com";

  private final SesSettings settings;
  private final Clock clock;
  private final Consumer<Map<String, Object>> eventBridge;
  private final Set<String> suppressed = ConcurrentHashMap.newKeySet();

  SesEvents(SesSettings settings, Clock clock, Consumer<Map<String, Object>> eventBridge) {
    this.settings = settings;
    this.clock = clock;
    this.eventBridge = eventBridge;
  }

  /** Has mails to an address bounce from now on, as the account's suppression list does. */
  void suppress(String address) {
    suppressed.add(address.toLowerCase(Locale.ROOT));
  }

  /** Takes an address off the suppression list. */
  void allow(String address) {
    suppressed.remove(address.toLowerCase(Locale.ROOT));
  }

  void publish(OutgoingMail mail, String configurationSet, String messageId) {
    Instant sentAt = clock.instant();
    Map<String, Object> about = about(mail, configurationSet, messageId, sentAt);
    event("Email Sent", "Send", about, "send", Map.of(), configurationSet);
    for (MailAddress recipient : mail.recipients()) {
      String address = recipient.address();
      switch (simulated(address)) {
        case "bounce" -> {
          Map<String, Object> bounce = bounce(address, "General", "smtp; 550 5.1.1 user unknown");
          event("Email Bounced", "Bounce", about, "bounce", bounce, configurationSet);
        }
        case "suppressed" -> {
          Map<String, Object> bounce =
              bounce(
                  address,
                  "OnAccountSuppressionList",
                  "Amazon SES did not send the message to this address because it is on the"
                      + " suppression list for your account.");
          event("Email Bounced", "Bounce", about, "bounce", bounce, configurationSet);
        }
        case "suppressionlist" -> {
          Map<String, Object> bounce =
              bounce(
                  address,
                  "Suppressed",
                  "Amazon SES has suppressed sending to this address because it has a recent"
                      + " history of bouncing as an invalid address.");
          event("Email Bounced", "Bounce", about, "bounce", bounce, configurationSet);
        }
        case "complaint" -> {
          event(
              "Email Delivered",
              "Delivery",
              about,
              "delivery",
              delivery(address),
              configurationSet);
          event(
              "Email Complaint Received",
              "Complaint",
              about,
              "complaint",
              complaint(address),
              configurationSet);
        }
        default ->
            event(
                "Email Delivered",
                "Delivery",
                about,
                "delivery",
                delivery(address),
                configurationSet);
      }
    }
  }

  private String simulated(String address) {
    if (suppressed.contains(address.toLowerCase(Locale.ROOT))) {
      return "suppressed";
    }
    Matcher simulator = SIMULATOR.matcher(address.toLowerCase(Locale.ROOT));
    return simulator.matches() ? simulator.group(1) : "success";
  }

  private void event(
      String detailType,
      String eventType,
      Map<String, Object> mail,
      String field,
      Map<String, Object> what,
      String configurationSet) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("eventType", eventType);
    detail.put("mail", mail);
    detail.put(field, what);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", detailType);
    event.put("source", "aws.ses");
    event.put("account", ACCOUNT);
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", settings.region());
    event.put("resources", List.of(arn("configuration-set/" + configurationSet)));
    event.put("detail", detail);
    eventBridge.accept(event);
  }

  private Map<String, Object> about(
      OutgoingMail mail, String configurationSet, String messageId, Instant sentAt) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("timestamp", MessageJson.time(sentAt));
    about.put("source", mail.from().asSent());
    about.put("sourceArn", arn("identity/" + mail.from().address()));
    about.put("sendingAccountId", ACCOUNT);
    about.put("messageId", messageId);
    about.put("destination", mail.recipients().stream().map(MailAddress::address).toList());
    about.put("headersTruncated", false);
    List<Map<String, String>> headers = new ArrayList<>();
    mail.headers().forEach((name, value) -> headers.add(Map.of("name", name, "value", value)));
    about.put("headers", headers);
    Map<String, Object> common = new LinkedHashMap<>();
    common.put("from", List.of(mail.from().asSent()));
    common.put("to", mail.recipients().stream().map(MailAddress::address).toList());
    common.put("messageId", messageId);
    if (mail.subject() != null) {
      common.put("subject", mail.subject());
    }
    about.put("commonHeaders", common);
    Map<String, Object> tags = new LinkedHashMap<>();
    tags.put("ses:configuration-set", List.of(configurationSet));
    tags.put("ses:source-ip", List.of("127.0.0.1"));
    tags.put("ses:from-domain", List.of(mail.from().domain()));
    tags.put("ses:caller-identity", List.of("local"));
    mail.tags().forEach((name, value) -> tags.put(name, List.of(value)));
    about.put("tags", tags);
    return about;
  }

  private Map<String, Object> bounce(String address, String subType, String diagnosis) {
    Map<String, Object> bounce = feedback();
    bounce.put("bounceType", "Permanent");
    bounce.put("bounceSubType", subType);
    bounce.put(
        "bouncedRecipients",
        List.of(
            Map.of(
                "emailAddress",
                address,
                "action",
                "failed",
                "status",
                "5.1.1",
                "diagnosticCode",
                diagnosis)));
    bounce.put("reportingMTA", "dsn; " + MTA);
    return bounce;
  }

  private Map<String, Object> complaint(String address) {
    Map<String, Object> complaint = feedback();
    complaint.put("complainedRecipients", List.of(Map.of("emailAddress", address)));
    complaint.put("userAgent", "Amazon SES Mailbox Simulator");
    complaint.put("complaintFeedbackType", "abuse");
    complaint.put("arrivalDate", MessageJson.time(clock.instant()));
    return complaint;
  }

  private Map<String, Object> delivery(String address) {
    Map<String, Object> delivery = new LinkedHashMap<>();
    delivery.put("timestamp", MessageJson.time(clock.instant()));
    delivery.put("processingTimeMillis", 1);
    delivery.put("recipients", List.of(address));
    delivery.put("smtpResponse", "250 2.6.0 Message received");
    delivery.put("reportingMTA", MTA);
    return delivery;
  }

  private Map<String, Object> feedback() {
    Map<String, Object> feedback = new LinkedHashMap<>();
    feedback.put("feedbackId", UUID.randomUUID() + "-000000");
    feedback.put("timestamp", MessageJson.time(clock.instant()));
    return feedback;
  }

  private String arn(String resource) {
    return "arn:aws:ses:" + settings.region() + ":" + ACCOUNT + ":" + resource;
  }
}
