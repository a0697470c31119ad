package clientportal.access.records;

import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.NoteId;
import java.time.Instant;
import java.util.Optional;

/** What a note and a group note have in common, besides their texts. */
public sealed interface NoteHeader permits Note, GroupNote {

  NoteId id();

  /** Returns the title. */
  String name();

  /** Returns who wrote it. */
  Actor by();

  Instant createdAt();

  /** Returns when the title or the text was last changed. */
  Optional<Instant> editedAt();

  boolean archived();

  Optional<DocumentTypeId> documentType();
}
