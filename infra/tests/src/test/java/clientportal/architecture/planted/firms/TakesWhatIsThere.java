package clientportal.architecture.planted.firms;

import clientportal.architecture.planted.platform.Environment;

final class TakesWhatIsThere {
  private TakesWhatIsThere() {}

  static String tableName(Environment environment) {
    return environment.optional("TABLE_NAME").orElse("table");
  }
}
