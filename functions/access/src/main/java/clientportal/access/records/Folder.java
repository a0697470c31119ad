package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Optional;

/** A folder of a client. */
public record Folder(
    FolderPath path, String name, Instant createdAt, boolean archived, Grants grants, long revision)
    implements Shareable {

  /** Creates a folder that is open to nobody. */
  public static Folder create(FolderPath path, String name, Instant now) {
    return new Folder(path, name, now, false, Grants.NONE, 1);
  }

  public FolderId id() {
    return path.folder();
  }

  /** Returns the folder as events name it. */
  public NamedFolder named() {
    return new NamedFolder(path, name);
  }

  /** Renames the folder, and moves it into the archive or out of it. */
  public Folder withDetails(String called, boolean isArchived) {
    return new Folder(path, called, createdAt, isArchived, grants, revision + 1);
  }

  @Override
  public Optional<DocumentTypeId> documentType() {
    return Optional.empty();
  }

  @Override
  public Folder withGrants(Grants others) {
    return new Folder(path, name, createdAt, archived, others, revision + 1);
  }

  /**
   * Requires that the folder is not archived, so that it and its documents may be changed.
   *
   * @throws ProblemException {@code archived}
   */
  public void requireLive() {
    if (archived) {
      throw new ProblemException(ProblemType.ARCHIVED, "Take the folder out of the archive first.");
    }
  }

  @Override
  public Write saveGrants() {
    return Write.replace(toItem(), revision - 1);
  }

  public Item toItem() {
    return Fields.of()
        .with("name", name)
        .with("createdAt", createdAt)
        .with("archived", archived)
        .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(grants))
        .with(Item.REVISION, revision)
        .with("namesPartition", TableKeys.folderNames(path.client(), archived))
        .with("namesSort", TableKeys.nameSort(name, id().value()))
        .at(TableKeys.folder(path));
  }

  public static Folder fromItem(Item item) {
    Fields fields = item.fields();
    return new Folder(
        TableKeys.folderOf(item.key()),
        fields.text("name"),
        fields.instant("createdAt"),
        fields.flag("archived"),
        GrantFields.of(fields),
        fields.number(Item.REVISION));
  }
}
