/** The choice of clients, for the fields of a form: they are found by the beginning of their names. */
import { Problem, api } from '../shared/api.js';
import { html } from '../shared/element.js';
import { Refusal } from '../shared/form.js';
import { icon } from '../shared/icons.js';
import { t } from '../shared/texts.js';

/** As many participants of a note as the API takes in one call. */
const MOST = 90;

export class ClientChoice {
  #host;
  #firmApi;
  #most;
  #seen = new Map();
  #found = new Set();
  #chosen = new Set();

  /**
   * @param host what has the form, and is drawn anew after each change
   * @param firmApi the firm's path in the API
   * @param most how many may be chosen
   */
  constructor(host, firmApi, most = MOST) {
    this.#host = host;
    this.#firmApi = firmApi;
    this.#most = most;
    this.#find();
  }

  /** The ids of those who are chosen. What cannot be sent is refused here. */
  chosen() {
    if (this.#chosen.size === 0) {
      throw new Refusal(t('participants.required'));
    }
    if (this.#chosen.size > this.#most) {
      throw new Refusal(t('participants.tooMany', { count: this.#most }));
    }
    return [...this.#chosen];
  }

  /** Those who are chosen, in the order of their ids in `chosen()`. */
  named() {
    return [...this.#chosen].map((clientId) => this.#seen.get(clientId));
  }

  view() {
    // Who is chosen stays in sight, whatever is looked for then.
    const shown = [...this.#seen.values()].filter(({ clientId }) => this.#chosen.has(clientId) || this.#found.has(clientId));
    return html`<fieldset class="people">
      <legend>${t('participants.choose')}</legend>
      <div class="search">
        <input type="search" aria-label=${t('clients.search')} placeholder=${t('clients.search')} maxlength="120" @keydown=${this.#enter} />
        <button type="button" class="button" @click=${this.#look}>${icon('search')}${t('clients.find')}</button>
      </div>
      ${shown.length === 0 ? html`<p class="hint">${t('participants.notFound')}</p>` : shown.map((client) => this.#row(client))}
    </fieldset>`;
  }

  #row({ clientId, name }) {
    const toggle = ({ target }) => {
      this.#chosen[target.checked ? 'add' : 'delete'](clientId);
      this.#host.requestUpdate();
    };
    return html`<label class="check"><input type="checkbox" .checked=${this.#chosen.has(clientId)} @change=${toggle} /> ${name}</label>`;
  }

  /** The key looks for the name, and does not send the form. */
  #enter = (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#find(event.target.value);
    }
  };

  #look = ({ currentTarget }) => this.#find(currentTarget.closest('.search').querySelector('input').value);

  async #find(beginning = '') {
    const { items } = await api.get(`${this.#firmApi}/clients`, { query: { name: beginning.trim() || undefined, limit: 100 } });
    items.forEach((client) => this.#seen.set(client.clientId, client));
    this.#found = new Set(items.map(({ clientId }) => clientId));
    this.#host.requestUpdate();
  }
}

/** What the API refuses of participants, in words for a form; any other error as it is. */
export function refusedClients(error) {
  return error instanceof Problem && error.is('unknown-client', 'limit-reached') ? new Refusal(t(`participants.${error.type}`)) : error;
}
