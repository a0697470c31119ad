package clientportal.notifications.mail;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.platform.log.LogLine;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;

/**
 * Sends through SES, whose configuration set reports what became of each mail.
 *
 * @param from the portal's own address, which SES has verified
 */
public record SesMailSender(SesV2Client ses, String from, String configurationSet)
    implements MailSender {
  @Override
  public void send(Sender sender, String address, Mail mail, Map<String, String> tags) {
    try {
      ses.sendEmail(email ->
          email
              .fromEmailAddress(MailAddress.named(sender.name(), from))
              .destination(to -> to.toAddresses(address))
              .replyToAddresses(sender.replyTo().stream().map(EmailAddress::value).toList())
              .configurationSetName(configurationSet)
              .emailTags(tags(tags))
              .content(content -> content.simple(message(mail))));
      sender.firm().map(FirmId::value).ifPresent(LogLine::countMail);
    } catch (MessageRejectedException | BadRequestException refused) {
      // The message of SES can contain the address, which must not be logged.
      throw new MailRefusedException(refused.getClass().getSimpleName());
    }
  }

  private static List<MessageTag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> MessageTag.builder().name(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private static Message message(Mail mail) {
    // Keeps holiday replies from being sent to the portal (RFC 3834).
    MessageHeader automatic =
        MessageHeader.builder().name("Auto-Submitted").value("auto-generated").build();
    return Message.builder()
        .subject(utf8(mail.subject()))
        .body(body -> body.text(utf8(mail.text())).html(utf8(mail.html())))
        .headers(automatic)
        .build();
  }

  private static Content utf8(String data) {
    return Content.builder().charset("UTF-8").data(data).build();
  }
}
