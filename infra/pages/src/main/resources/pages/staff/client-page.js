/**
 * What the pages about a client have in common: the file, the account, contacts and the team, beside a list of what is kept
 * there. A subclass has `kind`, by which the API names the list and this page its tab, and `section()`, which shows it.
 */
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { Paged, api, path } from '../shared/api.js';
import { app } from '../shared/app.js';
import { html, nothing } from '../shared/element.js';
import { icon } from '../shared/icons.js';
import { Page } from '../shared/page.js';
import { crumbs, moreButton } from '../shared/parts.js';
import { t } from '../shared/texts.js';
import './account-panel.js';
import { accountBadge } from './parts.js';
import { to } from './paths.js';
import { membership } from './place.js';
import { share } from './share.js';

const TABS = [
  { kind: 'folders', text: 'folders.title', sign: 'folder', href: to.client },
  { kind: 'notes', text: 'notes.title', sign: 'note', href: to.notes },
  { kind: 'engagements', text: 'engagements.title', sign: 'list', href: to.engagements },
  { kind: 'activity', text: 'activity.title', sign: 'clock', href: to.activity },
];

export class ClientPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId } = this.params;
    this.firmApi = path`/v1/firms/${firmId}`;
    this.api = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.archived = this.query.get('archived') === 'true';
    await Promise.all([this.#readClient(), this.#readAccount(), this.readList(), this.#readContacts(), this.#readStaff()]);
  }

  async #readClient() {
    const { data, etag } = await api.call('GET', this.api);
    Object.assign(this, { client: data, etag });
  }

  async #readAccount() {
    this.account = await api.get(`${this.api}/account`);
  }

  async readList() {
    const list = new Paged(`${this.api}/${this.kind}`, { limit: 50, archived: this.archived || undefined });
    await list.more();
    this.list = list;
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

  /** Each tab has a title of its own. */
  documentTitle() {
    const own = TABS.find(({ kind }) => kind === this.kind);
    return this.phase === 'ready' ? `${t(own.text)} – ${super.documentTitle()}` : super.documentTitle();
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
        <div class="section">${this.#tabs()} ${this.section()}</div>
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

  #tabs() {
    const { firmId, clientId } = this.params;
    return html`<nav class="tabs" aria-label=${t('client.tabs')}>
      ${TABS.map(
        ({ kind, text, sign, href }) =>
          html`<a href=${href(firmId, clientId)} aria-current=${kind === this.kind ? 'page' : nothing}>${icon(sign)}<span>${t(text)}</span></a>`,
      )}
    </nav>`;
  }

  /**
   * At the end of a row: a button for who may share what is in it, and else a sign that it leads somewhere.
   *
   * @param item as `ShareDialog.open()` takes it, and whether it is `archived`
   */
  rowEnd({ archived, ...item }) {
    return this.membership.webPortal && !archived
      ? html`<div class="actions">
          <button class="button small" @click=${() => this.#share(item)}>
            ${icon('share')}${t('share.action')}<span class="unseen">: ${item.name}</span>
          </button>
        </div>`
      : icon('chevron');
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

  #edit() {
    return this.attempt(async () => {
      const { EditPerson } = await import('./edit-person.js');
      if (await EditPerson.open({ resource: this.api, person: this.client, etag: this.etag })) {
        await this.start();
        this.say('good', t('client.saved'));
      }
    });
  }

  #share(item) {
    return share(this, item, () => this.readShared());
  }

  /** What is different after something was shared, which may have invited a contact. */
  async readShared() {
    await Promise.all([this.readList(), this.#readContacts()]);
  }

  #newContact() {
    return this.attempt(async () => {
      const { NewContact } = await import('./client-dialogs.js');
      const contact = await NewContact.open({ resource: `${this.api}/contacts` });
      if (contact) {
        app.go(to.contact(this.params.firmId, this.params.clientId, contact.contactId));
      }
    });
  }

  #changeTeam() {
    return this.attempt(async () => {
      const { ChangeTeam } = await import('./client-dialogs.js');
      if (await ChangeTeam.open({ resource: `${this.api}/team`, staff: this.staff, team: this.client.team, etag: this.etag })) {
        await this.#readClient();
        this.say('good', t('team.saved'));
      }
    });
  }
}
