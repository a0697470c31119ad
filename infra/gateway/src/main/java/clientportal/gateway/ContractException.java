package clientportal.gateway;

import java.util.List;

/** A contract cannot be imported; the message lists all its faults. */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ContractException(List<String> faults) {
    super("The contract cannot be imported:\n  - " + String.join("\n  - ", faults));
  }
}
