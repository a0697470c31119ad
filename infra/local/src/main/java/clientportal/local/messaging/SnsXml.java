package clientportal.local.messaging;

import java.util.List;
import java.util.UUID;

/** The answers of SNS, in the XML of AWS's Query protocol. */
final class SnsXml {
  private static final String CONTENT_TYPE = "text/xml";
  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  /** The outcome of one message of a batch. */
  sealed interface Entry {
    record Sent(String id, String messageId) implements Entry {}

    record Failed(String id, Refusal refusal) implements Entry {}
  }

  private SnsXml() {}

  static Answer published(String messageId) {
    return result("Publish", element("MessageId", messageId));
  }

  static Answer optedOut(boolean is) {
    return result("CheckIfPhoneNumberIsOptedOut", element("isOptedOut", String.valueOf(is)));
  }

  static Answer batch(List<Entry> entries) {
    StringBuilder sent = new StringBuilder();
    StringBuilder failed = new StringBuilder();
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Sent(String id, String messageId) ->
            sent.append(member(element("Id", id) + element("MessageId", messageId)));
        case Entry.Failed(String id, Refusal refusal) ->
            failed.append(
                member(
                    element("Id", id)
                        + element("Code", refusal.code())
                        + element("Message", refusal.reason())
                        + element("SenderFault", String.valueOf(refusal.status() < 500))));
      }
    }
    return result(
        "PublishBatch", "<Successful>" + sent + "</Successful><Failed>" + failed + "</Failed>");
  }

  static Answer error(Refusal refusal) {
    String request = UUID.randomUUID().toString();
    return answer(
        refusal.status(),
        request,
        "<ErrorResponse xmlns=\""
            + NAMESPACE
            + "\"><Error>"
            + element("Type", refusal.status() < 500 ? "Sender" : "Receiver")
            + element("Code", refusal.code())
            + element("Message", refusal.reason())
            + "</Error>"
            + element("RequestId", request)
            + "</ErrorResponse>");
  }

  private static Answer result(String action, String content) {
    String request = UUID.randomUUID().toString();
    return answer(
        200,
        request,
        "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult><ResponseMetadata>%4$s</ResponseMetadata></%1$sResponse>"
            .formatted(action, NAMESPACE, content, element("RequestId", request)));
  }

  private static Answer answer(int status, String request, String xml) {
    return Answer.of(status, CONTENT_TYPE, xml).with("x-amzn-RequestId", request);
  }

  private static String member(String content) {
    return "<member>" + content + "</member>";
  }

  private static String element(String name, String text) {
    return "<" + name + ">" + escape(text) + "</" + name + ">";
  }

  /** Escapes text and removes the characters that XML 1.0 does not allow. */
  private static String escape(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
