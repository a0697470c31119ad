import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { api, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { folderTile, icon } from '../../shared/icons.js';
import { blank, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { ClientPage } from '../client-page.js';
import { shareState } from '../parts.js';
import { to } from '../paths.js';

/** A client's folders. */
class FoldersPage extends ClientPage {
  kind = 'folders';

  section() {
    const { items } = this.list;
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
      ${moreButton(this, this.list)}
      <p class="below">
        ${this.archived ? html`<a href=${here}>${t('folders.toCurrent')}</a>` : html`<a href="${here}?archived=true">${t('folders.toArchived')}</a>`}
      </p>
    </section>`;
  }

  #folder({ folderId, name, archived, shareState: state }) {
    const { firmId, clientId } = this.params;
    return html`<div class="row wide">
      ${folderTile()}
      <div class="grow">
        <a class="name whole" href=${to.folder(firmId, clientId, folderId)}>${name}</a>
        <div class="sub">${shareState(state)}</div>
      </div>
      ${this.rowEnd({ resource: `${this.api}${path`/folders/${folderId}`}`, name, archived, folder: true })}
    </div>`;
  }

  async #newFolder() {
    const folder = await NewFolder.open({ resource: `${this.api}/folders` });
    if (folder) {
      await this.readList();
      this.say('good', t('folders.created', { name: folder.name }));
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

customElements.define('new-folder', NewFolder);
customElements.define('client-page', FoldersPage);
