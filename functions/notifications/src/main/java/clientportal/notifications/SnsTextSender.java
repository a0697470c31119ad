package clientportal.notifications;

import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Sends through SNS. Whoever has answered a text message with STOP has opted out: SNS would accept
 * further ones and deliver none, so it is asked first.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sms_manage.html">opting out</a>
 */
record SnsTextSender(SnsClient sns) implements TextSender {
  /** Delivered before advertising; the portal sends nothing else. */
  private static final MessageAttributeValue TRANSACTIONAL =
      MessageAttributeValue.builder().dataType("String").stringValue("Transactional").build();

  @Override
  public void send(String phone, String text) {
    try {
      if (sns.checkIfPhoneNumberIsOptedOut(check -> check.phoneNumber(phone)).isOptedOut()) {
        throw new TextRefusedException("opted out");
      }
      sns.publish(message ->
          message
              .phoneNumber(phone)
              .message(text)
              .messageAttributes(Map.of("AWS.SNS.SMS.SMSType", TRANSACTIONAL)));
    } catch (InvalidParameterException | InvalidParameterValueException refused) {
      // The message of SNS contains the number, which must not be logged.
      throw new TextRefusedException(refused.getClass().getSimpleName());
    }
  }
}
