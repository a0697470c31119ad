package clientportal.sites;

import clientportal.access.keys.LogoPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Table;
import clientportal.uploads.StoredFiles;

/** Finds and reads a logo for everybody. */
record GetSiteLogo(Table table, StoredFiles files) {

  /**
   * Finds a logo.
   *
   * @throws ProblemException {@code not-found} if no site shows it, or has shown it
   */
  ShownLogo handle(LogoPath path) {
    return table
        .find(TableKeys.logo(path))
        .map(ShownLogo::fromItem)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Reads the bytes of a logo.
   *
   * @throws ProblemException {@code not-found} if it was removed
   */
  byte[] read(ShownLogo logo) {
    return files
        .firstBytes(logo.key().object(), LogoCheck.LARGEST)
        .orElseThrow(ProblemException::notFound);
  }
}
