package clientportal.architecture.planted.firms;

import clientportal.architecture.planted.platform.table.Table;

/** Should read on. */
final class TakesAPartForAll {
  String first(Table table) {
    return table.query("first");
  }
}
