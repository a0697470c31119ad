import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { icon, noteTile } from '../../shared/icons.js';
import { blank, moreButton, noteFacts } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { ClientPage } from '../client-page.js';
import { shareState } from '../parts.js';
import { DocumentTypes } from '../document-types.js';
import { to } from '../paths.js';

/** The notes about a client. */
class NotesPage extends ClientPage {
  kind = 'notes';

  section() {
    const { items } = this.list;
    const here = location.pathname;
    return html`<section class="section" aria-labelledby="notes">
      <div class="head">
        <h2 id="notes">${t(this.archived ? 'notes.archived' : 'notes.title')}</h2>
        ${this.archived
          ? nothing
          : html`<button class="button small" @click=${() => this.#newNote()}>${icon('plus')}${t('notes.new')}</button>`}
      </div>
      ${items.length === 0
        ? blank('note', t('notes.empty.title'), t(this.archived ? 'folders.empty.archived' : 'notes.empty.text'))
        : html`<ul class="rows">
            ${repeat(items, ({ noteId }) => noteId, (note) => html`<li>${this.#note(note)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
      <p class="below">
        ${this.archived ? html`<a href=${here}>${t('notes.toCurrent')}</a>` : html`<a href="${here}?archived=true">${t('notes.toArchived')}</a>`}
      </p>
    </section>`;
  }

  #note(note) {
    const { firmId, clientId } = this.params;
    const { noteId, title, excerpt, archived } = note;
    return html`<div class="row wide">
      ${noteTile()}
      <div class="grow">
        <a class="name whole" href=${to.note(firmId, clientId, noteId)}>${title}</a>
        <p class="excerpt">${excerpt}</p>
        <div class="sub">${noteFacts(note)} ${shareState(note.shareState)}</div>
      </div>
      ${this.rowEnd({ resource: `${this.api}${path`/notes/${noteId}`}`, name: title, archived })}
    </div>`;
  }

  async #newNote() {
    let note;
    const shown = await this.attempt(async () => {
      const { NewNote } = await import('../note-dialog.js');
      note = await NewNote.open({
        clientApi: this.api,
        mayShare: this.membership.webPortal,
        types: await DocumentTypes.of(this.params.firmId),
      });
      if (note) {
        await this.readShared();
      }
    });
    if (shown && note) {
      this.say('good', t(note.shareState === 'none' ? 'notes.created' : 'notes.shared', { title: note.title }));
    }
  }
}

customElements.define('notes-page', NotesPage);
