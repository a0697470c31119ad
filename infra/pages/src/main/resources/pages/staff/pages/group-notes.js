import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { icon, noteTile } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { blank, moreButton, noteFacts } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { DocumentTypes } from '../document-types.js';
import { shareState } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';

/** The general log of a firm: its notes about several clients. */
class GroupNotesPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    this.firmApi = path`/v1/firms/${this.params.firmId}`;
    this.archived = this.query.get('archived') === 'true';
    await this.#read();
  }

  async #read() {
    const list = new Paged(`${this.firmApi}/group-notes`, { limit: 50, archived: this.archived || undefined });
    await list.more();
    this.list = list;
    this.requestUpdate();
  }

  title() {
    return t(this.archived ? 'groupNotes.archived' : 'groupNotes.title');
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      ${this.archived
        ? nothing
        : html`<button class="button primary" @click=${() => this.#create()}>${icon('plus')}${t('groupNotes.new')}</button>`}
    </div>`;
  }

  content() {
    const { items } = this.list;
    const here = location.pathname;
    return html`
      <p class="lead">${t('groupNotes.lead')}</p>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      ${items.length === 0
        ? blank('note', t('groupNotes.empty.title'), t(this.archived ? 'folders.empty.archived' : 'groupNotes.empty.text'))
        : html`<ul class="rows">
            ${repeat(items, ({ noteId }) => noteId, (note) => html`<li>${this.#row(note)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
      <p class="below">
        ${this.archived
          ? html`<a href=${here}>${t('groupNotes.toCurrent')}</a>`
          : html`<a href="${here}?archived=true">${t('groupNotes.toArchived')}</a>`}
      </p>
    `;
  }

  #row(note) {
    const { noteId, title, excerpt, participants } = note;
    return html`<div class="row wide">
      ${noteTile()}
      <div class="grow">
        <a class="name whole" href=${to.groupNote(this.params.firmId, noteId)}>${title}</a>
        <p class="excerpt">${excerpt}</p>
        <div class="sub">
          ${noteFacts(note)} <span>${t('participants.count', { count: participants })}</span> ${shareState(note.shareState)}
        </div>
      </div>
      ${icon('chevron')}
    </div>`;
  }

  async #create() {
    let note;
    const shown = await this.attempt(async () => {
      const { NewGroupNote } = await import('../note-dialog.js');
      note = await NewGroupNote.open({ firmApi: this.firmApi, types: await DocumentTypes.of(this.params.firmId) });
      if (note) {
        await this.#read();
      }
    });
    if (shown && note) {
      this.say('good', t('notes.created', { title: note.title }));
    }
  }
}

customElements.define('group-notes-page', GroupNotesPage);
