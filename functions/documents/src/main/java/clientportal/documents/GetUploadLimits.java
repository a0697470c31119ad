package clientportal.documents;

import clientportal.access.Caller;
import clientportal.platform.table.Table;
import clientportal.uploads.PartSizes;
import java.util.List;

/** Returns how large documents may be, and how a large one is divided into parts. */
record GetUploadLimits(Table table, PartSizes sizes) {
  PartSizes handle(Caller caller) {
    caller.requireSession(table.read(List.of(caller.sessionKey())));
    return sizes;
  }
}
