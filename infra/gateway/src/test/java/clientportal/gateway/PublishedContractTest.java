package clientportal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedContractTest {
  private static final String CLIENT = "/v1/firms/{firmId}/clients/{clientId}";
  private static final String FOLDER = CLIENT + "/folders/{folderId}";

  private Contract contract;

  @BeforeEach
  void read() throws IOException {
    contract = Contract.read(Path.of("..", "openapi.yaml"));
  }

  @Test
  void operations_areThese() {
    assertThat(contract.operations())
        .extracting(operation ->
            "%s %s %s"
                .formatted(
                    operation.id(), operation.method().toUpperCase(Locale.ROOT), operation.path()))
        .containsExactlyInAnyOrder(
            "getMe GET /v1/me",
            "listNotices GET /v1/me/notices",
            "createFirm POST /v1/firms",
            "getFirm GET /v1/firms/{firmId}",
            "updateFirm PATCH /v1/firms/{firmId}",
            "createSite POST /v1/firms/{firmId}/sites",
            "listSites GET /v1/firms/{firmId}/sites",
            "createStaff POST /v1/firms/{firmId}/staff",
            "listStaff GET /v1/firms/{firmId}/staff",
            "getStaff GET /v1/firms/{firmId}/staff/{staffId}",
            "updateStaff PATCH /v1/firms/{firmId}/staff/{staffId}",
            "createClient POST /v1/firms/{firmId}/clients",
            "listClients GET /v1/firms/{firmId}/clients",
            "getClient GET " + CLIENT,
            "updateClient PATCH " + CLIENT,
            "setTeam PUT " + CLIENT + "/team",
            "createContact POST " + CLIENT + "/contacts",
            "listContacts GET " + CLIENT + "/contacts",
            "getContact GET " + CLIENT + "/contacts/{contactId}",
            "updateContact PATCH " + CLIENT + "/contacts/{contactId}",
            "createAccount POST " + CLIENT + "/account",
            "getAccount GET " + CLIENT + "/account",
            "revokeAccount DELETE " + CLIENT + "/account",
            "resendInvitation POST " + CLIENT + "/account/invitation",
            "getAccountInstructions GET " + CLIENT + "/account/instructions",
            "createContactAccount POST " + CLIENT + "/contacts/{contactId}/account",
            "getContactAccount GET " + CLIENT + "/contacts/{contactId}/account",
            "revokeContactAccount DELETE " + CLIENT + "/contacts/{contactId}/account",
            "resendContactInvitation POST " + CLIENT + "/contacts/{contactId}/account/invitation",
            "acceptInvitation POST /v1/invitations/accept",
            "verifyAccount POST /v1/verifications",
            "register POST /v1/registrations",
            "listRegistrations GET /v1/firms/{firmId}/registrations",
            "resolveRegistration POST /v1/firms/{firmId}/registrations/{registrationId}/resolution",
            "requestPasswordReset POST /v1/password-resets",
            "resetPassword POST /v1/password-resets/confirmation",
            "createFolder POST " + CLIENT + "/folders",
            "listFolders GET " + CLIENT + "/folders",
            "getFolder GET " + FOLDER,
            "updateFolder PATCH " + FOLDER,
            "archiveFolder DELETE " + FOLDER,
            "requestUpload POST " + FOLDER + "/documents",
            "listDocuments GET " + FOLDER + "/documents",
            "listUploads GET " + FOLDER + "/uploads",
            "getDocument GET " + FOLDER + "/documents/{documentId}",
            "updateDocument PATCH " + FOLDER + "/documents/{documentId}",
            "archiveDocument DELETE " + FOLDER + "/documents/{documentId}",
            "requestDownload POST " + FOLDER + "/documents/{documentId}/download",
            "resumeUpload POST " + FOLDER + "/documents/{documentId}/upload",
            "completeUpload POST " + FOLDER + "/documents/{documentId}/upload/completion",
            "requestVersion POST " + FOLDER + "/documents/{documentId}/versions",
            "listVersions GET " + FOLDER + "/documents/{documentId}/versions",
            "requestVersionDownload POST "
                + FOLDER
                + "/documents/{documentId}/versions/{version}/download",
            "getFolderShares GET " + FOLDER + "/shares",
            "setFolderShares PUT " + FOLDER + "/shares",
            "getDocumentShares GET " + FOLDER + "/documents/{documentId}/shares",
            "setDocumentShares PUT " + FOLDER + "/documents/{documentId}/shares",
            "listShared GET " + CLIENT + "/shared");
  }

  @Test
  void publicOperations_areThese() {
    assertThat(contract.operations())
        .filteredOn(Operation::isPublic)
        .extracting(Operation::id)
        .containsExactlyInAnyOrder(
            "acceptInvitation",
            "verifyAccount",
            "register",
            "requestPasswordReset",
            "resetPassword");
  }
}
