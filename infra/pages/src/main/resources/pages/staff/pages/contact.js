import { api, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { Page } from '../../shared/page.js';
import { crumbs } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import '../account-panel.js';
import { EditPerson } from '../edit-person.js';
import { to } from '../paths.js';
import { membership } from '../place.js';

/** A contact of a client: the relationship, the permission to use the portal, and the account. */
class ContactPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId, contactId } = this.params;
    const clientApi = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.api = `${clientApi}${path`/contacts/${contactId}`}`;
    const [client, account] = await Promise.all([api.get(clientApi), api.get(`${this.api}/account`), this.#read()]);
    Object.assign(this, { client, account });
  }

  async #read() {
    const { data, etag } = await api.call('GET', this.api);
    Object.assign(this, { contact: data, etag });
  }

  title() {
    return this.contact.name;
  }

  above() {
    const { firmId, clientId } = this.params;
    return crumbs([t('clients.title'), to.firm(firmId)], [this.client.name, to.client(firmId, clientId)], [this.contact.name]);
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      <button class="button" @click=${() => this.#edit()}>${t('client.edit')}</button>
    </div>`;
  }

  content() {
    const { contact } = this;
    const { relationship, email, phone, webPortal } = contact;
    return html`
      <p class="lead">${[relationship, email, phone].filter(Boolean).join(' · ')}</p>
      <div class="stack">
        ${this.messages()}
        <section class="panel-box" aria-labelledby="permission">
          <h2 id="permission">${t('contact.permission')}</h2>
          <p>${t(webPortal ? 'contact.permission.given' : 'contact.permission.none', { client: this.client.name })}</p>
          ${this.membership.webPortal
            ? html`<button class="button small" @click=${() => this.#permit(!webPortal)}>
                ${t(webPortal ? 'contact.permission.take' : 'contact.permission.give')}
              </button>`
            : nothing}
        </section>
        <account-panel
          .resource=${`${this.api}/account`}
          .account=${this.account}
          .name=${contact.name}
          .email=${email}
          .obstacle=${!webPortal ? t('account.permissionRequired') : email ? undefined : t('account.emailRequired')}
          .mayManage=${this.membership.webPortal}
        ></account-panel>
      </div>
    `;
  }

  async #permit(webPortal) {
    const changed = await this.attempt(async () => {
      await api.patch(this.api, { body: { webPortal }, etag: this.etag });
      await this.#read();
    });
    if (changed) {
      this.querySelector('account-panel').read();
      this.say('good', t('client.saved'));
    }
  }

  async #edit() {
    if (await EditPerson.open({ resource: this.api, person: this.contact, etag: this.etag })) {
      await this.start();
      this.say('good', t('client.saved'));
    }
  }
}

customElements.define('contact-page', ContactPage);
