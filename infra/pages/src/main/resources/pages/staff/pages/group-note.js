import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, api, path } from '../../shared/api.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { icon } from '../../shared/icons.js';
import { crumbs, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { DocumentTypes } from '../document-types.js';
import { ClientChoice, refusedClients } from '../client-choice.js';
import { shareState } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { ALL } from '../recipients.js';
import { share } from '../share.js';
import { WrittenPage } from '../written-page.js';

/** A note about several clients: who takes part, and who it is open to. */
class GroupNotePage extends WrittenPage {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, noteId } = this.params;
    this.firmApi = path`/v1/firms/${firmId}`;
    this.api = `${this.firmApi}${path`/group-notes/${noteId}`}`;
    [this.types] = await Promise.all([DocumentTypes.of(firmId), this.read()]);
  }

  async read() {
    const participants = new Paged(`${this.api}/participants`, { limit: 50 });
    const [shares] = await Promise.all([api.get(`${this.api}/shares`), participants.more(), super.read()]);
    Object.assign(this, { isOpen: shares.recipients.length > 0, participants });
  }

  above() {
    return crumbs([t('groupNotes.title'), to.groupNotes(this.params.firmId)], [this.note.title]);
  }

  sharing() {
    return this.isOpen
      ? html`<button class="button" @click=${() => this.#close()}>${icon('lock')}${t('groupNote.close')}</button>`
      : html`<button class="button primary" @click=${() => this.#open()}>${icon('share')}${t('groupNote.open')}</button>`;
  }

  async #open() {
    const { title: name, participants: count } = this.note;
    const text = t('groupNote.open.text', { count });
    if (await ask({ title: t('groupNote.open.title', { name }), text, action: t('groupNote.open') })) {
      await this.#setShares([{ recipient: ALL }], t('groupNote.opened', { name }));
    }
  }

  async #close() {
    const { title: name } = this.note;
    const text = t('groupNote.close.text');
    if (await ask({ title: t('groupNote.close.title', { name }), text, action: t('groupNote.close'), dangerous: true })) {
      await this.#setShares([], t('groupNote.closed', { name }));
    }
  }

  #setShares(recipients, done) {
    return this.change(() => api.put(`${this.api}/shares`, { body: { recipients }, etag: this.etag }), done);
  }

  section() {
    const { items } = this.participants;
    const mayChange = this.mayChange && !this.note.archived;
    return html`<section class="section" aria-labelledby="participants">
      <div class="head">
        <h2 id="participants">${t('participants.title')}</h2>
        ${mayChange
          ? html`<button class="button small" @click=${() => this.#add()}>${icon('plus')}${t('participants.add')}</button>`
          : nothing}
      </div>
      <p class="hint">${t('participants.lead')}</p>
      ${items.length === 0
        ? html`<p class="hint">${t('participants.empty')}</p>`
        : html`<ul class="rows">
            ${repeat(items, ({ clientId }) => clientId, (each) => html`<li>${this.#participant(each, mayChange)}</li>`)}
          </ul>`}
      ${moreButton(this, this.participants)}
    </section>`;
  }

  #participant(participant, mayChange) {
    const { firmId, noteId } = this.params;
    const { clientId, name, shareState: state } = participant;
    const resource = path`/v1/firms/${firmId}/clients/${clientId}/group-notes/${noteId}`;
    const item = { resource, name: `${this.note.title}, ${name}` };
    return html`<div class="row wide">
      <span class="tile person" aria-hidden="true">${icon('person')}</span>
      <div class="grow">
        <a class="name" href=${to.activity(firmId, clientId)}>${name}</a>
        <div class="sub">${shareState(state)}</div>
      </div>
      <div class="actions">
        ${this.membership.webPortal && !this.note.archived
          ? html`<button class="button small" @click=${() => share(this, item, () => this.read())}>
              ${icon('share')}${t('share.action')}<span class="unseen">: ${name}</span>
            </button>`
          : nothing}
        ${mayChange
          ? html`<button class="button small quiet" @click=${() => this.#remove(participant)}>
              ${t('participants.remove')}<span class="unseen">: ${name}</span>
            </button>`
          : nothing}
      </div>
    </div>`;
  }

  async #add() {
    let added;
    const shown = await this.attempt(async () => {
      added = await AddParticipants.open({ firmApi: this.firmApi, resource: `${this.api}/participants` });
      if (added) {
        await this.read();
      }
    });
    if (shown && added) {
      this.say('good', t('participants.changed', { count: added.participants }));
    }
  }

  async #remove({ clientId, name }) {
    const sure = await ask({
      title: t('participants.remove.title', { name }),
      text: t('participants.remove.text'),
      action: t('participants.remove'),
      dangerous: true,
    });
    if (sure) {
      const remove = () => api.post(`${this.api}/participants`, { body: { remove: [clientId] } });
      await this.change(remove, t('participants.removed', { name }));
    }
  }
}

class AddParticipants extends FormDialog {
  connectedCallback() {
    super.connectedCallback();
    this.clients = new ClientChoice(this, this.firmApi);
  }

  heading() {
    return t('participants.add');
  }

  action() {
    return t('action.save');
  }

  fields() {
    return this.clients.view();
  }

  async send() {
    try {
      return await api.post(this.resource, { body: { add: this.clients.chosen() } });
    } catch (error) {
      throw refusedClients(error);
    }
  }
}

customElements.define('add-participants', AddParticipants);
customElements.define('group-note-page', GroupNotePage);
