/** The addresses of the portal's pages; those that mails link to are given by the API's `MailLinks`. */
import { path } from '../shared/api.js';

export const to = {
  site: (slug) => path`/${slug}`,
  register: (slug) => path`/${slug}/register`,
  notices: (slug) => path`/${slug}/notices`,
  account: (slug) => path`/${slug}/account`,
  portal: (slug, portalId) => path`/${slug}/portals/${portalId}`,
  client: (slug, clientId) => path`/${slug}/clients/${clientId}`,
  archive: (slug, clientId) => path`/${slug}/clients/${clientId}/archive`,
  engagements: (slug, clientId) => path`/${slug}/clients/${clientId}/engagements`,
  engagement: (slug, clientId, engagementId) => path`/${slug}/clients/${clientId}/engagements/${engagementId}`,
  folder: (slug, clientId, folderId) => path`/${slug}/clients/${clientId}/folders/${folderId}`,
  document: (slug, clientId, folderId, documentId) =>
    path`/${slug}/clients/${clientId}/folders/${folderId}/documents/${documentId}`,
  note: (slug, clientId, noteId) => path`/${slug}/clients/${clientId}/notes/${noteId}`,
  groupNote: (slug, clientId, noteId) => path`/${slug}/clients/${clientId}/group-notes/${noteId}`,
};
