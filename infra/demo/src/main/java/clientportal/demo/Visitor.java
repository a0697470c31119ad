package clientportal.demo;

/**
 * A person with a mailbox.
 *
 * @param number tells the person's address on the network from everybody else's
 * @param what what the person is to the firm
 */
record Visitor(int number, String name, String email, String what) {

  /**
   * Where the person calls from: public routes count calls per address (RFC 5737's are nobody's).
   */
  String sourceIp() {
    return "192.0.2." + number;
  }
}
