package clientportal.sharing;

import clientportal.access.Folder;
import java.time.Instant;

/**
 * To whom a folder is open.
 *
 * @param now the instant at which it is
 */
record FolderShares(Folder folder, RecipientNames names, Instant now) {}
