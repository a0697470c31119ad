package clientportal.notifications;

/**
 * The pages that mails lead to. Tokens stand in the fragment, which no server is ever sent.
 *
 * @param portalUrl where clients and contacts come in, a page per site below it
 * @param staffUrl where staff come in
 */
record MailLinks(String portalUrl, String staffUrl) {

  MailLinks {
    portalUrl = withoutSlash(portalUrl);
    staffUrl = withoutSlash(staffUrl);
  }

  String site(String slug) {
    return portalUrl + "/" + slug;
  }

  String invitation(String slug, String token) {
    return site(slug) + "/invitation#" + token;
  }

  String verification(String slug, String token) {
    return site(slug) + "/verify#" + token;
  }

  String reset(String slug, String token) {
    return site(slug) + "/reset#" + token;
  }

  String folder(String slug, String clientId, String folderId) {
    return site(slug) + "/clients/" + clientId + "/folders/" + folderId;
  }

  String document(String slug, String clientId, String folderId, String documentId) {
    return folder(slug, clientId, folderId) + "/documents/" + documentId;
  }

  String staffInvitation(String token) {
    return staffUrl + "/invitation#" + token;
  }

  String staffVerification(String token) {
    return staffUrl + "/verify#" + token;
  }

  String staffClient(String firmId, String clientId) {
    return staffUrl + "/firms/" + firmId + "/clients/" + clientId;
  }

  /** The members of a firm's staff. */
  String staff(String firmId) {
    return staffUrl + "/firms/" + firmId + "/staff";
  }

  String staffReset(String token) {
    return staffUrl + "/reset#" + token;
  }

  String staffDocument(String firmId, String clientId, String folderId, String documentId) {
    return staffUrl
        + ("/firms/" + firmId + "/clients/" + clientId)
        + ("/folders/" + folderId + "/documents/" + documentId);
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
