/** What several pages of the portal show in the same way. */
import { Problem, api } from '../shared/api.js';
import { html, nothing } from '../shared/element.js';
import { fileTile, folderTile, icon, noteTile } from '../shared/icons.js';
import { download } from '../shared/parts.js';
import { date, dateTime, size, t } from '../shared/texts.js';
import { to } from './paths.js';

export function accessBadge(access) {
  return html`<span class="badge ${access === 'view-upload' ? 'accent' : ''}">${t(`access.${access}`)}</span>`;
}

const note = { tile: noteTile, facts: () => html`<span>${t('shared.note')}</span>` };

/** What is shown of an item by its kind: a folder, a single document, or a note, of whichever kind. */
const KINDS = {
  folder: {
    tile: folderTile,
    href: (slug, clientId, { folderId }) => to.folder(slug, clientId, folderId),
    facts: ({ access }) => accessBadge(access),
  },
  document: {
    tile: ({ name }) => fileTile(name),
    href: (slug, clientId, { folderId, documentId }) => to.document(slug, clientId, folderId, documentId),
    facts: () => nothing,
  },
  note: { ...note, href: (slug, clientId, { noteId }) => to.note(slug, clientId, noteId) },
  'group-note': { ...note, href: (slug, clientId, { noteId }) => to.groupNote(slug, clientId, noteId) },
};

/** A row of what is shared. */
export function sharedRow(item, { slug, clientId }) {
  const { tile, href, facts } = KINDS[item.kind];
  return html`<div class="row">
    ${tile(item)}
    <div class="grow">
      <a class="name whole" href=${href(slug, clientId, item)}>${item.name}</a>
      <div class="sub">
        ${facts(item)}
        <span>${t('shared.since', { date: date(item.sharedAt) })}</span>
        ${item.expiresAt ? html`<span>${t('shared.until', { date: date(item.expiresAt) })}</span>` : nothing}
      </div>
    </div>
    ${icon('chevron')}
  </div>`;
}

/** Whether the person uploaded it, as far as the contract says: a client is one person, contacts may be several. */
export function isOwn(document, membership) {
  return document.uploadedBy.as === membership.as;
}

/** Who uploaded it. */
export function uploader(document, membership) {
  const own = document.uploadedBy.as === 'client' && membership.as === 'client';
  return own ? t('document.you') : document.uploadedBy.name;
}

/** A row of a folder's documents, with what can be done with each. */
export function documentRow(document, page) {
  const { slug, clientId } = page.params;
  return html`<div class="row">
    ${fileTile(document.name)}
    <div class="grow">
      <a class="name whole" href=${to.document(slug, clientId, document.folderId, document.documentId)}>${document.name}</a>
      <div class="sub">
        <span>${dateTime(document.createdAt)}</span><span>${size(document.size)}</span><span>${t('document.by', { name: uploader(document, page.membership) })}</span>
        ${document.version > 1 ? html`<span>${t('document.version.number', { number: document.version })}</span>` : nothing}
      </div>
    </div>
    <div class="actions">
      <button
        class="button only-icon"
        aria-label=${t('document.download.name', { name: document.name })}
        title=${t('document.download')}
        @click=${() => page.attempt(() => download(page.resource(document), document.name))}
      >
        ${icon('download')}
      </button>
    </div>
  </div>`;
}

export async function withdraw(resource) {
  try {
    await api.delete(resource);
  } catch (error) {
    throw error instanceof Problem && error.is('permission-required') ? new Problem({ type: 'withdraw' }) : error;
  }
}
