import { path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { fileTile, noteTile } from '../../shared/icons.js';
import { blank, moreButton } from '../../shared/parts.js';
import { dateTime, t } from '../../shared/texts.js';
import { ClientPage } from '../client-page.js';
import { shareState } from '../parts.js';
import { to } from '../paths.js';

/** What is shown of an entry by its kind; `resource` is its path in the API, below that of the client. */
const KINDS = {
  document: {
    tile: ({ name }) => fileTile(name),
    href: (firmId, clientId, { folderId, documentId }) => to.document(firmId, clientId, folderId, documentId),
    resource: ({ folderId, documentId }) => path`/folders/${folderId}/documents/${documentId}`,
    text: 'activity.document',
    by: 'document.by',
  },
  note: {
    tile: noteTile,
    href: (firmId, clientId, { noteId }) => to.note(firmId, clientId, noteId),
    resource: ({ noteId }) => path`/notes/${noteId}`,
    text: 'activity.note',
    by: 'note.by',
  },
  'group-note': {
    tile: noteTile,
    href: (firmId, clientId, { noteId }) => to.groupNote(firmId, noteId),
    resource: ({ noteId }) => path`/group-notes/${noteId}`,
    text: 'activity.groupNote',
    by: 'note.by',
  },
};

/** A client's activity log: documents, notes and group notes by time, archived ones too. */
class ActivityPage extends ClientPage {
  kind = 'activity';

  section() {
    const { items } = this.list;
    return html`<section class="section" aria-labelledby="activity">
      <h2 id="activity">${t('activity.title')}</h2>
      ${items.length === 0
        ? blank('clock', t('activity.empty.title'), t('activity.empty.text'))
        : html`<ul class="rows">
            ${items.map((entry) => html`<li>${this.#entry(entry)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
    </section>`;
  }

  #entry(entry) {
    const { firmId, clientId } = this.params;
    const { name, at, by, archived } = entry;
    const kind = KINDS[entry.kind];
    return html`<div class="row wide">
      ${kind.tile(entry)}
      <div class="grow">
        <a class="name whole" href=${kind.href(firmId, clientId, entry)}>${name}</a>
        <div class="sub">
          <span>${t(kind.text)}</span><span>${t(kind.by, { name: by.name })}</span><span>${dateTime(at)}</span>
          ${shareState(entry.shareState)} ${archived ? html`<span class="badge warn">${t('folder.archived')}</span>` : nothing}
        </div>
      </div>
      ${this.rowEnd({ resource: `${this.api}${kind.resource(entry)}`, name, archived })}
    </div>`;
  }
}

customElements.define('activity-page', ActivityPage);
