package clientportal.notifications;

import clientportal.delivery.EventMessage;

/** The topic on which events are published. */
interface Topic {

  /**
   * Publishes a message.
   *
   * @param type the event's type, which subscriptions filter by
   */
  void publish(String type, EventMessage message);
}
