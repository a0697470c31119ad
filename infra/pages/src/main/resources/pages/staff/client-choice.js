/** The choice of clients, for the fields of a dialog: they are found by the beginning of their names. */
import { Problem, api } from '../shared/api.js';
import { html } from '../shared/element.js';
import { Refusal } from '../shared/form.js';
import { icon } from '../shared/icons.js';
import { t } from '../shared/texts.js';

/** As many as the API takes in one call. */
const MOST = 90;

export class ClientChoice {
  #host;
  #firmApi;
  #seen = new Map();
  #found = new Set();
  #chosen = new Set();

  /**
   * @param host the dialog, which is drawn anew after each change
   * @param firmApi the firm's path in the API
   */
  constructor(host, firmApi) {
    this.#host = host;
    this.#firmApi = firmApi;
    this.#find();
  }

  /** The ids of those who are chosen. What cannot be sent is refused here. */
  chosen() {
    if (this.#chosen.size === 0) {
      throw new Refusal(t('participants.required'));
    }
    if (this.#chosen.size > MOST) {
      throw new Refusal(t('participants.tooMany', { count: MOST }));
    }
    return [...this.#chosen];
  }

  view() {
    // Who is chosen stays in sight, whatever is looked for then.
    const shown = [...this.#seen.values()].filter(({ clientId }) => this.#chosen.has(clientId) || this.#found.has(clientId));
    return html`<fieldset class="people">
      <legend>${t('participants.choose')}</legend>
      <div class="search">
        <input type="search" aria-label=${t('clients.search')} placeholder=${t('clients.search')} maxlength="120" @keydown=${this.#enter} />
        <button type="button" class="button" @click=${() => this.#find()}>${icon('search')}${t('clients.find')}</button>
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
      this.#find();
    }
  };

  async #find() {
    const name = this.#host.querySelector('[type=search]')?.value.trim();
    const { items } = await api.get(`${this.#firmApi}/clients`, { query: { name: name || undefined, limit: 100 } });
    items.forEach((client) => this.#seen.set(client.clientId, client));
    this.#found = new Set(items.map(({ clientId }) => clientId));
    this.#host.requestUpdate();
  }
}

/** What the API refuses of participants, in words for a form; any other error as it is. */
export function refusedClients(error) {
  return error instanceof Problem && error.is('unknown-client', 'limit-reached') ? new Refusal(t(`participants.${error.type}`)) : error;
}
