/**
 * What the pages of a note and of a group note have in common: what it says, what it said before, editing it, and the archive.
 * A subclass sets `api`, the note's path in the API, and `types`, the firm's document types, and has `sharing()`, the buttons of those who may share; and perhaps
 * `section()`, between the text and those before it.
 */
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { Paged, api } from '../shared/api.js';
import { ask } from '../shared/dialog.js';
import { html, nothing } from '../shared/element.js';
import { icon, noteTile } from '../shared/icons.js';
import { Page, notice } from '../shared/page.js';
import { moreButton, noteText } from '../shared/parts.js';
import { dateTime, t } from '../shared/texts.js';
import { shareState } from './parts.js';

export class WrittenPage extends Page {
  async read() {
    const { data: note, etag } = await api.call('GET', this.api);
    const versions = new Paged(`${this.api}/versions`, { limit: 20 });
    if (note.editedAt) {
      await versions.more();
    }
    Object.assign(this, { note, etag, versions });
    this.requestUpdate();
  }

  title() {
    return this.note.title;
  }

  heading() {
    const { note, membership: own } = this;
    return html`<div class="head">
      <div class="actions">${noteTile()} <div>${super.heading()} ${shareState(note.shareState)}
          ${note.documentType ? html`<span class="badge">${this.types.name(note.documentType)}</span>` : nothing}</div></div>
      <div class="actions">${own.webPortal && !note.archived ? this.sharing() : nothing} ${this.mayChange ? this.#changes() : nothing}</div>
    </div>`;
  }

  /** What readers see is changed by those who may share. */
  get mayChange() {
    return this.membership.webPortal || this.note.shareState === 'none';
  }

  #changes() {
    const { archived } = this.note;
    return html`
      ${archived ? nothing : html`<button class="button" @click=${() => this.#edit()}>${t('note.edit')}</button>`}
      <button class="button" @click=${() => (archived ? this.#restore() : this.#archive())}>
        ${icon('archive')}${t(archived ? 'folder.restore' : 'folder.archive')}
      </button>
    `;
  }

  section() {
    return nothing;
  }

  content() {
    const { note, versions } = this;
    const earlier = versions.items.filter(({ current }) => !current);
    return html`
      <div class="stack">${this.messages()} ${note.archived ? notice('note', t('note.archived')) : nothing}</div>
      ${noteText(note)} ${this.section()}
      ${note.editedAt
        ? html`<section class="section" aria-labelledby="versions">
            <h2 id="versions">${t('note.versions')}</h2>
            <ul class="rows">
              ${repeat(earlier, ({ version }) => version, (each) => html`<li>${this.#version(each)}</li>`)}
            </ul>
            ${moreButton(this, versions)}
          </section>`
        : nothing}
    `;
  }

  #version({ version, title, text, by, at }) {
    return html`<details class="version">
      <summary>
        <strong>${t('document.version.number', { number: version })}</strong>
        <span class="sub"><span>${t('note.by', { name: by.name })}</span><span>${dateTime(at)}</span></span>
      </summary>
      <h3>${title}</h3>
      <div class="prose">${text}</div>
    </details>`;
  }

  async #edit() {
    let edited;
    const shown = await this.attempt(async () => {
      const { EditNote } = await import('./note-dialog.js');
      edited = await EditNote.open({ resource: this.api, note: this.note, etag: this.etag, types: this.types });
      if (edited) {
        await this.read();
        document.title = this.documentTitle();
      }
    });
    if (shown && edited) {
      this.say('good', t('client.saved'));
    }
  }

  async #archive() {
    const { title } = this.note;
    const sure = await ask({
      title: t('folder.archive.title', { name: title }),
      text: t('note.archive.text'),
      action: t('folder.archive'),
      dangerous: true,
    });
    if (sure) {
      await this.change(() => api.delete(this.api), t('document.archivedNow', { name: title }));
    }
  }

  #restore() {
    const restore = () => api.patch(this.api, { body: { archived: false }, etag: this.etag });
    return this.change(restore, t('document.restored', { name: this.note.title }));
  }

  /** Changes something, reads what the page shows, and says it. */
  async change(work, done) {
    const changed = await this.attempt(async () => {
      await work();
      await this.read();
    });
    if (changed) {
      this.say('good', done);
    }
  }
}
