package clientportal.folders;

import clientportal.platform.table.Page;
import java.util.List;

/**
 * A page of folders.
 *
 * @param page where the list continues
 */
record FolderPage(List<FolderView> folders, Page page) {}
