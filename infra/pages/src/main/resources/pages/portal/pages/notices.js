import { me } from '../../shared/me.js';
import { NoticesPage } from '../../shared/notices.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';

/** What happened, for the person, in all firms. */
class PortalNoticesPage extends NoticesPage {
  icons = {
    'folder-shared': 'folder',
    'document-shared': 'document',
    'note-shared': 'note',
    'group-note-shared': 'note',
    'document-added': 'document',
    'upload-rejected': 'warning',
    'documents-requested': 'list',
    'items-rejected': 'warning',
    'items-reopened': 'list',
    'items-accepted': 'check',
    'request-reminded': 'list',
    'items-cancelled': 'list',
    'engagement-cancelled': 'list',
    'portal-opened': 'people',
    'portal-role-widened': 'people',
  };

  async load() {
    [this.person] = await Promise.all([me(), super.load()]);
    this.portals = this.person.memberOf.length > 0 ? await (await import('../portals.js')).allPortals(this.person) : [];
  }

  emptyText() {
    return t('notices.empty.text');
  }

  gone({ folderName, noteTitle, engagementName, portalName }) {
    return !folderName && !noteTitle && !engagementName && !portalName;
  }

  words({ type, folderName, documentName, noteTitle, engagementName, portalName }) {
    const what = type === 'folder-shared' ? folderName : (documentName ?? noteTitle ?? engagementName ?? portalName);
    return { folder: folderName, what };
  }

  places({ firmName, clientName }) {
    return [firmName, clientName];
  }

  /** Nowhere, for what the person can see no more. */
  href({ portalId, portalName, slug, ...item }) {
    return portalId ? portalName && to.portal(slug, portalId) : this.#hrefOf(item);
  }

  #hrefOf({ type, clientId, folderId, folderName, documentId, documentName, noteId, noteTitle, engagementId, engagementName }) {
    const site = this.#site(clientId);
    if (!site) {
      return undefined;
    }
    if (documentId && documentName && type !== 'upload-rejected') {
      return to.document(site, clientId, folderId, documentId);
    }
    if (engagementId && engagementName) {
      return to.engagement(site, clientId, engagementId);
    }
    if (noteId && noteTitle) {
      const page = type === 'group-note-shared' ? to.groupNote : to.note;
      return page(site, clientId, noteId);
    }
    return folderId && folderName ? to.folder(site, clientId, folderId) : undefined;
  }

  /** The site where the person finds a client. */
  #site(clientId) {
    const own = this.person.clientOf.find((each) => each.clientId === clientId)?.site;
    return own ?? this.portals.find(({ clients }) => clients.some((client) => client.clientId === clientId))?.slug;
  }
}

customElements.define('notices-page', PortalNoticesPage);
