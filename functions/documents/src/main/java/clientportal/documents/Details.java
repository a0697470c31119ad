package clientportal.documents;

import clientportal.access.Reach;
import clientportal.access.events.Event;
import clientportal.access.ids.EventId;
import clientportal.platform.Ids;
import clientportal.platform.table.Fields;
import java.util.ArrayList;
import java.util.List;

/** What staff change of a folder or a document: how it is called, and whether it is archived. */
record Details(String name, boolean archived) {

  /** What can have details, and what is recorded when they change. */
  enum Kind {
    FOLDER(Event.Type.FolderRenamed, Event.Type.FolderArchived, Event.Type.FolderRestored),
    DOCUMENT(Event.Type.DocumentRenamed, Event.Type.DocumentArchived, Event.Type.DocumentRestored);

    private final Event.Type renamed;
    private final Event.Type archived;
    private final Event.Type restored;

    Kind(Event.Type renamed, Event.Type archived, Event.Type restored) {
      this.renamed = renamed;
      this.archived = archived;
      this.restored = restored;
    }
  }

  /**
   * Returns what happened since the details were others, an event for each; nobody is told.
   *
   * @param about which folder or document it is, as it is called now
   */
  List<Event> since(Details before, Kind what, Fields about, Reach reach, Ids ids) {
    List<Event> events = new ArrayList<>();
    if (!name.equals(before.name)) {
      Fields renamed = Fields.of().withAll(about).with("formerName", before.name).build();
      events.add(event(what.renamed, renamed, reach, ids));
    }
    if (archived != before.archived) {
      events.add(event(archived ? what.archived : what.restored, about, reach, ids));
    }
    return events;
  }

  private static Event event(Event.Type type, Fields data, Reach reach, Ids ids) {
    return Event.ofClient(
        reach.folder().path().client(),
        new EventId(ids.next()),
        type,
        reach.now(),
        reach.actor(),
        data,
        List.of());
  }
}
