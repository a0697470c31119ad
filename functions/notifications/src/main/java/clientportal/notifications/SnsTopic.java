package clientportal.notifications;

import clientportal.delivery.EventMessage;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes to an SNS topic. */
record SnsTopic(SnsClient sns, String arn) implements Topic {
  @Override
  public void publish(String type, EventMessage message) {
    MessageAttributeValue attribute =
        MessageAttributeValue.builder().dataType("String").stringValue(type).build();
    sns.publish(publication ->
        publication
            .topicArn(arn)
            .message(message.json())
            .messageAttributes(Map.of("type", attribute)));
  }
}
