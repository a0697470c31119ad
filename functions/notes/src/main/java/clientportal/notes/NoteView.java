package clientportal.notes;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.ShareState;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.records.GroupNote;
import clientportal.access.records.NoteHeader;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** Notes, group notes and their texts as callers see them. */
final class NoteView {
  private NoteView() {}

  /** A note, or a group note under one participant, as staff see it. */
  static JsonObject forStaff(NoteHeader note, String text, ShareState state) {
    return ofStaff(of(note, text), note, state);
  }

  /** A note as its readers see it; a group note is like one about them alone. */
  static JsonObject forReader(NoteHeader note, String text, AccessLevel access) {
    return of(note, text).with("access", access.text());
  }

  /** A note as lists show it. */
  static JsonObject listed(NoteHeader note, Excerpt excerpt, ShareState state) {
    return ofStaff(
        of(note, excerpt.title(), "excerpt", excerpt.text(), excerpt.editedAt()), note, state);
  }

  /** A group note as a whole. */
  static JsonObject whole(GroupNote note, String text, ShareState state) {
    return forStaff(note, text, state).with("participants", note.participants());
  }

  /** A group note as the general log shows it. */
  static JsonObject listedWhole(GroupNote note, Excerpt excerpt, ShareState state) {
    return listed(note, excerpt, state).with("participants", note.participants());
  }

  private static JsonObject ofStaff(JsonObject view, NoteHeader note, ShareState state) {
    return view.with("documentType", note.documentType().map(DocumentTypeId::value))
        .with("shareState", state.text());
  }

  private static JsonObject of(NoteHeader note, String text) {
    return of(note, note.name(), "text", text, note.editedAt());
  }

  private static JsonObject of(
      NoteHeader note, String title, String part, String text, Optional<Instant> editedAt) {
    return Json.object()
        .with("noteId", note.id().value())
        .with("title", title)
        .with(part, text)
        .with("createdAt", note.createdAt())
        .with("editedAt", editedAt)
        .with("by", by(note.by()))
        .with("archived", note.archived());
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
