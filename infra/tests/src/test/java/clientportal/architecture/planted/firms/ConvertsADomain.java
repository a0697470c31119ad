package clientportal.architecture.planted.firms;

import java.net.IDN;

final class ConvertsADomain {
  private ConvertsADomain() {}

  static String ascii(String domain) {
    return IDN.toASCII(domain);
  }
}
