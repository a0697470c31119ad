import { Paged } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { dateTime, hasText, t } from '../../shared/texts.js';
import { rejectionText } from '../../shared/upload-list.js';
import { blank, moreButton } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';

const ICONS = {
  'document-uploaded': 'upload',
  'upload-rejected': 'warning',
  'document-withdrawn': 'archive',
  'registration-completed': 'check',
  'registration-received': 'person',
  'administrator-appointed': 'key',
  'second-factor-reset': 'key',
};

/** What happened in the firm, for the person. */
class NoticesPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    this.list = new Paged('/v1/me/notices', { limit: 50 });
    await this.list.more();
  }

  title() {
    return t('notices.title');
  }

  content() {
    const items = this.list.items.filter(({ firmId }) => firmId === this.params.firmId);
    return html`
      ${this.messages()}
      ${items.length === 0
        ? blank('bell', t('notices.empty.title'), t('notices.empty.text'))
        : html`<ul class="rows">
            ${items.map((notice) => html`<li>${this.#row(notice)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
    `;
  }

  #row(notice) {
    const { type, by, at, folderName, documentName, clientName, name } = notice;
    const known = hasText(`notices.${type}`) ? type : 'other';
    const text = t(`notices.${known}`, {
      by,
      document: documentName ?? t('notices.gone.document'),
      folder: folderName ?? t('notices.gone.folder'),
      name: name ?? t('notices.gone.person'),
    });
    const href = this.#href(notice);
    return html`<div class="row">
      <span class="tile ${type === 'upload-rejected' ? 'pdf' : 'folder'}" aria-hidden="true">${icon(ICONS[type] ?? 'bell')}</span>
      <div class="grow">
        ${href ? html`<a class="name whole" href=${href}>${text}</a>` : html`<span class="name">${text}</span>`}
        ${notice.rejection ? html`<div class="sub">${rejectionText(notice.rejection)}</div>` : nothing}
        <div class="sub"><span>${dateTime(at)}</span>${clientName ? html`<span>${clientName}</span>` : nothing}</div>
      </div>
      ${href ? icon('chevron') : nothing}
    </div>`;
  }

  /** Nowhere, for what the person can see no more. */
  #href({ type, firmId, clientId, folderId, folderName, documentId, documentName }) {
    switch (type) {
      case 'registration-received':
        return to.registrations(firmId);
      case 'administrator-appointed':
      case 'second-factor-reset':
        return to.staff(firmId);
      case 'registration-completed':
        return clientId && to.client(firmId, clientId);
      case 'upload-rejected':
        return folderId && folderName && to.folder(firmId, clientId, folderId);
      default:
        return documentId && documentName && to.document(firmId, clientId, folderId, documentId);
    }
  }
}

customElements.define('notices-page', NoticesPage);
