import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, api, path } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { folderTile, icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { blank, crumbs, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import '../account-panel.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { EditPerson } from '../edit-person.js';
import { accountBadge, shareState } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { ShareDialog } from '../share-dialog.js';

/** A client: the file, the account, folders, contacts, and the team. */
class ClientPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId } = this.params;
    this.firmApi = path`/v1/firms/${firmId}`;
    this.api = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.archived = this.query.get('archived') === 'true';
    await Promise.all([this.#readClient(), this.#readAccount(), this.#readFolders(), this.#readContacts(), this.#readStaff()]);
  }

  async #readClient() {
    const { data, etag } = await api.call('GET', this.api);
    Object.assign(this, { client: data, etag });
  }

  async #readAccount() {
    this.account = await api.get(`${this.api}/account`);
  }

  async #readFolders() {
    const folders = new Paged(`${this.api}/folders`, { limit: 50, archived: this.archived || undefined });
    await folders.more();
    this.folders = folders;
  }

  async #readContacts() {
    const contacts = new Paged(`${this.api}/contacts`, { limit: 50 });
    await contacts.more();
    this.contacts = contacts;
  }

  async #readStaff() {
    const staff = new Paged(`${this.firmApi}/staff`, { limit: 100 });
    while (!staff.complete) {
      await staff.more();
    }
    this.staff = staff.items;
  }

  title() {
    return this.client.name;
  }

  above() {
    return crumbs([t('clients.title'), to.firm(this.params.firmId)], [this.client.name]);
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      <button class="button" @click=${() => this.#edit()}>${t('client.edit')}</button>
    </div>`;
  }

  content() {
    const { client } = this;
    return html`
      <p class="lead">${[t(`kind.${client.kind}`), client.email, client.phone].filter(Boolean).join(' · ')}</p>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      <div class="columns">
        ${this.#folders()}
        <div class="stack section">
          <account-panel
            .resource=${`${this.api}/account`}
            .account=${this.account}
            .name=${client.name}
            .email=${client.email}
            .obstacle=${this.#obstacle()}
            .mayManage=${this.membership.webPortal}
          ></account-panel>
          ${this.#contacts()} ${this.#team()}
        </div>
      </div>
    `;
  }

  #obstacle() {
    if (this.client.kind === 'other') {
      return t('account.kindWithoutAccount');
    }
    return this.client.email ? undefined : t('account.emailRequired');
  }

  #folders() {
    const { items } = this.folders;
    const here = location.pathname;
    return html`<section class="section" aria-labelledby="folders">
      <div class="head">
        <h2 id="folders">${t(this.archived ? 'folders.archived' : 'folders.title')}</h2>
        ${this.archived
          ? nothing
          : html`<button class="button small" @click=${() => this.#newFolder()}>${icon('plus')}${t('folders.new')}</button>`}
      </div>
      ${items.length === 0
        ? blank('folder', t('folders.empty.title'), t(this.archived ? 'folders.empty.archived' : 'folders.empty.text'))
        : html`<ul class="rows">
            ${repeat(items, ({ folderId }) => folderId, (folder) => html`<li>${this.#folder(folder)}</li>`)}
          </ul>`}
      ${moreButton(this, this.folders)}
      <p class="below">
        ${this.archived ? html`<a href=${here}>${t('folders.toCurrent')}</a>` : html`<a href="${here}?archived=true">${t('folders.toArchived')}</a>`}
      </p>
    </section>`;
  }

  #folder(folder) {
    const { firmId, clientId } = this.params;
    const { folderId, name } = folder;
    return html`<div class="row wide">
      ${folderTile()}
      <div class="grow">
        <a class="name whole" href=${to.folder(firmId, clientId, folderId)}>${name}</a>
        <div class="sub">${shareState(folder.shareState)}</div>
      </div>
      ${this.membership.webPortal && !folder.archived
        ? html`<div class="actions">
            <button class="button small" @click=${() => this.#share(folder)}>
              ${icon('share')}${t('share.action')}<span class="unseen">: ${name}</span>
            </button>
          </div>`
        : icon('chevron')}
    </div>`;
  }

  #contacts() {
    const { items } = this.contacts;
    const { firmId, clientId } = this.params;
    return html`<section class="panel-box" aria-labelledby="contacts">
      <div class="head">
        <h2 id="contacts">${t('contacts.title')}</h2>
        <button class="button small" @click=${() => this.#newContact()}>${icon('plus')}${t('contacts.new')}</button>
      </div>
      ${items.length === 0
        ? html`<p class="hint">${t('contacts.empty')}</p>`
        : html`<ul class="rows">
            ${repeat(
              items,
              ({ contactId }) => contactId,
              (contact) => html`<li>
                <div class="row">
                  <div class="grow">
                    <a class="name whole" href=${to.contact(firmId, clientId, contact.contactId)}>${contact.name}</a>
                    <div class="sub"><span>${contact.relationship}</span><span>${t(contact.webPortal ? 'contacts.permitted' : 'contacts.notPermitted')}</span></div>
                  </div>
                  ${accountBadge(contact.account)}
                </div>
              </li>`,
            )}
          </ul>`}
      ${moreButton(this, this.contacts)}
    </section>`;
  }

  #team() {
    const members = this.staff.filter(({ staffId }) => this.client.team.includes(staffId));
    return html`<section class="panel-box" aria-labelledby="team">
      <div class="head">
        <h2 id="team">${t('team.title')}</h2>
        <button class="button small" @click=${() => this.#changeTeam()}>${t('team.change')}</button>
      </div>
      ${members.length === 0
        ? html`<p class="hint">${t('team.empty')}</p>`
        : html`<ul>${members.map(({ name }) => html`<li>${icon('person')} ${name}</li>`)}</ul>`}
    </section>`;
  }

  async #edit() {
    if (await EditPerson.open({ resource: this.api, person: this.client, etag: this.etag })) {
      await this.start();
      this.say('good', t('client.saved'));
    }
  }

  async #newFolder() {
    const folder = await NewFolder.open({ resource: `${this.api}/folders` });
    if (folder) {
      await this.#readFolders();
      this.say('good', t('folders.created', { name: folder.name }));
    }
  }

  async #share({ folderId, name }) {
    let saved;
    const shown = await this.attempt(async () => {
      saved = await ShareDialog.open({ resource: `${this.api}${path`/folders/${folderId}`}`, name, folder: true });
      if (saved) {
        await Promise.all([this.#readFolders(), this.#readContacts()]);
      }
    });
    if (shown && saved) {
      this.say('good', t('share.saved', { name }));
    }
  }

  async #newContact() {
    const contact = await NewContact.open({ resource: `${this.api}/contacts` });
    if (contact) {
      app.go(to.contact(this.params.firmId, this.params.clientId, contact.contactId));
    }
  }

  async #changeTeam() {
    if (await ChangeTeam.open({ resource: `${this.api}/team`, staff: this.staff, team: this.client.team, etag: this.etag })) {
      await this.#readClient();
      this.say('good', t('team.saved'));
    }
  }
}

