import { api, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { noteTile } from '../../shared/icons.js';
import { Page, notice } from '../../shared/page.js';
import { crumbs, noteText } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';

/** A note of the firm, to be read. One about several clients is to each of them as one about them alone. */
class NotePage extends Page {
  async load() {
    const { firmId, clientId } = await membership(this.params);
    const { noteId, groupNoteId } = this.params;
    const note = groupNoteId ? path`/group-notes/${groupNoteId}` : path`/notes/${noteId}`;
    this.note = await api.get(path`/v1/firms/${firmId}/clients/${clientId}` + note);
  }

  title() {
    return this.note.title;
  }

  above() {
    const { slug, clientId } = this.params;
    return crumbs(
      this.note.archived ? [t('archive.title'), to.archive(slug, clientId)] : [t('shared.title'), to.client(slug, clientId)],
      [this.note.title],
    );
  }

  heading() {
    return html`<div class="head">
      <div class="actions">${noteTile()} ${super.heading()}</div>
    </div>`;
  }

  content() {
    return html`
      ${this.note.archived ? html`<div class="stack">${notice('note', t('note.archived'))}</div>` : nothing}
      ${noteText(this.note)}
    `;
  }
}

customElements.define('note-page', NotePage);
