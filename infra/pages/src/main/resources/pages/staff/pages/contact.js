import { api, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { Page } from '../../shared/page.js';
import { t } from '../../shared/texts.js';
import '../account-panel.js';
import { FormDialog } from '../form-dialog.js';
import { crumbs, done } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';

/** A contact of a client: the relationship, the permission to use the portal, and the account. */
class ContactPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId, contactId } = this.params;
    const clientApi = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.api = `${clientApi}${path`/contacts/${contactId}`}`;
    const [client] = await Promise.all([api.get(clientApi), this.#read()]);
    this.client = client;
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
      done(this, t('client.saved'));
    }
  }

  async #edit() {
    if (await EditContact.open({ resource: this.api, contact: this.contact, etag: this.etag })) {
      await this.start();
      done(this, t('client.saved'));
    }
  }
}

class EditContact extends FormDialog {
  heading() {
    return t('client.edit');
  }

  action() {
    return t('action.save');
  }

  fields(form) {
    const { name, relationship, email, phone } = this.contact;
    return html`
      ${form.field({ name: 'name', label: t('client.name'), value: name, required: true, maxlength: 120 })}
      ${form.field({ name: 'relationship', label: t('contact.relationship'), value: relationship, required: true, maxlength: 60 })}
      ${form.field({ name: 'email', label: t('field.email'), value: email, type: 'email' })}
      ${form.field({ name: 'phone', label: t('client.phone'), hint: t('client.phone.hint'), value: phone, type: 'tel' })}
    `;
  }

  send({ name, relationship, email, phone }) {
    const body = { name, relationship, email: email || null, phone: phone || null };
    return api.patch(this.resource, { body, etag: this.etag });
  }
}

customElements.define('edit-contact', EditContact);
customElements.define('contact-page', ContactPage);
