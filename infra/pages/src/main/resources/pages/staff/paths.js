/** The addresses of the staff's pages; those that mails link to are given by the API's `MailLinks`. */
import { path } from '../shared/api.js';

export const to = {
  firm: (firmId) => path`/firms/${firmId}`,
  notices: (firmId) => path`/firms/${firmId}/notices`,
  registrations: (firmId) => path`/firms/${firmId}/registrations`,
  staff: (firmId) => path`/firms/${firmId}/staff`,
  groupNotes: (firmId) => path`/firms/${firmId}/group-notes`,
  groupNote: (firmId, noteId) => path`/firms/${firmId}/group-notes/${noteId}`,
  firmEngagements: (firmId) => path`/firms/${firmId}/engagements`,
  checklists: (firmId) => path`/firms/${firmId}/checklists`,
  newChecklist: (firmId) => path`/firms/${firmId}/checklists/new`,
  checklist: (firmId, checklistId) => path`/firms/${firmId}/checklists/${checklistId}`,
  portals: (firmId) => path`/firms/${firmId}/portals`,
  newPortal: (firmId) => path`/firms/${firmId}/portals/new`,
  portal: (firmId, portalId) => path`/firms/${firmId}/portals/${portalId}`,
  members: (firmId) => path`/firms/${firmId}/members`,
  member: (firmId, memberId) => path`/firms/${firmId}/members/${memberId}`,
  settings: (firmId) => path`/firms/${firmId}/settings`,
  sites: (firmId) => path`/firms/${firmId}/sites`,
  site: (firmId, slug) => path`/firms/${firmId}/sites/${slug}`,
  client: (firmId, clientId) => path`/firms/${firmId}/clients/${clientId}`,
  contact: (firmId, clientId, contactId) => path`/firms/${firmId}/clients/${clientId}/contacts/${contactId}`,
  notes: (firmId, clientId) => path`/firms/${firmId}/clients/${clientId}/notes`,
  note: (firmId, clientId, noteId) => path`/firms/${firmId}/clients/${clientId}/notes/${noteId}`,
  activity: (firmId, clientId) => path`/firms/${firmId}/clients/${clientId}/activity`,
  engagements: (firmId, clientId) => path`/firms/${firmId}/clients/${clientId}/engagements`,
  engagement: (firmId, clientId, engagementId) => path`/firms/${firmId}/clients/${clientId}/engagements/${engagementId}`,
  ask: (firmId, clientId, engagementId) => path`/firms/${firmId}/clients/${clientId}/engagements/${engagementId}/ask`,
  folder: (firmId, clientId, folderId) => path`/firms/${firmId}/clients/${clientId}/folders/${folderId}`,
  document: (firmId, clientId, folderId, documentId) =>
    path`/firms/${firmId}/clients/${clientId}/folders/${folderId}/documents/${documentId}`,
};
