import { NoticesPage } from '../../shared/notices.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';

/** What happened in the firm, for the person. */
class StaffNoticesPage extends NoticesPage {
  icons = {
    'document-uploaded': 'upload',
    'upload-rejected': 'warning',
    'document-withdrawn': 'archive',
    'registration-completed': 'check',
    'registration-received': 'person',
    'administrator-appointed': 'key',
    'second-factor-reset': 'key',
    'address-bounced': 'warning',
    'handed-over': 'person',
    'no-answer': 'warning',
    'items-submitted': 'list',
    'item-not-applicable': 'list',
    'item-withdrawn': 'archive',
  };

  async load() {
    [this.membership] = await Promise.all([membership(this.params), super.load()]);
  }

  shown({ firmId }) {
    return firmId === this.params.firmId;
  }

  emptyText() {
    return t('notices.empty.text');
  }

  gone({ documentName, name, engagementName }) {
    return !documentName && !name && !engagementName;
  }

  words({ folderName, documentName, name, engagementName }) {
    return { document: documentName, folder: folderName, engagement: engagementName, name };
  }

  places({ clientName }) {
    return [clientName];
  }

  /** Nowhere, for what the person can see no more. */
  href({ type, firmId, clientId, folderId, folderName, documentId, documentName, engagementId, engagementName }) {
    switch (type) {
      case 'registration-received':
        return to.registrations(firmId);
      case 'administrator-appointed':
      case 'second-factor-reset':
      case 'handed-over':
        return to.staff(firmId);
      case 'registration-completed':
      case 'address-bounced':
        return clientId && to.client(firmId, clientId);
      case 'upload-rejected':
        return folderId && folderName && to.folder(firmId, clientId, folderId);
      default:
        if (engagementId) {
          return engagementName && to.engagement(firmId, clientId, engagementId);
        }
        return documentId && documentName && to.document(firmId, clientId, folderId, documentId);
    }
  }
}

customElements.define('notices-page', StaffNoticesPage);
