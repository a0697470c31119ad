package clientportal.architecture.planted.platform.table;

/** Stands for the port to the table. */
public interface Table {
  String query(String page);
}