class NewFolder extends FormDialog {
  heading() {
    return t('folders.new');
  }

  lead() {
    return html`<p>${t('folders.new.lead')}</p>`;
  }

  action() {
    return t('folders.create');
  }

  fields(form) {
    return form.field({ name: 'name', label: t('folder.name'), required: true, maxlength: 120 });
  }

  send({ name }) {
    return api.post(this.resource, { body: { name }, once: true });
  }
}

class NewContact extends FormDialog {
  heading() {
    return t('contacts.new');
  }

  action() {
    return t('contacts.create');
  }

  fields(form) {
    return html`
      ${form.field({ name: 'name', label: t('client.name'), required: true, maxlength: 120 })}
      ${form.field({ name: 'relationship', label: t('contact.relationship'), hint: t('contact.relationship.hint'), required: true, maxlength: 60 })}
      ${form.field({ name: 'email', label: t('field.email'), type: 'email' })}
      <label class="check"><input type="checkbox" name="webPortal" /> ${t('contact.webPortal')}</label>
    `;
  }

  send({ name, relationship, email, webPortal }) {
    const body = { name, relationship, webPortal: webPortal === 'on', ...(email ? { email } : {}) };
    return api.post(this.resource, { body, once: true });
  }
}

class ChangeTeam extends FormDialog {
  heading() {
    return t('team.title');
  }

  lead() {
    return html`<p>${t('team.lead')}</p>`;
  }

  action() {
    return t('action.save');
  }

  fields() {
    return html`<fieldset class="people">
      <legend class="unseen">${t('team.title')}</legend>
      ${this.staff
        .filter(({ enabled, staffId }) => enabled || this.team.includes(staffId))
        .map(
          ({ staffId, name }) =>
            html`<label class="check"><input type="checkbox" name="staff" value=${staffId} ?checked=${this.team.includes(staffId)} /> ${name}</label>`,
        )}
    </fieldset>`;
  }

  send(_, form) {
    const staffIds = new FormData(form).getAll('staff');
    return api.put(this.resource, { body: { staffIds }, etag: this.etag });
  }
}

customElements.define('new-folder', NewFolder);
customElements.define('new-contact', NewContact);
customElements.define('change-team', ChangeTeam);
customElements.define('client-page', ClientPage);
