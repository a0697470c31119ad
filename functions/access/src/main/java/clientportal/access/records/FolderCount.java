package clientportal.access.records;

import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;

/** The number of the folders of a client; folders are never deleted. */
public final class FolderCount {
  /** The most folders that staff create for a client, by themselves or with engagements. */
  static final long MOST = 10_000;

  private static final String COUNT = "count";

  private FolderCount() {}

  /**
   * Counts a folder before it is created, outside the transaction: folders that are created at the
   * same time would wait for each other. One that is not created after all stays counted.
   *
   * @throws ProblemException {@code limit-reached}
   */
  public static void add(ClientPath client, Table table) {
    Condition below = Condition.missing(COUNT).or(Condition.less(COUNT, MOST));
    Write.Update one = Write.update(TableKeys.folderCount(client)).add(COUNT, 1).when(below);
    if (table.update(one).isEmpty()) {
      throw new ProblemException(
          ProblemType.LIMIT_REACHED,
          "The client has %d folders, which is the most.".formatted(MOST));
    }
  }
}
