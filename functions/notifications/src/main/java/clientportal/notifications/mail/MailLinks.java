package clientportal.notifications.mail;

/**
 * The pages that mails link to. Tokens are in the fragment, which is never sent to a server.
 *
 * @param portalUrl where clients and contacts sign in, with a page for each site below it
 * @param staffUrl where staff sign in
 */
public record MailLinks(String portalUrl, String staffUrl) {

  public MailLinks {
    portalUrl = withoutSlash(portalUrl);
    staffUrl = withoutSlash(staffUrl);
  }

  public String site(String slug) {
    return portalUrl + "/" + slug;
  }

  public String invitation(String slug, String token) {
    return site(slug) + "/invitation#" + token;
  }

  public String verification(String slug, String token) {
    return site(slug) + "/verify#" + token;
  }

  public String reset(String slug, String token) {
    return site(slug) + "/reset#" + token;
  }

  public String folder(String slug, String clientId, String folderId) {
    return site(slug) + "/clients/" + clientId + "/folders/" + folderId;
  }

  public String document(String slug, String clientId, String folderId, String documentId) {
    return folder(slug, clientId, folderId) + "/documents/" + documentId;
  }

  public String note(String slug, String clientId, String noteId) {
    return site(slug) + "/clients/" + clientId + "/notes/" + noteId;
  }

  public String groupNote(String slug, String clientId, String noteId) {
    return site(slug) + "/clients/" + clientId + "/group-notes/" + noteId;
  }

  public String engagement(String slug, String clientId, String engagementId) {
    return site(slug) + "/clients/" + clientId + "/engagements/" + engagementId;
  }

  public String staffInvitation(String token) {
    return staffUrl + "/invitation#" + token;
  }

  public String staffVerification(String token) {
    return staffUrl + "/verify#" + token;
  }

  public String staffClient(String firmId, String clientId) {
    return staffUrl + "/firms/" + firmId + "/clients/" + clientId;
  }

  /** Returns the page that lists a firm's staff. */
  public String staff(String firmId) {
    return staffUrl + "/firms/" + firmId + "/staff";
  }

  /** Returns the page that lists the registrations that wait for a firm's staff. */
  public String registrations(String firmId) {
    return staffUrl + "/firms/" + firmId + "/registrations";
  }

  public String staffReset(String token) {
    return staffUrl + "/reset#" + token;
  }

  public String staffDocument(String firmId, String clientId, String folderId, String documentId) {
    return staffClient(firmId, clientId) + "/folders/" + folderId + "/documents/" + documentId;
  }

  public String staffEngagement(String firmId, String clientId, String engagementId) {
    return staffClient(firmId, clientId) + "/engagements/" + engagementId;
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
