package clientportal.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A route by every kind of caller. The body is no JSON: callers who are allowed get 400, the others
 * are refused before it is read.
 *
 * @param path with the names of what {@link RouteScene} has in braces
 * @param statuses by caller
 */
record Route(String operation, String method, String path, Map<String, Integer> statuses) {
  /**
   * The columns of the table. The {@code operator} makes firms and is a stranger in each. From
   * {@code view} to {@code unrelated} they are contacts of the client: with {@code view} and with
   * {@code view-upload} of the open folder, with no share, and with a relationship that has lost
   * its {@code webPortal}. {@code revoked} is a contact whose account was revoked. The client is in
   * a portal: its {@code member} has full access, its {@code contributor} has no share. {@code
   * disabled} is a staff member who was disabled.
   */
  static final List<String> CALLERS =
      List.of(
          "nobody",
          "operator",
          "otherFirm",
          "otherClient",
          "client",
          "view",
          "viewUpload",
          "unshared",
          "unrelated",
          "revoked",
          "member",
          "contributor",
          "disabled",
          "staff",
          "webPortal",
          "administrator");

  private static final String TABLE =
      """
      getMe                   GET    /v1/me                                      401 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
      getUploadLimits         GET    /v1/me/upload-limits                        401 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
      listNotices             GET    /v1/me/notices                              401 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200
      markNoticesRead         POST   /v1/me/notices/read                         401 400 400 400 400 400 400 400 400 400 400 400 400 400 400 400
      endSessions             DELETE /v1/me/sessions                             401 204 204 204 204 204 204 204 204 204 204 204 204 204 204 204
      replaceRecoveryCodes    PUT    /v1/me/recovery-codes                       401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
      createFirm              POST   /v1/firms                                   401 400 403 403 403 403 403 403 403 403 403 403 403 403 403 403
      getFirm                 GET    {firm}                                      401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      updateFirm              PATCH  {firm}                                      401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 400
      listDocumentTypes       GET    {firm}/document-types                       401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      setDocumentTypes        PUT    {firm}/document-types                       401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 400
      getSharePolicy          GET    {firm}/share-policy                         401 200 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      setSharePolicy          PUT    {firm}/share-policy                         401 400 404 404 404 404 404 404 404 404 404 404 404 403 403 403
      createSite              POST   {firm}/sites                                401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 400
      listSites               GET    {firm}/sites                                401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getSiteSettings         GET    {firm}/sites/{site}/settings                401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 200
      setSiteSettings         PUT    {firm}/sites/{site}/settings                401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 400
      requestLogo             POST   {firm}/sites/{site}/logo                    401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 400
      removeLogo              DELETE {firm}/sites/{site}/logo                    401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 204
      getPortalSetup          GET    {firm}/portal-setup                         401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 200
      createStaff             POST   {firm}/staff                                401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 400
      appointAdministrator    POST   {firm}/administrators                       401 400 404 404 404 404 404 404 404 404 404 404 404 403 403 403
      listStaff               GET    {firm}/staff                                401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getStaff                GET    {firm}/staff/{staff}                        401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      updateStaff             PATCH  {firm}/staff/{staff}                        401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 400
      setAbsence              PUT    {firm}/staff/{staff}/absence                401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 400
      getHandOver             GET    {firm}/staff/{staff}/hand-over              401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 200
      handOver                POST   {firm}/staff/{staff}/hand-over              401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 400
      resetSecondFactor       DELETE {firm}/staff/{staff}/second-factor          401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 409
      createClient            POST   {firm}/clients                              401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      listClients             GET    {firm}/clients                              401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getClient               GET    {client}                                    401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      updateClient            PATCH  {client}                                    401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      setTeam                 PUT    {client}/team                               401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      createContact           POST   {client}/contacts                           401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      listContacts            GET    {client}/contacts                           401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getContact              GET    {contact}                                   401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      updateContact           PATCH  {contact}                                   401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      listRegistrations       GET    {firm}/registrations                        401 404 404 404 404 404 404 404 404 404 404 404 404 403 200 200
      resolveRegistration     POST   {firm}/registrations/{registration}/resolution 401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      createAccount           POST   {client}/account                            401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      getAccount              GET    {client}/account                            401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      resendInvitation        POST   {client}/account/invitation                 401 404 404 404 404 404 404 404 404 404 404 404 404 403 409 409
      revokeAccount           DELETE {new}/account                               401 404 404 404 404 404 404 404 404 404 404 404 404 403 204 204
      getAccountInstructions  GET    {client}/account/instructions               401 404 404 404 404 404 404 404 404 404 404 404 404 403 200 200
      createContactAccount    POST   {contact}/account                           401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      getContactAccount       GET    {contact}/account                           401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      resendContactInvitation POST   {contact}/account/invitation                401 404 404 404 404 404 404 404 404 404 404 404 404 403 422 422
      revokeContactAccount    DELETE {contact}/account                           401 404 404 404 404 404 404 404 404 404 404 404 404 403 204 204
      createFolder            POST   {client}/folders                            401 404 404 404 403 403 403 403 404 404 403 403 404 400 400 400
      listFolders             GET    {client}/folders                            401 404 404 404 200 200 200 200 404 404 200 200 404 200 200 200
      listShared              GET    {client}/shared                             401 404 404 404 200 200 200 200 404 404 200 200 404 403 403 403
      getFolder               GET    {open}                                      401 404 404 404 200 200 200 404 404 404 200 404 404 200 200 200
      getFolder               GET    {closed}                                    401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getFolder               GET    {archived}                                  401 404 404 404 200 200 200 404 404 404 200 404 404 200 200 200
      updateFolder            PATCH  {open}                                      401 404 404 404 403 403 403 404 404 404 403 404 404 403 400 400
      updateFolder            PATCH  {closed}                                    401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      archiveFolder           DELETE {archived}                                  401 404 404 404 403 403 403 404 404 404 403 404 404 403 204 204
      archiveFolder           DELETE {archivedClosed}                            401 404 404 404 404 404 404 404 404 404 404 404 404 204 204 204
      requestUpload           POST   {open}/documents                            401 404 404 404 403 403 400 404 404 404 400 404 404 403 400 400
      requestUpload           POST   {closed}/documents                          401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      resumeUpload            POST   {open}/documents/{readable}/upload          401 404 404 404 403 403 403 404 404 404 403 404 404 403 403 200
      resumeUpload            POST   {closed}/documents/{hidden}/upload          401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 200
      completeUpload          POST   {open}/documents/{readable}/upload/completion 401 404 404 404 403 403 403 404 404 404 403 404 404 403 403 202
      completeUpload          POST   {closed}/documents/{hidden}/upload/completion 401 404 404 404 404 404 404 404 404 404 404 404 404 403 403 202
      cancelUpload            DELETE {open}/documents/{rejected}/upload          401 404 404 404 404 404 409 404 404 404 404 404 404 409 409 409
      cancelUpload            DELETE {open}/documents/{theirs}/upload            401 404 404 404 403 403 409 404 404 404 403 404 404 409 409 409
      cancelUpload            DELETE {closed}/documents/{hidden}/upload          401 404 404 404 404 404 404 404 404 404 404 404 404 409 409 409
      dismissUpload           POST   {open}/documents/{pending}/upload/dismissal 401 404 404 404 404 404 409 404 404 404 404 404 404 409 409 409
      dismissUpload           POST   {open}/documents/{theirs}/upload/dismissal  401 404 404 404 403 403 409 404 404 404 403 404 404 409 409 409
      dismissUpload           POST   {closed}/documents/{hidden}/upload/dismissal 401 404 404 404 404 404 404 404 404 404 404 404 404 409 409 409
      listUploads             GET    {open}/uploads                              401 404 404 404 200 200 200 404 404 404 200 404 404 200 200 200
      listUploads             GET    {closed}/uploads                            401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      listDocuments           GET    {open}/documents                            401 404 404 404 200 200 200 404 404 404 200 404 404 200 200 200
      listDocuments           GET    {closed}/documents                          401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getDocument             GET    {open}/documents/{readable}                 401 404 404 404 200 200 200 404 404 404 200 404 404 200 200 200
      getDocument             GET    {closed}/documents/{hidden}                 401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getDocument             GET    {open}/documents/{hidden}                   401 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404
      getDocument             GET    {open}/documents/{old}                      401 404 404 404 200 200 200 404 404 404 200 404 404 200 200 200
      getDocument             GET    {open}/documents/{pending}                  401 404 404 404 404 404 200 404 404 404 404 404 404 200 200 200
      updateDocument          PATCH  {open}/documents/{readable}                 401 404 404 404 403 403 403 404 404 404 403 404 404 403 400 400
      updateDocument          PATCH  {closed}/documents/{hidden}                 401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      updateDocument          PATCH  {open}/documents/{hidden}                   401 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404
      archiveDocument         DELETE {open}/documents/{old}                      401 404 404 404 403 403 403 404 404 404 403 404 404 403 204 204
      archiveDocument         DELETE {open}/documents/{withdrawn}                401 404 404 404 403 403 204 404 404 404 403 404 404 403 204 204
      archiveDocument         DELETE {closed}/documents/{oldHidden}              401 404 404 404 404 404 404 404 404 404 404 404 404 204 204 204
      requestDownload         POST   {open}/documents/{readable}/download        401 404 404 404 200 200 200 404 404 404 200 404 404 200 200 200
      requestDownload         POST   {closed}/documents/{hidden}/download        401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      requestDownload         POST   {open}/documents/{pending}/download         401 404 404 404 404 404 409 404 404 404 404 404 404 409 409 409
      requestVersion          POST   {open}/documents/{readable}/versions        401 404 404 404 403 403 403 404 404 404 403 404 404 403 400 400
      requestVersion          POST   {closed}/documents/{hidden}/versions        401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      requestVersion          POST   {open}/documents/{theirs}/versions          401 404 404 404 403 403 400 404 404 404 403 404 404 403 400 400
      listVersions            GET    {open}/documents/{readable}/versions        401 404 404 404 403 403 403 404 404 404 403 404 404 200 200 200
      listVersions            GET    {closed}/documents/{hidden}/versions        401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      requestVersionDownload  POST   {open}/documents/{readable}/versions/1/download 401 404 404 404 403 403 403 404 404 404 403 404 404 200 200 200
      requestVersionDownload  POST   {closed}/documents/{hidden}/versions/1/download 401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getFolderShares         GET    {open}/shares                               401 404 404 404 403 403 403 404 404 404 403 404 404 200 200 200
      getFolderShares         GET    {closed}/shares                             401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      setFolderShares         PUT    {open}/shares                               401 404 404 404 403 403 403 404 404 404 403 404 404 403 400 400
      setFolderShares         PUT    {closed}/shares                             401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      previewFolderShares     POST   {open}/shares/preview                       401 404 404 404 403 403 403 404 404 404 403 404 404 403 400 400
      previewFolderShares     POST   {closed}/shares/preview                     401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      getDocumentShares       GET    {open}/documents/{readable}/shares          401 404 404 404 403 403 403 404 404 404 403 404 404 200 200 200
      getDocumentShares       GET    {closed}/documents/{hidden}/shares          401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getDocumentShares       GET    {open}/documents/{hidden}/shares            401 404 404 404 404 404 404 404 404 404 404 404 404 404 404 404
      setDocumentShares       PUT    {open}/documents/{readable}/shares          401 404 404 404 403 403 403 404 404 404 403 404 404 403 400 400
      setDocumentShares       PUT    {closed}/documents/{hidden}/shares          401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      previewDocumentShares   POST   {open}/documents/{readable}/shares/preview  401 404 404 404 403 403 403 404 404 404 403 404 404 403 400 400
      previewDocumentShares   POST   {closed}/documents/{hidden}/shares/preview  401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      createNote              POST   {client}/notes                              401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      listNotes               GET    {client}/notes                              401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getNote                 GET    {client}/notes/{note}                       401 404 404 404 200 200 200 404 404 404 200 404 404 200 200 200
      getNote                 GET    {client}/notes/{closedNote}                 401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getNote                 GET    {client}/notes/{archivedNote}               401 404 404 404 200 200 200 404 404 404 200 404 404 200 200 200
      updateNote              PATCH  {client}/notes/{note}                       401 404 404 404 403 403 403 404 404 404 403 404 404 403 400 400
      updateNote              PATCH  {client}/notes/{closedNote}                 401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      archiveNote             DELETE {client}/notes/{archivedNote}               401 404 404 404 403 403 403 404 404 404 403 404 404 403 204 204
      archiveNote             DELETE {client}/notes/{archivedClosedNote}         401 404 404 404 404 404 404 404 404 404 404 404 404 204 204 204
      listNoteVersions        GET    {client}/notes/{note}/versions              401 404 404 404 403 403 403 404 404 404 403 404 404 200 200 200
      listNoteVersions        GET    {client}/notes/{closedNote}/versions        401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getNoteShares           GET    {client}/notes/{note}/shares                401 404 404 404 403 403 403 404 404 404 403 404 404 200 200 200
      getNoteShares           GET    {client}/notes/{closedNote}/shares          401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      setNoteShares           PUT    {client}/notes/{note}/shares                401 404 404 404 403 403 403 404 404 404 403 404 404 403 400 400
      setNoteShares           PUT    {client}/notes/{closedNote}/shares          401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      createGroupNote         POST   {firm}/group-notes                          401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      listGroupNotes          GET    {firm}/group-notes                          401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getGroupNote            GET    {firm}/group-notes/{groupNote}              401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      updateGroupNote         PATCH  {firm}/group-notes/{groupNote}              401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      updateGroupNote         PATCH  {firm}/group-notes/{chosenGroupNote}        401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      updateGroupNote         PATCH  {firm}/group-notes/{closedGroupNote}        401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      archiveGroupNote        DELETE {firm}/group-notes/{archivedGroupNote}      401 404 404 404 404 404 404 404 404 404 404 404 404 403 204 204
      archiveGroupNote        DELETE {firm}/group-notes/{archivedClosedGroupNote} 401 404 404 404 404 404 404 404 404 404 404 404 404 204 204 204
      listGroupNoteVersions   GET    {firm}/group-notes/{groupNote}/versions     401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      listParticipants        GET    {firm}/group-notes/{groupNote}/participants 401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      changeParticipants      POST   {firm}/group-notes/{groupNote}/participants 401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      changeParticipants      POST   {firm}/group-notes/{chosenGroupNote}/participants 401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      changeParticipants      POST   {firm}/group-notes/{closedGroupNote}/participants 401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      getGroupNoteShares      GET    {firm}/group-notes/{groupNote}/shares       401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      setGroupNoteShares      PUT    {firm}/group-notes/{groupNote}/shares       401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      setGroupNoteShares      PUT    {firm}/group-notes/{closedGroupNote}/shares 401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      readGroupNote           GET    {client}/group-notes/{groupNote}            401 404 404 404 200 200 200 200 404 404 200 404 404 200 200 200
      readGroupNote           GET    {client}/group-notes/{chosenGroupNote}      401 404 404 404 200 200 200 404 404 404 200 404 404 200 200 200
      readGroupNote           GET    {client}/group-notes/{closedGroupNote}      401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      readGroupNote           GET    {client}/group-notes/{archivedGroupNote}    401 404 404 404 200 200 200 200 404 404 200 404 404 200 200 200
      getParticipantShares    GET    {client}/group-notes/{groupNote}/shares     401 404 404 404 403 403 403 403 404 404 403 404 404 200 200 200
      getParticipantShares    GET    {client}/group-notes/{chosenGroupNote}/shares 401 404 404 404 403 403 403 404 404 404 403 404 404 200 200 200
      getParticipantShares    GET    {client}/group-notes/{closedGroupNote}/shares 401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      setParticipantShares    PUT    {client}/group-notes/{groupNote}/shares     401 404 404 404 403 403 403 403 404 404 403 404 404 403 400 400
      setParticipantShares    PUT    {client}/group-notes/{chosenGroupNote}/shares 401 404 404 404 403 403 403 404 404 404 403 404 404 403 400 400
      setParticipantShares    PUT    {client}/group-notes/{closedGroupNote}/shares 401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      listActivity            GET    {client}/activity                           401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      createChecklist         POST   {firm}/checklists                           401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      listChecklists          GET    {firm}/checklists                           401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getChecklist            GET    {firm}/checklists/{checklist}               401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      updateChecklist         PATCH  {firm}/checklists/{checklist}               401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      archiveChecklist        DELETE {firm}/checklists/{archivedChecklist}       401 404 404 404 404 404 404 404 404 404 404 404 404 204 204 204
      createEngagement        POST   {client}/engagements                        401 404 404 404 403 403 403 403 404 404 403 403 404 400 400 400
      listEngagements         GET    {client}/engagements                        401 404 404 404 200 200 200 200 404 404 200 200 404 200 200 200
      getEngagement           GET    {client}/engagements/{engagement}           401 404 404 404 200 404 200 404 404 404 200 404 404 200 200 200
      getEngagement           GET    {client}/engagements/{prepared}             401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      exportEngagement        GET    {client}/engagements/{engagement}/export    401 404 404 404 403 404 403 404 404 404 403 404 404 409 409 409
      exportEngagement        GET    {client}/engagements/{prepared}/export      401 404 404 404 404 404 404 404 404 404 404 404 404 409 409 409
      requestDocuments        POST   {client}/engagements/{engagement}/items     401 404 404 404 403 404 403 404 404 404 403 404 404 400 400 400
      previewRequest          POST   {client}/engagements/{engagement}/items/preview 401 404 404 404 403 404 403 404 404 404 403 404 404 400 400 400
      answerItem              PUT    {client}/engagements/{engagement}/items/{question}/answer 401 404 404 404 400 404 404 404 404 404 400 404 404 403 400 400
      listItemFiles           GET    {client}/engagements/{engagement}/items/{answered}/files 401 404 404 404 200 404 404 404 404 404 200 404 404 200 200 200
      attachFile              PUT    {client}/engagements/{engagement}/items/{answered}/files/{file} 401 404 404 404 403 404 404 404 404 404 403 404 404 403 400 400
      detachFile              DELETE {client}/engagements/{engagement}/items/{answered}/files/{file} 401 404 404 404 409 404 404 404 404 404 403 404 404 403 409 409
      sendRequest             POST   {client}/engagements/{engagement}/request   401 404 404 404 403 404 403 404 404 404 403 404 404 403 400 400
      sendReminder            POST   {client}/engagements/{engagement}/reminders 401 404 404 404 403 404 403 404 404 404 403 404 404 403 400 400
      submitItems             POST   {client}/engagements/{engagement}/submissions 401 404 404 404 400 404 400 404 404 404 400 404 404 403 403 403
      reviewItems             POST   {client}/engagements/{engagement}/reviews   401 404 404 404 403 404 403 404 404 404 403 404 404 403 400 400
      markItemNotApplicable   POST   {client}/engagements/{engagement}/items/{question}/not-applicable 401 404 404 404 400 404 404 404 404 404 400 404 404 403 403 403
      withdrawItem            POST   {client}/engagements/{engagement}/items/{question}/withdrawal 401 404 404 404 409 404 404 404 404 404 409 404 404 403 403 403
      reopenItems             POST   {client}/engagements/{engagement}/reopenings 401 404 404 404 403 404 403 404 404 404 403 404 404 403 400 400
      cancelItems             POST   {client}/engagements/{engagement}/cancellations 401 404 404 404 403 404 403 404 404 404 403 404 404 400 400 400
      setEngagementStatus     PUT    {client}/engagements/{engagement}/status    401 404 404 404 403 404 403 404 404 404 403 404 404 403 400 400
      updateEngagement        PATCH  {client}/engagements/{engagement}           401 404 404 404 403 404 403 404 404 404 403 404 404 403 400 400
      updateEngagement        PATCH  {client}/engagements/{prepared}             401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      updateItem              PATCH  {client}/engagements/{engagement}/items/{question} 401 404 404 404 403 404 404 404 404 404 403 404 404 403 400 400
      updateItem              PATCH  {client}/engagements/{engagement}/items/{draft} 401 404 404 404 404 404 404 404 404 404 404 404 404 400 400 400
      listFirmEngagements     GET    {firm}/engagements                          401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      createPortal            POST   {firm}/portals                              401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      previewPortal           POST   {firm}/portals/preview                      401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      listPortals             GET    {firm}/portals                              401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getPortal               GET    {portal}                                    401 404 404 404 404 404 404 404 404 404 200 200 404 200 200 200
      updatePortal            PATCH  {portal}                                    401 404 404 404 404 404 404 404 404 404 403 403 404 403 400 400
      archivePortal           DELETE {archivedPortal}                            401 404 404 404 404 404 404 404 404 404 404 404 404 403 204 204
      addPortalClients        POST   {portal}/clients                            401 404 404 404 404 404 404 404 404 404 403 403 404 403 400 400
      removePortalClient      DELETE {archivedPortal}/clients/{grouped}          401 404 404 404 404 404 404 404 404 404 404 404 404 403 409 409
      addPortalMembers        POST   {portal}/members                            401 404 404 404 404 404 404 404 404 404 403 403 404 403 400 400
      previewPortalMembers    POST   {portal}/members/preview                    401 404 404 404 404 404 404 404 404 404 403 403 404 403 400 400
      updatePortalMember      PATCH  {portal}/members/{joined}                   401 404 404 404 404 404 404 404 404 404 403 403 404 403 400 400
      removePortalMember      DELETE {archivedPortal}/members/{revokedMember}    401 404 404 404 404 404 404 404 404 404 404 404 404 403 409 409
      listMembers             GET    {firm}/members                              401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      getMember               GET    {firm}/members/{joined}                     401 404 404 404 404 404 404 404 404 404 404 404 404 200 200 200
      updateMember            PATCH  {firm}/members/{joined}                     401 404 404 404 404 404 404 404 404 404 404 404 404 403 400 400
      revokeMemberAccount     DELETE {firm}/members/{revokedMember}/account      401 404 404 404 404 404 404 404 404 404 404 404 404 403 204 204
      resendMemberInvitation  POST   {firm}/members/{joined}/invitation          401 404 404 404 404 404 404 404 404 404 404 404 404 403 409 409
      """;

  /** Tells whether operators may call it, who have no place in any firm. */
  boolean isForOperators() {
    return statuses.getOrDefault("operator", 404) != 404;
  }

  static List<Route> all() {
    List<Route> routes = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      String[] words = line.strip().split("\\s+", -1);
      Map<String, Integer> statuses = new LinkedHashMap<>();
      for (int i = 0; i < CALLERS.size(); i++) {
        statuses.put(CALLERS.get(i), Integer.valueOf(words[3 + i]));
      }
      routes.add(new Route(words[0], words[1], words[2], statuses));
    }
    return routes;
  }

  /** Tells whether a call ends the caller's sessions, so that they can call nothing after it. */
  boolean endsSessions() {
    return operation.equals("endSessions");
  }

  /** Returns one route for each operation. */
  static List<Route> ofEachOperation() {
    Map<String, Route> routes = new LinkedHashMap<>();
    all().forEach(route -> routes.putIfAbsent(route.operation(), route));
    return List.copyOf(routes.values());
  }
}
