package clientportal.notes;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.ShareState;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.NoteId;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Note;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** Notes, group notes and their texts as callers see them. */
final class NoteView {
  private NoteView() {}

  static JsonObject forStaff(Note note, String text, ShareState state) {
    return ofStaff(of(note, text), note.documentType(), state);
  }

  private static JsonObject ofStaff(
      JsonObject view, Optional<DocumentTypeId> type, ShareState state) {
    return view.with("documentType", type.map(DocumentTypeId::value))
        .with("shareState", state.text());
  }

  static JsonObject forReader(Note note, String text, AccessLevel access) {
    return of(note, text).with("access", access.text());
  }

  private static JsonObject of(Note note, String text) {
    return of(note, note.name(), "text", text, note.editedAt());
  }

  /** A note as lists show it. */
  static JsonObject listed(Note note, Excerpt excerpt, ShareState state) {
    return ofStaff(
        of(note, excerpt.title(), "excerpt", excerpt.text(), excerpt.editedAt()),
        note.documentType(),
        state);
  }

  /** A group note as a whole. */
  static JsonObject whole(GroupNote note, String text, ShareState state) {
    return whole(note, of(note, text), state);
  }

  /** A group note as the general log shows it. */
  static JsonObject listed(GroupNote note, Excerpt excerpt, ShareState state) {
    return whole(
        note, of(note, excerpt.title(), "excerpt", excerpt.text(), excerpt.editedAt()), state);
  }

  private static JsonObject whole(GroupNote note, JsonObject view, ShareState state) {
    return ofStaff(view, note.documentType(), state).with("participants", note.participants());
  }

  /** A group note as staff see it under one participant. */
  static JsonObject forStaff(GroupNote note, String text, ShareState ofParticipant) {
    return ofStaff(of(note, text), note.documentType(), ofParticipant);
  }

  /** A group note as its readers see it: like a note about them alone. */
  static JsonObject forReader(GroupNote note, String text, AccessLevel access) {
    return of(note, text).with("access", access.text());
  }

  private static JsonObject of(GroupNote note, String text) {
    return of(note, note.name(), "text", text, note.editedAt());
  }

  private static JsonObject of(
      GroupNote note, String title, String part, String text, Optional<Instant> editedAt) {
    return of(note.id(), note.createdAt(), title, part, text, editedAt)
        .with("by", by(note.by()))
        .with("archived", note.archived());
  }

  private static JsonObject of(
      Note note, String title, String part, String text, Optional<Instant> editedAt) {
    return of(note.id(), note.createdAt(), title, part, text, editedAt)
        .with("by", by(note.by()))
        .with("archived", note.archived());
  }

  private static JsonObject of(
      NoteId id,
      Instant createdAt,
      String title,
      String part,
      String text,
      Optional<Instant> editedAt) {
    return Json.object()
        .with("noteId", id.value())
        .with("title", title)
        .with(part, text)
        .with("createdAt", createdAt)
        .with("editedAt", editedAt);
  }

  /** A text of a note, as the list of its texts shows it. */
  static JsonObject of(NoteText text) {
    return Json.object()
        .with("version", text.version())
        .with("current", text.newest())
        .with("title", text.title())
        .with("text", text.text())
        .with("at", text.at())
        .with("by", by(text.by()));
  }

  static JsonObject by(Actor actor) {
    return Json.object().with("name", actor.name()).with("as", actor.as().text());
  }
}
