import { Paged, api, path } from '../../shared/api.js';
import { announce } from '../../shared/app.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { fileTile, icon } from '../../shared/icons.js';
import { Page, notice } from '../../shared/page.js';
import { crumbs, download, moreButton } from '../../shared/parts.js';
import { dateTime, size, t } from '../../shared/texts.js';
import { declaredUploads, rejectionText } from '../../shared/upload-list.js';
import { uploads } from '../../shared/uploads.js';
import { DocumentTypes, GiveType } from '../document-types.js';
import { shareState } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { share } from '../share.js';

/** A document: what it is, its versions, and who it is open to. */
class DocumentPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId, folderId, documentId } = this.params;
    const clientApi = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.folderApi = `${clientApi}${path`/folders/${folderId}`}`;
    this.api = `${this.folderApi}${path`/documents/${documentId}`}`;
    const [client, folder, declared, types] = await Promise.all([
      api.get(clientApi),
      api.get(this.folderApi),
      declaredUploads(this.folderApi),
      DocumentTypes.of(firmId),
      this.#read(),
    ]);
    Object.assign(this, { client, folder, declared, types });
  }

  async #read() {
    this.document = await api.get(this.api);
    const versions = new Paged(`${this.api}/versions`, { limit: 20 });
    if (this.document.status === 'available') {
      await versions.more();
    }
    this.versions = versions;
    this.requestUpdate();
  }

  title() {
    return this.document.name;
  }

  above() {
    const { firmId, clientId, folderId } = this.params;
    return crumbs(
      [t('clients.title'), to.firm(firmId)],
      [this.client.name, to.client(firmId, clientId)],
      [this.folder.name, to.folder(firmId, clientId, folderId)],
      [this.document.name],
    );
  }

  heading() {
    const { document } = this;
    return html`<div class="head">
      <div class="actions">${fileTile(document.name)} ${super.heading()}</div>
      <div class="actions">
        ${document.status === 'available'
          ? html`<button class="button primary" @click=${() => this.attempt(() => download(this.api, document.name))}>
                ${icon('download')}${t('document.download')}
              </button>
              ${this.#changes()}`
          : html`<span class="badge ${document.status === 'rejected' ? 'bad' : 'warn'}">${t(`document.status.${document.status}`)}</span>`}
      </div>
    </div>`;
  }

  #changes() {
    const { document, folder, membership: own } = this;
    if (folder.archived) {
      return nothing;
    }
    return document.archived
      ? html`<button class="button" @click=${() => this.#restore()}>${icon('archive')}${t('folder.restore')}</button>`
      : html`${own.webPortal
            ? html`<button class="button" @click=${() => this.#share()}>${icon('share')}${t('share.action')}</button>`
            : nothing}
          ${this.types.all.length > 0 ? html`<button class="button" @click=${() => this.#giveType()}>${t('types.give')}</button>` : nothing}
          <button class="button" @click=${() => this.#archive()}>${icon('archive')}${t('folder.archive')}</button>`;
  }

  content() {
    const { document, versions } = this;
    return html`
      <div class="stack">
        ${this.messages()} ${document.archived ? notice('note', t('document.archived')) : nothing}
        ${document.status === 'rejected' ? notice('bad', rejectionText(document.rejection)) : nothing}
      </div>
      <dl class="facts">
        ${document.shareState ? html`<dt>${t('document.shares')}</dt><dd>${shareState(document.shareState)}</dd>` : nothing}
        ${document.documentType ? html`<dt>${t('types.one')}</dt><dd>${this.types.name(document.documentType)}</dd>` : nothing}
        <dt>${t('document.uploadedBy')}</dt><dd>${document.uploadedBy.name}</dd>
        <dt>${t('document.uploadedAt')}</dt><dd>${dateTime(document.createdAt)}</dd>
        <dt>${t('document.size')}</dt><dd>${size(document.size)}</dd>
        <dt>${t('document.type')}</dt><dd>${document.detectedType ?? document.contentType}</dd>
        <dt>${t('document.hash')}</dt><dd><code>${document.sha256}</code></dd>
      </dl>
      ${document.status === 'available'
        ? html`<section class="section" aria-labelledby="versions">
            <div class="head">
              <h2 id="versions">${t('document.versions')}</h2>
              ${document.archived || this.folder.archived ? nothing : this.#newVersion()}
            </div>
            <upload-list
              .folder=${this.folderApi}
              .folderId=${this.params.folderId}
              .declared=${this.declared}
              .resumable=${({ uploadedBy }) => uploadedBy.as === 'staff'}
              .only=${this.params.documentId}
              @arrived=${() => this.attempt(() => this.#read())}
            ></upload-list>
            <ul class="rows">
              ${versions.items.map((version) => html`<li>${this.#version(version)}</li>`)}
            </ul>
            ${moreButton(this, versions)}
          </section>`
        : nothing}
    `;
  }

  #newVersion() {
    const choose = ({ currentTarget }) => {
      const [file] = currentTarget.files;
      currentTarget.value = '';
      if (file) {
        const { folderId, documentId } = this.params;
        uploads.add(file, { folder: this.folderApi, folderId, documentId });
        announce(t('upload.announce.started', { count: 1 }));
      }
    };
    return html`<label class="button small">${icon('upload')}${t('document.newVersion')}<input type="file" @change=${choose} /></label>`;
  }

  #version({ version, current, size: bytes, uploadedBy, createdAt, name }) {
    const label = t('document.version.number', { number: version });
    return html`<div class="row">
      <div class="grow">
        <span class="name">${label}</span> ${current ? html`<span class="badge good">${t('document.version.current')}</span>` : nothing}
        <div class="sub"><span>${t('document.by', { name: uploadedBy.name })}</span><span>${dateTime(createdAt)}</span><span>${size(bytes)}</span></div>
      </div>
      <div class="actions">
        <button
          class="button only-icon"
          aria-label=${t('document.download.name', { name: label })}
          title=${t('document.download')}
          @click=${() => this.attempt(() => download(`${this.api}/versions/${version}`, name))}
        >
          ${icon('download')}
        </button>
      </div>
    </div>`;
  }

  #share() {
    return share(this, { resource: this.api, name: this.document.name }, () => this.#read());
  }

  async #giveType() {
    const given = await GiveType.open({ resource: this.api, types: this.types, current: this.document.documentType });
    if (given && (await this.attempt(() => this.#read()))) {
      this.say('good', t('client.saved'));
    }
  }

  async #archive() {
    const { name } = this.document;
    const sure = await ask({
      title: t('folder.archive.title', { name }),
      text: t('document.archive.text'),
      action: t('folder.archive'),
      dangerous: true,
    });
    if (sure && (await this.attempt(() => api.delete(this.api)))) {
      await this.start();
      this.say('good', t('document.archivedNow', { name }));
    }
  }

  async #restore() {
    const { name } = this.document;
    if (await this.attempt(() => api.patch(this.api, { body: { archived: false } }))) {
      await this.start();
      this.say('good', t('document.restored', { name }));
    }
  }
}

customElements.define('document-page', DocumentPage);
