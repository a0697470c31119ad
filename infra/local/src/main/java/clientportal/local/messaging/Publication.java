package clientportal.local.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** One message to publish, alone or in a batch, that SNS accepts. */
record Publication(
    String message, boolean byProtocol, Map<String, Map<String, String>> attributes) {
  static final int MAX_BYTES = 256 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();
  // ASCII that starts with a letter, a digit or punctuation; fewer than 100 characters.
  private static final Pattern SUBJECT = Pattern.compile("[!-~][ -~]{0,98}");
  private static final Pattern ATTRIBUTE_NAME =
      Pattern.compile("(?!\\.)(?!.*\\.\\.)[A-Za-z0-9_.-]{1,256}(?<!\\.)");

  static Publication of(Form form) {
    String message = form.text("Message").orElse("");
    if (message.isEmpty()) {
      throw invalid("Empty message");
    }
    form.text("Subject")
        .filter(subject -> !SUBJECT.matcher(subject).matches())
        .ifPresent(subject -> {
          throw invalid("Subject");
        });
    if (form.text("MessageDeduplicationId").isPresent()) {
      throw invalid(
          "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter"
              + " that is not valid for this topic type");
    }
    boolean byProtocol =
        switch (form.text("MessageStructure").orElse("string")) {
          case "string", "" -> false;
          case "json" -> true;
          default -> throw invalid("MessageStructure");
        };
    Publication publication = new Publication(message, byProtocol, attributes(form));
    if (byProtocol) {
      publication.messageFor("default");
    }
    return publication;
  }

  Publication requireShort() {
    if (bytes() > MAX_BYTES) {
      throw invalid("Message too long");
    }
    return this;
  }

  /** The text for subscribers of a protocol: its own, or the default. */
  String messageFor(String protocol) {
    if (!byProtocol) {
      return message;
    }
    try {
      JsonNode texts = JSON.readTree(message);
      if (!texts.path("default").isTextual()) {
        throw invalid("Message Structure - No default entry in JSON message body");
      }
      JsonNode own = texts.path(protocol);
      return own.isTextual() ? own.textValue() : texts.path("default").textValue();
    } catch (JsonProcessingException e) {
      throw invalid("Message Structure - JSON message body failed to parse");
    }
  }

  /** The size in bytes, including names, types and values of the attributes. */
  int bytes() {
    int bytes = utf8(message);
    for (Map.Entry<String, Map<String, String>> attribute : attributes.entrySet()) {
      bytes += utf8(attribute.getKey());
      for (String part : attribute.getValue().values()) {
        bytes += utf8(part);
      }
    }
    return bytes;
  }

  private static Map<String, Map<String, String>> attributes(Form form) {
    Map<String, Map<String, String>> attributes = new LinkedHashMap<>();
    for (Form entry : form.members("MessageAttributes.entry")) {
      String name = entry.text("Name").orElse("");
      if (!ATTRIBUTE_NAME.matcher(name).matches()) {
        throw wrongValue("Invalid message attribute name '" + name + "'.");
      }
      String type = entry.text("Value.DataType").orElse("");
      boolean binary = type.equals("Binary");
      String value = entry.text(binary ? "Value.BinaryValue" : "Value.StringValue").orElse("");
      if (type.isEmpty()) {
        throw wrongValue(
            "The message attribute '" + name + "' must contain non-empty message attribute type.");
      }
      if (value.isEmpty()) {
        throw wrongValue(
            "The message attribute '"
                + name
                + "' must contain non-empty message attribute value for message attribute type '"
                + type
                + "'.");
      }
      checkValue(name, type, value);
      Map<String, String> attribute = new LinkedHashMap<>();
      attribute.put("Type", type);
      attribute.put("Value", value);
      attributes.put(name, attribute);
    }
    return attributes;
  }

  private static void checkValue(String name, String type, String value) {
    try {
      switch (type) {
        case "String" -> {}
        case "Number" -> new BigDecimal(value);
        case "Binary" -> Base64.getDecoder().decode(value);
        case "String.Array" -> {
          if (!JSON.readTree(value).isArray()) {
            throw wrongValue("The message attribute '" + name + "' is not an array.");
          }
        }
        default ->
            throw wrongValue(
                "The message attribute '"
                    + name
                    + "' has an invalid message attribute type, the set of supported type prefixes"
                    + " is Binary, Number, and String.");
      }
    } catch (IllegalArgumentException | JsonProcessingException e) {
      throw wrongValue("Could not cast message attribute '" + name + "' value to " + type + ".");
    }
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Refusal invalid(String reason) {
    return new Refusal(400, "InvalidParameter", "Invalid parameter: " + reason);
  }

  private static Refusal wrongValue(String reason) {
    return new Refusal(400, "ParameterValueInvalid", reason);
  }
}
