package clientportal.notes;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
record NotesModule(Access access, Table table, Ids ids) {
  static NotesModule fromEnvironment() {
    Clock clock = RuntimeContext.current().clock();
    Table table = AwsClients.fromEnvironment().table();
    return new NotesModule(new Access(table, clock), table, new Ids(clock));
  }

  CreateNote createNote() {
    return new CreateNote(access, table, ids);
  }

  GetNote getNote() {
    return new GetNote(access);
  }

  ListNotes listNotes() {
    return new ListNotes(access, table);
  }

  UpdateNote updateNote() {
    return new UpdateNote(access, table, ids);
  }

  ListNoteVersions listNoteVersions() {
    return new ListNoteVersions(access, table);
  }

  GetNoteShares getNoteShares() {
    return new GetNoteShares(access, table);
  }

  SetNoteShares setNoteShares() {
    return new SetNoteShares(access, table, ids);
  }

  ListActivity listActivity() {
    return new ListActivity(access, table);
  }

  CreateGroupNote createGroupNote() {
    return new CreateGroupNote(access, table, ids);
  }

  ListGroupNotes listGroupNotes() {
    return new ListGroupNotes(access, table);
  }

  GetGroupNote getGroupNote() {
    return new GetGroupNote(access);
  }

  UpdateGroupNote updateGroupNote() {
    return new UpdateGroupNote(access, table, ids);
  }

  ListGroupNoteVersions listGroupNoteVersions() {
    return new ListGroupNoteVersions(access, table);
  }

  ListParticipants listParticipants() {
    return new ListParticipants(access, table);
  }

  ChangeParticipants changeParticipants() {
    return new ChangeParticipants(access, table, ids);
  }

  GetGroupNoteShares getGroupNoteShares() {
    return new GetGroupNoteShares(access);
  }

  SetGroupNoteShares setGroupNoteShares() {
    return new SetGroupNoteShares(access, table, ids);
  }

  ReadGroupNote readGroupNote() {
    return new ReadGroupNote(access);
  }

  GetParticipantShares getParticipantShares() {
    return new GetParticipantShares(access, table);
  }

  SetParticipantShares setParticipantShares() {
    return new SetParticipantShares(access, table, ids);
  }

  FanOutGroupNote fanOutGroupNote() {
    return new FanOutGroupNote(table);
  }
}
