import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, api, path } from '../../shared/api.js';
import { announce } from '../../shared/app.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { fileTile, icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { blank, crumbs, download, moreButton } from '../../shared/parts.js';
import { dateTime, size, t } from '../../shared/texts.js';
import { declaredUploads } from '../../shared/upload-list.js';
import { uploads } from '../../shared/uploads.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { shareState } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { share } from '../share.js';

/** A folder of a client: its documents, uploads that wait or failed, and who it is open to. */
class FolderPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId, folderId } = this.params;
    this.clientApi = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.api = `${this.clientApi}${path`/folders/${folderId}`}`;
    this.archived = this.query.get('archived') === 'true';
    const [client, declared] = await Promise.all([
      api.get(this.clientApi),
      declaredUploads(this.api),
      this.#readFolder(),
      this.#readDocuments(),
    ]);
    Object.assign(this, { client, declared });
  }

  async #readFolder() {
    const { data, etag } = await api.call('GET', this.api);
    Object.assign(this, { folder: data, etag });
    this.requestUpdate();
  }

  async #readDocuments() {
    const documents = new Paged(`${this.api}/documents`, { limit: 50, archived: this.archived || undefined });
    await documents.more();
    this.documents = documents;
    this.requestUpdate();
  }

  title() {
    return this.folder.name;
  }

  above() {
    const { firmId, clientId } = this.params;
    return crumbs([t('clients.title'), to.firm(firmId)], [this.client.name, to.client(firmId, clientId)], [this.folder.name]);
  }

  heading() {
    const { folder, membership: own } = this;
    return html`<div class="head">
      <div>${super.heading()} ${shareState(folder.shareState)} ${folder.archived ? html`<span class="badge warn">${t('folder.archived')}</span>` : nothing}</div>
      <div class="actions">
        ${own.webPortal && !folder.archived
          ? html`<button class="button primary" @click=${() => this.#share()}>${icon('share')}${t('share.action')}</button>`
          : nothing}
        ${folder.archived ? nothing : html`<button class="button" @click=${() => this.#rename()}>${t('folder.rename')}</button>`}
        <button class="button" @click=${() => (folder.archived ? this.#restore() : this.#archive())}>
          ${icon('archive')}${t(folder.archived ? 'folder.restore' : 'folder.archive')}
        </button>
      </div>
    </div>`;
  }

  content() {
    const { documents, archived, folder } = this;
    const here = location.pathname;
    const current = !archived && !folder.archived;
    return html`
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      ${current ? html`<file-drop .label=${t('upload.choose')} .choose=${(files) => this.#upload(files)}></file-drop>` : nothing}
      ${archived
        ? nothing
        : html`<upload-list
            .folder=${this.api}
            .folderId=${this.params.folderId}
            .declared=${this.declared}
            .resumable=${({ uploadedBy }) => uploadedBy.as === 'staff'}
            @arrived=${() => this.attempt(() => this.#readDocuments())}
          ></upload-list>`}
      <section class="section" aria-labelledby="documents">
        <h2 id="documents">${t(archived ? 'folder.archivedDocuments' : 'folder.documents')}</h2>
        ${documents.items.length === 0
          ? blank('document', t('folder.empty.title'), t(archived ? 'folder.empty.archived' : 'folder.empty.text'))
          : html`<ul class="rows">
              ${repeat(documents.items, ({ documentId }) => documentId, (each) => html`<li>${this.#row(each)}</li>`)}
            </ul>`}
        ${moreButton(this, documents)}
      </section>
      <p class="below">
        ${archived ? html`<a href=${here}>${t('folder.toCurrent')}</a>` : html`<a href="${here}?archived=true">${t('folder.toArchived')}</a>`}
      </p>
    `;
  }

  #row(document) {
    const { firmId, clientId, folderId } = this.params;
    const { documentId, name } = document;
    return html`<div class="row">
      ${fileTile(name)}
      <div class="grow">
        <a class="name whole" href=${to.document(firmId, clientId, folderId, documentId)}>${name}</a>
        <div class="sub">
          <span>${t('document.by', { name: document.uploadedBy.name })}</span><span>${dateTime(document.createdAt)}</span><span>${size(document.size)}</span>
          ${document.shareState ? shareState(document.shareState) : nothing}
        </div>
      </div>
      <div class="actions">
        <button
          class="button only-icon"
          aria-label=${t('document.download.name', { name })}
          title=${t('document.download')}
          @click=${() => this.attempt(() => download(`${this.api}${path`/documents/${documentId}`}`, name))}
        >
          ${icon('download')}
        </button>
      </div>
    </div>`;
  }

  #upload(files) {
    files.forEach((file) => uploads.add(file, { folder: this.api, folderId: this.params.folderId }));
    announce(t('upload.announce.started', { count: files.length }));
  }

  #share() {
    return share(this, { resource: this.api, name: this.folder.name, folder: true }, () => this.#readFolder());
  }

  async #rename() {
    if (await RenameFolder.open({ resource: this.api, folder: this.folder, etag: this.etag })) {
      await this.start();
      this.say('good', t('client.saved'));
    }
  }

  async #archive() {
    const sure = await ask({
      title: t('folder.archive.title', { name: this.folder.name }),
      text: t('folder.archive.text'),
      action: t('folder.archive'),
      dangerous: true,
    });
    if (sure && (await this.attempt(() => api.delete(this.api)))) {
      await this.start();
      this.say('good', t('folder.archivedNow'));
    }
  }

  async #restore() {
    if (await this.attempt(() => api.patch(this.api, { body: { archived: false }, etag: this.etag }))) {
      await this.start();
      this.say('good', t('folder.restored'));
    }
  }
}

class RenameFolder extends FormDialog {
  heading() {
    return t('folder.rename');
  }

  action() {
    return t('action.save');
  }

  fields(form) {
    return form.field({ name: 'name', label: t('folder.name'), value: this.folder.name, required: true, maxlength: 120 });
  }

  send({ name }) {
    return api.patch(this.resource, { body: { name }, etag: this.etag });
  }
}

customElements.define('rename-folder', RenameFolder);
customElements.define('folder-page', FolderPage);
