import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, api, path } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { blank, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { FormDialog, choices } from '../../shared/form-dialog.js';
import { accountBadge, phoneNumber } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';

/** The clients of a firm: found by the beginning of their names, and new ones. */
class ClientsPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    this.api = path`/v1/firms/${this.params.firmId}/clients`;
    this.name = this.query.get('name') ?? '';
    await this.#read();
  }

  async #read() {
    const clients = new Paged(this.api, { limit: 50, name: this.name || undefined });
    await clients.more();
    this.clients = clients;
    this.requestUpdate();
  }

  title() {
    return t('clients.title');
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      <div class="actions">
        <a class="button" href=${to.portals(this.params.firmId)}>${icon('people')}${t('clients.portals')}</a>
        <button class="button primary" @click=${() => this.#create()}>${icon('plus')}${t('clients.new')}</button>
      </div>
    </div>`;
  }

  content() {
    const { items } = this.clients;
    const { firmId } = this.params;
    return html`
      <form class="search" role="search" @submit=${this.#search}>
        <input type="search" name="name" aria-label=${t('clients.search')} placeholder=${t('clients.search')} .value=${this.name} maxlength="120" />
        <button class="button">${icon('search')}${t('clients.find')}</button>
      </form>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      ${items.length === 0
        ? this.name
          ? blank('search', t('clients.notFound.title'), t('clients.notFound.text', { name: this.name }))
          : blank('people', t('clients.empty.title'), t('clients.empty.text'))
        : html`<ul class="rows">
            ${repeat(items, ({ clientId }) => clientId, (client) => html`<li>${this.#row(client, firmId)}</li>`)}
          </ul>`}
      ${moreButton(this, this.clients)}
    `;
  }

  #row(client, firmId) {
    return html`<div class="row">
      <span class="tile person" aria-hidden="true">${icon('person')}</span>
      <div class="grow">
        <a class="name whole" href=${to.client(firmId, client.clientId)}>${client.name}</a>
        <div class="sub"><span>${client.email ?? t('clients.noEmail')}</span></div>
      </div>
      ${accountBadge(client.account)} ${icon('chevron')}
    </div>`;
  }

  /** The search is in the address, so that back leads to the list as it was. */
  #search = (event) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name').trim();
    app.go(to.firm(this.params.firmId) + (name ? `?${new URLSearchParams({ name })}` : ''));
  };

  async #create() {
    const client = await NewClient.open({ api: this.api });
    if (client) {
      app.go(to.client(this.params.firmId, client.clientId));
    }
  }
}

class NewClient extends FormDialog {
  heading() {
    return t('clients.new');
  }

  action() {
    return t('clients.create');
  }

  fields(form) {
    const kind = (each) => [each, t(`kind.${each}`), t(`kind.${each}.hint`)];
    return html`
      ${form.field({ name: 'name', label: t('client.name'), required: true, maxlength: 120 })}
      ${form.field({ name: 'email', label: t('field.email'), hint: t('client.email.hint'), type: 'email' })}
      ${form.field({ name: 'phone', label: t('client.phone'), hint: t('client.phone.hint'), type: 'tel' })}
      ${choices({ name: 'kind', legend: t('client.kind'), value: 'client', options: ['client', 'individual', 'other'].map(kind) })}
    `;
  }

  send({ name, email, phone, kind }) {
    const body = { kind, name, ...(email ? { email } : {}), ...(phone ? { phone: phoneNumber(phone) } : {}) };
    return api.post(this.api, { body, once: true });
  }
}

customElements.define('new-client', NewClient);
customElements.define('clients-page', ClientsPage);
