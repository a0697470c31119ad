import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, api, path } from '../../shared/api.js';
import { announce } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { Page } from '../../shared/page.js';
import { blank, crumbs, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { declaredUploads } from '../../shared/upload-list.js';
import { uploads } from '../../shared/uploads.js';
import { accessBadge, documentRow } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';

/** A folder: its documents, and where it is allowed, a place to put more. */
class FolderPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    this.archived = this.query.get('archived') === 'true';
    const { firmId, clientId } = this.membership;
    this.api = path`/v1/firms/${firmId}/clients/${clientId}/folders/${this.params.folderId}`;
    [this.folder, this.declared] = await Promise.all([api.get(this.api), declaredUploads(this.api), this.#read()]);
  }

  async #read() {
    const documents = new Paged(`${this.api}/documents`, { limit: 50, archived: this.archived || undefined });
    await documents.more();
    this.documents = documents;
    this.requestUpdate();
  }

  resource({ documentId }) {
    return `${this.api}${path`/documents/${documentId}`}`;
  }

  get mayUpload() {
    return this.folder.access === 'view-upload' && !this.folder.archived;
  }

  title() {
    return this.folder.name;
  }

  above() {
    const { slug, clientId } = this.params;
    return crumbs(
      this.folder.archived ? [t('archive.title'), to.archive(slug, clientId)] : [t('shared.title'), to.client(slug, clientId)],
      [this.folder.name],
    );
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      <div class="actions">
        ${this.folder.archived ? html`<span class="badge warn">${t('folder.archived')}</span>` : nothing}${accessBadge(this.folder.access)}
      </div>
    </div>`;
  }

  content() {
    const { documents, archived } = this;
    const here = location.pathname;
    return html`
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      ${this.mayUpload && !archived
        ? html`<file-drop .label=${t('upload.choose')} .choose=${(files) => this.#upload(files)}></file-drop>`
        : nothing}
      ${archived
        ? nothing
        : html`<upload-list
            .folder=${this.api}
            .folderId=${this.params.folderId}
            .declared=${this.declared}
            @arrived=${() => this.attempt(() => this.#read())}
          ></upload-list>`}
      <section class="section" aria-labelledby="documents">
        <h2 id="documents">${t(archived ? 'folder.archivedDocuments' : 'folder.documents')}</h2>
        ${documents.items.length > 0
          ? html`<ul class="rows">
              ${repeat(documents.items, ({ documentId }) => documentId, (each) => html`<li>${documentRow(each, this)}</li>`)}
            </ul>`
          : archived
            ? blank('archive', t('folder.archivedEmpty.title'), t('folder.archivedEmpty.text'))
            : blank('document', t('folder.empty.title'), t(this.mayUpload ? 'folder.empty.upload' : 'folder.empty.view'))}
        ${moreButton(this, documents)}
      </section>
      <p class="below">
        ${archived
          ? html`<a href=${here}>${t('folder.toCurrent')}</a>`
          : html`<a href="${here}?archived=true">${t('folder.toArchived')}</a>`}
      </p>
    `;
  }

  #upload(files) {
    files.forEach((file) => uploads.add(file, { folder: this.api, folderId: this.params.folderId }));
    announce(t('upload.announce.started', { count: files.length }));
  }
}

customElements.define('folder-page', FolderPage);
