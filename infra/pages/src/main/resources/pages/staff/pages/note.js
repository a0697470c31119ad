import { api, path } from '../../shared/api.js';
import { html } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { crumbs } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { DocumentTypes } from '../document-types.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { share } from '../share.js';
import { WrittenPage } from '../written-page.js';

/** A note about a client. */
class NotePage extends WrittenPage {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId, noteId } = this.params;
    const clientApi = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.api = `${clientApi}${path`/notes/${noteId}`}`;
    [this.client, this.types] = await Promise.all([api.get(clientApi), DocumentTypes.of(firmId), this.read()]);
  }

  above() {
    const { firmId, clientId } = this.params;
    return crumbs(
      [t('clients.title'), to.firm(firmId)],
      [this.client.name, to.client(firmId, clientId)],
      [t('notes.title'), to.notes(firmId, clientId)],
      [this.note.title],
    );
  }

  sharing() {
    const item = { resource: this.api, name: this.note.title };
    return html`<button class="button primary" @click=${() => share(this, item, () => this.read())}>${icon('share')}${t('share.action')}</button>`;
  }
}

customElements.define('note-page', NotePage);
