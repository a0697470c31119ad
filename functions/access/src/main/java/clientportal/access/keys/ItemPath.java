package clientportal.access.keys;

/** The path of what can be shared with a client and its contacts. */
public sealed interface ItemPath permits FolderPath, DocumentPath, NotePath, ParticipantPath {

  /** Returns the client whose item it is. */
  ClientPath client();
}
