import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { api, path } from '../../shared/api.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { Page, notice } from '../../shared/page.js';
import { crumbs } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { accountBadge } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { refused, roleBadge, sitesOf } from './parts.js';

/** A portal with its clients and its members. */
class PortalPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, portalId } = this.params;
    this.firmApi = path`/v1/firms/${firmId}`;
    this.api = `${this.firmApi}${path`/portals/${portalId}`}`;
    const [sites] = await Promise.all([sitesOf(firmId), this.#read()]);
    this.site = sites.find(({ slug }) => slug === this.portal.slug);
  }

  async #read() {
    const { data, etag } = await api.call('GET', this.api);
    Object.assign(this, { portal: data, etag });
    this.requestUpdate();
  }

  /** Whether the person may change it as it is. */
  get #open() {
    return this.membership.webPortal && !this.portal.archived;
  }

  title() {
    return this.portal.name;
  }

  above() {
    const { firmId } = this.params;
    return crumbs([t('clients.title'), to.firm(firmId)], [t('portals.title'), to.portals(firmId)], [this.title()]);
  }

  heading() {
    const { archived } = this.portal;
    return html`<div class="head">
      ${super.heading()}
      ${this.membership.webPortal
        ? html`<div class="actions">
            ${archived ? nothing : html`<button class="button" @click=${() => this.#rename()}>${t('folder.rename')}</button>`}
            <button class="button" @click=${() => (archived ? this.#restore() : this.#archive())}>
              ${icon('archive')}${t(archived ? 'folder.restore' : 'folder.archive')}
            </button>
          </div>`
        : nothing}
    </div>`;
  }

  content() {
    const { url, displayName } = this.site ?? {};
    return html`
      <p class="lead">${url ? html`<a href=${url} target="_blank" rel="noreferrer">${displayName}</a>` : this.portal.slug}</p>
      <div class="stack">${this.messages()} ${this.portal.archived ? notice('note', t('portals.isArchived')) : nothing}</div>
      ${this.#clients()} ${this.#members()}
    `;
  }

  #clients() {
    const { clients } = this.portal;
    return html`<section class="section" aria-labelledby="clients">
      <div class="head">
        <h2 id="clients" tabindex="-1">${t('clients.title')}</h2>
        ${this.#open ? html`<button class="button small" @click=${() => this.#addClients()}>${icon('plus')}${t('portals.addClients')}</button>` : nothing}
      </div>
      <ul class="rows">
        ${repeat(clients, ({ clientId }) => clientId, (client) => html`<li>${this.#client(client, clients.length > 1)}</li>`)}
      </ul>
    </section>`;
  }

  #client(client, several) {
    const { clientId, name } = client;
    return html`<div class="row wide">
      <span class="tile person" aria-hidden="true">${icon('person')}</span>
      <div class="grow"><a class="name whole" href=${to.client(this.params.firmId, clientId)}>${name}</a></div>
      ${this.#open && several
        ? html`<div class="actions">${button(t('participants.remove'), name, () => this.#removeClient(client))}</div>`
        : icon('chevron')}
    </div>`;
  }

  #members() {
    const { members } = this.portal;
    return html`<section class="section" aria-labelledby="members">
      <div class="head">
        <h2 id="members" tabindex="-1">${t('members.title')}</h2>
        ${this.#open ? html`<button class="button small" @click=${() => this.#addMembers()}>${icon('plus')}${t('portals.addMembers')}</button>` : nothing}
      </div>
      ${members.length === 0
        ? html`<p class="hint">${t('portals.noMembers')}</p>`
        : html`<ul class="rows">
            ${repeat(members, ({ memberId }) => memberId, (member) => html`<li>${this.#member(member)}</li>`)}
          </ul>`}
    </section>`;
  }

  #member(member) {
    const { memberId, name, email, role, account } = member;
    return html`<div class="row wide stacked">
      <span class="tile person" aria-hidden="true">${icon('person')}</span>
      <div class="grow">
        <a class="name whole" href=${to.member(this.params.firmId, memberId)}>${name}</a>
        <div class="sub"><span>${email}</span>${roleBadge(role)}</div>
      </div>
      ${accountBadge(account)}
      ${this.#open
        ? html`<div class="actions">
            ${button(t('portals.changeRole'), name, () => this.#changeRole(member))}
            ${button(t('participants.remove'), name, () => this.#removeMember(member))}
          </div>`
        : nothing}
    </div>`;
  }

  async #rename() {
    const { name } = this.portal;
    await this.#dialog('RenamePortal', { resource: this.api, name, etag: this.etag }, t('client.saved'));
    document.title = this.documentTitle();
  }

  #addClients() {
    return this.#dialog('AddPortalClients', { resource: this.api, firmApi: this.firmApi }, t('portals.clientsAdded'));
  }

  #addMembers() {
    const without = this.portal.members.map(({ memberId }) => memberId);
    return this.#dialog('AddPortalMembers', { resource: this.api, firmApi: this.firmApi, without }, t('portals.membersAdded'));
  }

  #changeRole(member) {
    return this.#dialog('ChangePortalRole', { resource: this.#ofMember(member), member }, t('client.saved'));
  }

  /** Shows a dialog, and says what was done if it was not left. */
  async #dialog(name, properties, done) {
    let saved;
    const shown = await this.attempt(async () => {
      const dialogs = await import('./portal-dialogs.js');
      saved = await dialogs[name].open(properties);
      if (saved) {
        await this.#read();
      }
    });
    if (shown && saved) {
      this.say('good', done);
    }
  }

  async #archive() {
    const { name } = this.portal;
    const sure = await ask({
      title: t('folder.archive.title', { name }),
      text: t('portals.archive.text'),
      action: t('folder.archive'),
      dangerous: true,
    });
    if (sure) {
      await this.#change(() => api.delete(this.api), t('document.archivedNow', { name }));
    }
  }

  #restore() {
    const restore = () => api.patch(this.api, { body: { archived: false }, etag: this.etag });
    return this.#change(restore, t('document.restored', { name: this.portal.name }));
  }

  async #removeClient({ clientId, name }) {
    const sure = await ask({
      title: t('participants.remove.title', { name }),
      text: t('portals.removeClient.text'),
      action: t('participants.remove'),
      dangerous: true,
    });
    if (sure && (await this.#change(() => api.delete(`${this.api}${path`/clients/${clientId}`}`), t('participants.removed', { name })))) {
      this.querySelector('#clients').focus();
    }
  }

  async #removeMember(member) {
    const { name } = member;
    const sure = await ask({
      title: t('participants.remove.title', { name }),
      text: t('portals.removeMember.text'),
      action: t('participants.remove'),
      dangerous: true,
    });
    if (sure && (await this.#change(() => api.delete(this.#ofMember(member)), t('participants.removed', { name })))) {
      this.querySelector('#members').focus();
    }
  }

  #ofMember({ memberId }) {
    return `${this.api}${path`/members/${memberId}`}`;
  }

  async #change(work, done) {
    const changed = await this.attempt(async () => {
      try {
        await work();
      } catch (error) {
        throw refused(error);
      }
      await this.#read();
    });
    if (changed) {
      this.say('good', done);
      await this.updateComplete;
    }
    return changed;
  }
}

function button(label, name, work) {
  return html`<button class="button small" @click=${work}>${label}<span class="unseen">: ${name}</span></button>`;
}

customElements.define('portal-page', PortalPage);
