package clientportal.demo;

/**
 * A person with a mailbox.
 *
 * @param number makes the person's IP address different from all others
 * @param what what the person is to the firm
 */
record Visitor(int number, String name, String email, String what) {

  /**
   * The person's IP address, from a range for documentation (RFC 5737): public routes count by it.
   */
  String sourceIp() {
    return "192.0.2." + number;
  }
}
