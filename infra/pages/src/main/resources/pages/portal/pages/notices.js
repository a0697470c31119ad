import { Paged } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { dateTime, hasText, t } from '../../shared/texts.js';
import { rejectionText } from '../../shared/upload-list.js';
import { me } from '../../shared/me.js';
import { blank, moreButton } from '../parts.js';
import { to } from '../paths.js';

const ICONS = {
  'folder-shared': 'folder',
  'document-shared': 'document',
  'document-added': 'document',
  'upload-rejected': 'warning',
};

/** What happened, for the person, in all firms. */
class NoticesPage extends Page {
  async load() {
    this.list = new Paged('/v1/me/notices', { limit: 50 });
    [this.person] = await Promise.all([me(), this.list.more()]);
  }

  title() {
    return t('notices.title');
  }

  content() {
    const { items } = this.list;
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
    const { type, by, at, folderName, documentName, firmName, clientName } = notice;
    const known = hasText(`notices.${type}`) ? type : 'other';
    const ofFolder = type === 'folder-shared';
    const what = ofFolder
      ? (folderName ?? t('notices.gone.folder'))
      : (documentName ?? t('notices.gone.document'));
    const text = t(`notices.${known}`, { by, what, folder: folderName ?? t('notices.gone.folder') });
    const href = this.#href(notice);
    return html`<div class="row">
      <span class="tile ${type === 'upload-rejected' ? 'pdf' : 'folder'}" aria-hidden="true">${icon(ICONS[type] ?? 'bell')}</span>
      <div class="grow">
        ${href ? html`<a class="name whole" href=${href}>${text}</a>` : html`<span class="name">${text}</span>`}
        ${notice.rejection ? html`<div class="sub">${rejectionText(notice.rejection)}</div>` : nothing}
        <div class="sub"><span>${dateTime(at)}</span><span>${firmName}</span>${clientName ? html`<span>${clientName}</span>` : nothing}</div>
      </div>
      ${href ? icon('chevron') : nothing}
    </div>`;
  }

  /** Nowhere, for what the person can see no more. */
  #href({ type, clientId, folderId, folderName, documentId, documentName }) {
    const membership = this.person.clientOf.find((each) => each.clientId === clientId);
    if (!membership) {
      return undefined;
    }
    if (documentId && documentName && type !== 'upload-rejected') {
      return to.document(membership.site, clientId, folderId, documentId);
    }
    return folderId && folderName ? to.folder(membership.site, clientId, folderId) : undefined;
  }
}

customElements.define('notices-page', NoticesPage);
