package clientportal.gateway;

import java.util.List;

/** Tells all that keeps a contract from being imported. */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ContractException(List<String> faults) {
    super("The contract cannot be imported:\n  - " + String.join("\n  - ", faults));
  }
}
