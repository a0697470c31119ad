/**
 * `<item-files>`: the files that answer an item, with what became of each.
 *
 * Properties: `item`, the item's path in the API; `documents(file)`, the file's path there; `href(file)`, its page; `mayDetach(file)`,
 * whether the person may say that it answers the item no more. Event `detached` after that.
 */
import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, api, path } from '../api.js';
import { announce } from '../app.js';
import { ask } from '../dialog.js';
import { html, nothing } from '../element.js';
import { fileTile, icon } from '../icons.js';
import { download, moreButton } from '../parts.js';
import { dateTime, size, t } from '../texts.js';
import { Part } from './part.js';
import './parts.js';

const VERDICTS = { kept: 'good', accepted: 'good', rejected: 'warn' };

export class ItemFiles extends Part {
  mayDetach = () => false;

  connectedCallback() {
    super.connectedCallback();
    this.read();
  }

  read() {
    return this.attempt(async () => {
      const files = new Paged(`${this.item}/files`, { limit: 50 });
      await files.more();
      this.files = files;
    });
  }

  view() {
    if (!this.files) {
      return this.messages();
    }
    return html`
      ${this.messages()}
      ${this.files.items.length === 0
        ? html`<p class="hint">${t('itemFiles.none')}</p>`
        : html`<ul class="rows">
            ${repeat(this.files.items, ({ documentId }) => documentId, (file) => html`<li>${this.#row(file)}</li>`)}
          </ul>`}
      ${moreButton(this, this.files)}
    `;
  }

  #row(file) {
    const { name, verdict, late } = file;
    return html`<div class="row wide">
      ${fileTile(name)}
      <div class="grow">
        <a class="name whole" href=${this.href(file)}>${name}</a>
        <div class="sub">
          <span>${dateTime(file.at)}</span><span>${size(file.size)}</span><span>${t('itemFiles.by', { name: file.uploadedBy.name })}</span>
          ${late ? html`<span class="badge warn">${t('itemFiles.late')}</span>` : nothing}
          ${verdict in VERDICTS ? html`<span class="badge ${VERDICTS[verdict]}">${t(`itemFiles.${verdict}`)}</span>` : nothing}
        </div>
      </div>
      <div class="actions">
        ${this.mayDetach(file)
          ? html`<button class="button small quiet" @click=${() => this.#detach(file)}>
              ${t('itemFiles.detach')}<span class="unseen">: ${name}</span>
            </button>`
          : nothing}
        <button
          class="button only-icon"
          aria-label=${t('itemFiles.download', { name })}
          title=${t('itemFiles.download', { name })}
          @click=${() => this.attempt(() => download(this.documents(file), name))}
        >
          ${icon('download')}
        </button>
      </div>
    </div>`;
  }

  async #detach({ documentId, name }) {
    const sure = await ask({
      title: t('itemFiles.detach.title', { name }),
      text: t('itemFiles.detach.text'),
      action: t('itemFiles.detach'),
    });
    if (sure && (await this.attempt(() => api.delete(`${this.item}${path`/files/${documentId}`}`)))) {
      announce(t('itemFiles.detached', { name }));
      await this.read();
      this.dispatchEvent(new Event('detached'));
    }
  }
}

customElements.define('item-files', ItemFiles);
