package clientportal.platform.table;

final class InMemoryTableTest extends TableContract {
  private final Table table = new InMemoryTable();

  @Override
  protected Table table() {
    return table;
  }
}
