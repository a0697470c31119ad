import { Problem, api, path } from '../../shared/api.js';
import { announce } from '../../shared/app.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { fileTile, icon } from '../../shared/icons.js';
import { Page, notice } from '../../shared/page.js';
import { crumbs, download } from '../../shared/parts.js';
import { dateTime, size, t } from '../../shared/texts.js';
import { declaredUploads, rejectionText } from '../../shared/upload-list.js';
import { uploads } from '../../shared/uploads.js';
import { isOwn, uploader, withdraw } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';

/** A document: what it is, the download, and for whoever uploaded it a new version or its withdrawal. */
class DocumentPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId } = this.membership;
    this.folderApi = path`/v1/firms/${firmId}/clients/${clientId}/folders/${this.params.folderId}`;
    this.api = `${this.folderApi}${path`/documents/${this.params.documentId}`}`;
    const [document, folder] = await Promise.all([
      api.get(this.api),
      // Whoever has a single document does not see its folder.
      api.get(this.folderApi).catch((error) => {
        if (error instanceof Problem && error.is('not-found')) {
          return undefined;
        }
        throw error;
      }),
    ]);
    Object.assign(this, { document, folder });
    this.declared = this.mayUpload ? await declaredUploads(this.folderApi) : [];
  }

  title() {
    return this.document.name;
  }

  above() {
    const { slug, clientId, folderId } = this.params;
    return crumbs(
      [t('shared.title'), to.client(slug, clientId)],
      ...(this.folder ? [[this.folder.name, to.folder(slug, clientId, folderId)]] : []),
      [this.document.name],
    );
  }

  heading() {
    return html`<div class="head">
      <div class="actions">${fileTile(this.document.name)} ${super.heading()}</div>
      ${this.document.status === 'available'
        ? html`<button class="button primary" @click=${() => this.attempt(() => download(this.api, this.document.name))}>
            ${icon('download')}${t('document.download')}
          </button>`
        : html`<span class="badge ${this.document.status === 'rejected' ? 'bad' : 'warn'}">${t(`document.status.${this.document.status}`)}</span>`}
    </div>`;
  }

  /** What may be changed: the contract does not say, so that it is tried, and a refusal is explained. */
  get changeable() {
    const { document, folder, membership: own } = this;
    return document.status === 'available' && !document.archived && !folder?.archived && isOwn(document, own);
  }

  get mayUpload() {
    return this.changeable && this.folder?.access === 'view-upload';
  }

  content() {
    const { document } = this;
    return html`
      <div class="stack">${this.messages()}${document.archived ? notice('note', t('document.archived')) : nothing}${document.status === 'rejected' ? notice('bad', rejectionText(document.rejection)) : nothing}</div>
      <dl class="facts">
        <dt>${t('document.uploadedBy')}</dt>
        <dd>${uploader(document, this.membership)}</dd>
        <dt>${t('document.uploadedAt')}</dt>
        <dd>${dateTime(document.createdAt)}</dd>
        <dt>${t('document.size')}</dt>
        <dd>${size(document.size)}</dd>
        <dt>${t('document.type')}</dt>
        <dd>${document.detectedType ?? document.contentType}</dd>
        <dt>${t('document.version')}</dt>
        <dd>${document.version}</dd>
        <dt>${t('document.hash')}</dt>
        <dd><code>${document.sha256}</code></dd>
      </dl>
      ${this.changeable ? this.#changes() : nothing}
    `;
  }

  #changes() {
    const choose = ({ currentTarget }) => {
      const [file] = currentTarget.files;
      currentTarget.value = '';
      if (file) {
        this.#replace(file);
      }
    };
    const { mayUpload } = this;
    return html`
      ${mayUpload
        ? html`<upload-list
            .folder=${this.folderApi}
            .folderId=${this.params.folderId}
            .declared=${this.declared}
            .only=${this.params.documentId}
            @arrived=${() => this.start()}
          ></upload-list>`
        : nothing}
      <section class="section panel-box">
        <h2>${t('document.change')}</h2>
        ${mayUpload ? html`<p class="hint">${t('document.newVersion.hint')}</p>` : nothing}
        <div class="actions">
          ${mayUpload
            ? html`<label class="button">${icon('upload')}${t('document.newVersion')}<input type="file" @change=${choose} /></label>`
            : nothing}
          <button class="button" @click=${() => this.#withdraw()}>${icon('archive')}${t('document.withdraw')}</button>
        </div>
      </section>
    `;
  }

  #replace(file) {
    const { folderId, documentId } = this.params;
    uploads.add(file, { folder: this.folderApi, folderId, documentId });
    announce(t('upload.announce.started', { count: 1 }));
  }

  async #withdraw() {
    const { name } = this.document;
    const sure = await ask({
      title: t('document.withdraw.title', { name }),
      text: t('document.withdraw.text', { firm: this.membership.firmName }),
      action: t('document.withdraw'),
      dangerous: true,
    });
    if (sure && (await this.attempt(() => withdraw(this.api)))) {
      await this.start();
      this.say('good', t('document.withdrawn', { name }));
      await this.updateComplete;
      this.querySelector('h1').focus();
    }
  }
}

customElements.define('document-page', DocumentPage);
