package clientportal.local.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a {@code SendEmail} request and refuses the mails that SES refuses. */
final class SendEmail {
  private static final int MAX_RECIPIENTS = 50;
  private static final int MAX_HEADERS = 15;
  private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-@A-~]{1,126}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{1,995}");
  private static final int MAX_HEADER = 996;
  private static final Pattern TAG_NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
  private static final Pattern TAG_VALUE = Pattern.compile("[A-Za-z0-9_.@-]{1,256}");
  // Headers that SES itself sets.
  private static final Set<String> DISALLOWED_HEADERS =
      Set.of(
          "bcc",
          "cc",
          "content-disposition",
          "content-type",
          "date",
          "from",
          "message-id",
          "mime-version",
          "reply-to",
          "return-path",
          "subject",
          "to");
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "EndpointId",
          "TenantName",
          "FromEmailAddressIdentityArn",
          "FeedbackForwardingEmailAddressIdentityArn");

  private final JsonNode request;

  SendEmail(JsonNode request) {
    this.request = request;
  }

  OutgoingMail read() {
    for (String name : UNSUPPORTED) {
      if (request.has(name)) {
        throw refused(name + " is not supported by the local SES.");
      }
    }
    JsonNode content = request.path("Content");
    JsonNode template = content.path("Template");
    if (content.has("Simple") && !content.has("Raw") && template.isMissingNode()) {
      return simple(content.path("Simple"));
    }
    if (content.has("Raw") && !content.has("Simple") && template.isMissingNode()) {
      return raw(content.path("Raw"));
    }
    if (template.isObject() && content.size() == 1) {
      String name = text(template, "TemplateName").orElse("");
      throw new Refusal(404, "NotFoundException", "Template " + name + " does not exist.");
    }
    throw refused("The content must be one of Simple, Raw and Template.");
  }

  private OutgoingMail simple(JsonNode content) {
    if (content.has("Attachments")) {
      throw refused("Attachments are not supported by the local SES: send Raw content.");
    }
    MailAddress from =
        text(request, "FromEmailAddress")
            .map(MailAddress::parse)
            .orElseThrow(() -> refused("Missing required header 'From'."));
    String subject = required(content.path("Subject"), "content.simple.subject");
    JsonNode body = content.path("Body");
    String text = body.has("Text") ? required(body.path("Text"), "content.simple.body.text") : null;
    String html = body.has("Html") ? required(body.path("Html"), "content.simple.body.html") : null;
    if (text == null && html == null) {
      throw refused("Body must have Text or Html.");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("From", from.asSent());
    put(headers, "To", addresses(request.path("Destination"), "ToAddresses"));
    put(headers, "Cc", addresses(request.path("Destination"), "CcAddresses"));
    put(headers, "Reply-To", addresses(request, "ReplyToAddresses"));
    headers.put("Subject", subject);
    headers.putAll(customHeaders(content.path("Headers")));
    return mail(from, List.of(from), destination(), headers, subject, text, html);
  }

  private OutgoingMail raw(JsonNode content) {
    MimeMessage message = MimeMessage.parse(rawBytes(content));
    MailAddress written =
        message
            .header("From")
            .map(MailAddress::parse)
            .orElseThrow(() -> refused("Missing required header 'From'."));
    MailAddress from = text(request, "FromEmailAddress").map(MailAddress::parse).orElse(written);
    List<MailAddress> recipients = destination();
    if (recipients.isEmpty()) {
      for (String name : List.of("To", "Cc", "Bcc")) {
        message.header(name).map(MailAddress::parseList).ifPresent(recipients::addAll);
      }
    }
    Map<String, String> headers = new LinkedHashMap<>();
    message
        .headers()
        .forEach((name, value) -> {
          if (!dropped(name)) {
            headers.put(name, value);
          }
        });
    String subject = message.header("Subject").map(MimeMessage::decodeWords).orElse(null);
    return mail(
            from,
            List.of(from, written),
            recipients,
            headers,
            subject,
            message.text(),
            message.html())
        .orConfigurationSet(message.header("X-SES-CONFIGURATION-SET"));
  }

  private OutgoingMail mail(
      MailAddress from,
      List<MailAddress> writers,
      List<MailAddress> recipients,
      Map<String, String> headers,
      @Nullable String subject,
      @Nullable String text,
      @Nullable String html) {
    if (recipients.isEmpty()) {
      throw refused("Missing required header 'To'.");
    }
    if (recipients.size() > MAX_RECIPIENTS) {
      throw refused("Recipient count exceeds " + MAX_RECIPIENTS + ".");
    }
    List<MailAddress> senders = new ArrayList<>(writers);
    text(request, "FeedbackForwardingEmailAddress").map(MailAddress::parse).ifPresent(senders::add);
    Optional<String> set = text(request, "ConfigurationSetName");
    return new OutgoingMail(from, senders, recipients, headers, subject, text, html, set, tags());
  }

  private List<MailAddress> destination() {
    List<MailAddress> all = new ArrayList<>();
    for (String field : List.of("ToAddresses", "CcAddresses", "BccAddresses")) {
      all.addAll(addresses(request.path("Destination"), field));
    }
    return all;
  }

  private static List<MailAddress> addresses(JsonNode parent, String field) {
    List<MailAddress> addresses = new ArrayList<>();
    for (JsonNode entry : parent.path(field)) {
      addresses.add(MailAddress.parse(entry.asText()));
    }
    return addresses;
  }

  private static void put(Map<String, String> headers, String name, List<MailAddress> addresses) {
    if (!addresses.isEmpty()) {
      headers.put(
          name, addresses.stream().map(MailAddress::asSent).collect(Collectors.joining(", ")));
    }
  }

  private static Map<String, String> customHeaders(JsonNode entries) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (entries.size() > MAX_HEADERS) {
      throw refused("A message may have at most " + MAX_HEADERS + " custom headers.");
    }
    for (JsonNode entry : entries) {
      String name = text(entry, "Name").orElse("");
      String value = text(entry, "Value").orElse("");
      if (!HEADER_NAME.matcher(name).matches()) {
        throw refused("Invalid header name '" + name + "'.");
      }
      if (!HEADER_VALUE.matcher(value).matches() || name.length() + value.length() > MAX_HEADER) {
        throw refused("Invalid value of header '" + name + "'.");
      }
      if (DISALLOWED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        throw refused("Header '" + name + "' is not allowed as a custom header.");
      }
      headers.put(name, value);
    }
    return headers;
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    for (JsonNode entry : request.path("EmailTags")) {
      String name = text(entry, "Name").orElse("");
      String value = text(entry, "Value").orElse("");
      if (!TAG_NAME.matcher(name).matches()) {
        throw refused("Invalid tag name '" + name + "'.");
      }
      if (!TAG_VALUE.matcher(value).matches()) {
        throw refused("Invalid tag value '" + value + "'.");
      }
      tags.put(name, value);
    }
    return tags;
  }

  private static boolean dropped(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.equals("bcc")
        || name.equals("return-path")
        || name.equals("date")
        || name.equals("message-id")
        || name.startsWith("x-ses-");
  }

  private static byte[] rawBytes(JsonNode content) {
    String data = text(content, "Data").orElseThrow(() -> refused("Raw content must have Data."));
    try {
      return Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "SerializationException", "Raw.Data is not in Base64.");
    }
  }

  /** The text as it arrives: characters missing in its character set become question marks. */
  private static String required(JsonNode content, String field) {
    String data =
        text(content, "Data")
            .orElseThrow(() ->
                refused(
                    "1 validation error detected: Value null at '"
                        + field
                        + ".data' failed to satisfy constraint: Member must not be null"));
    try {
      Charset charset =
          text(content, "Charset").map(Charset::forName).orElse(StandardCharsets.US_ASCII);
      return new String(data.getBytes(charset), charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw refused("Unsupported charset in " + field + ".");
    }
  }

  private static Optional<String> text(JsonNode parent, String field) {
    JsonNode node = parent.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw new Refusal(400, "SerializationException", field + " must be a string.");
    }
    return Optional.of(node.textValue());
  }

  private static Refusal refused(String reason) {
    return new Refusal(400, "BadRequestException", reason);
  }
}
