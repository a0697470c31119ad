package clientportal.architecture.planted.firms;

final class ReadsTheEnvironment {
  private ReadsTheEnvironment() {}

  static String variable() {
    return String.valueOf(System.getenv("TABLE_NAME"));
  }
}
