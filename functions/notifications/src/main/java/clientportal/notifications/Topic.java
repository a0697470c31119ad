package clientportal.notifications;

/** Where events go that others may want to know of. */
interface Topic {

  /**
   * Publishes a message.
   *
   * @param type the event's type, which subscriptions filter by
   */
  void publish(String type, EventMessage message);
}
