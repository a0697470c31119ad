import { Paged, Problem, api, path } from '../../shared/api.js';
import { ask } from '../../shared/dialog.js';
import { html } from '../../shared/element.js';
import { Refusal } from '../../shared/form.js';
import { icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { blank, moreButton } from '../../shared/parts.js';
import { dateTime, t } from '../../shared/texts.js';
import { FormDialog, choices } from '../../shared/form-dialog.js';
import { membership } from '../place.js';

/** Registrations that wait for staff to say whose account they are. */
class RegistrationsPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    this.firmApi = path`/v1/firms/${this.params.firmId}`;
    await this.#read();
  }

  async #read() {
    const list = new Paged(`${this.firmApi}/registrations`, { limit: 50 });
    await list.more();
    this.list = list;
    this.requestUpdate();
  }

  title() {
    return t('registrations.title');
  }

  content() {
    const { items } = this.list;
    return html`
      <p class="lead">${t('registrations.lead')}</p>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : ''}
      ${items.length === 0
        ? blank('check', t('registrations.empty.title'), t('registrations.empty.text'))
        : html`<ul class="rows">
            ${items.map(
              (each) => html`<li>
                <div class="row wide">
                  <span class="tile person" aria-hidden="true">${icon('person')}</span>
                  <div class="grow">
                    <span class="name">${each.name}</span>
                    <div class="sub"><span>${each.email}</span><span>${each.site}</span><span>${dateTime(each.registeredAt)}</span></div>
                  </div>
                  <div class="actions">
                    <button class="button small" @click=${() => this.#link(each)}>
                      ${t('registrations.link')}<span class="unseen">: ${each.name}</span>
                    </button>
                    <button class="button small quiet" @click=${() => this.#reject(each)}>
                      ${t('registrations.reject')}<span class="unseen">: ${each.name}</span>
                    </button>
                  </div>
                </div>
              </li>`,
            )}
          </ul>`}
      ${moreButton(this, this.list)}
    `;
  }

  #resource({ registrationId }) {
    return `${this.firmApi}${path`/registrations/${registrationId}/resolution`}`;
  }

  async #link(registration) {
    const linked = await LinkRegistration.open({ resource: this.#resource(registration), firmApi: this.firmApi, registration });
    if (linked) {
      await this.#read();
      this.say('good', t('registrations.linked', { name: registration.name }));
    }
  }

  async #reject(registration) {
    const { name } = registration;
    const sure = await ask({
      title: t('registrations.reject.title', { name }),
      text: t('registrations.reject.text'),
      action: t('registrations.reject'),
      dangerous: true,
    });
    if (sure && (await this.attempt(() => api.post(this.#resource(registration), { body: { reject: true } })))) {
      await this.#read();
      this.say('good', t('registrations.rejected', { name }));
    }
  }
}

/** Whose account it is: one of those who had the address on file, or a client who is looked for by name. */
class LinkRegistration extends FormDialog {
  found = [];

  heading() {
    return t('registrations.link.title', { name: this.registration.name });
  }

  lead() {
    return html`<p>${t('registrations.link.lead', { email: this.registration.email })}</p>`;
  }

  action() {
    return t('registrations.link');
  }

  fields() {
    const candidates = [...(this.registration.candidates ?? []), ...this.found];
    const value = ({ clientId, contactId = '' }) => `${clientId} ${contactId}`;
    return html`
      ${candidates.length > 0
        ? choices({
            name: 'whose',
            legend: t('registrations.whose'),
            value: value(candidates[0]),
            options: candidates.map((each) => [value(each), each.name, each.contactId ? t('registrations.contact') : each.email]),
          })
        : html`<p class="hint">${t('registrations.noCandidates')}</p>`}
      <div class="search">
        <input type="search" aria-label=${t('clients.search')} placeholder=${t('clients.search')} maxlength="120" />
        <button type="button" class="button" @click=${this.#find}>${icon('search')}${t('clients.find')}</button>
      </div>
    `;
  }

  #find = async () => {
    const name = this.querySelector('[type=search]').value.trim();
    const { items } = await api.get(`${this.firmApi}/clients`, { query: { name: name || undefined, limit: 10 } });
    const known = new Set((this.registration.candidates ?? []).map(({ clientId }) => clientId));
    this.found = items.filter(({ clientId, kind }) => !known.has(clientId) && kind !== 'other');
    this.requestUpdate();
  };

  async send({ whose }) {
    if (!whose) {
      throw new Refusal(t('registrations.noCandidates'));
    }
    const [clientId, contactId] = whose.split(' ');
    try {
      return await api.post(this.resource, { body: { clientId, ...(contactId ? { contactId } : {}) } });
    } catch (error) {
      throw error instanceof Problem && error.is('account-exists') ? new Refusal(t('registrations.accountExists')) : error;
    }
  }
}

customElements.define('link-registration', LinkRegistration);
customElements.define('registrations-page', RegistrationsPage);
