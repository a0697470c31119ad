/**
 * `<item-uploads>`: a place for the files of an item, and those that are on their way to it from this tab.
 *
 * Properties as of `<upload-list>`, with `answers`, the item as `requestUpload` has it; `accepts`, the media types of its files;
 * `name`, what is asked for. Event `arrived` when a file has.
 */
import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { announce } from '../app.js';
import { html, nothing } from '../element.js';
import { t } from '../texts.js';
import { UploadList } from '../upload-list.js';
import { uploads } from '../uploads.js';
import { acceptedFiles } from './parts.js';

export class ItemUploads extends UploadList {
  accepts = [];

  concerns({ answers }) {
    return answers?.itemId === this.answers.itemId;
  }

  /** Those of this tab are all that the list knows. */
  async read() {}

  /** It is shown until the person has seen why. */
  rejected() {}

  view() {
    const own = uploads.all.filter((upload) => this.concerns(upload));
    const { accepts, name } = this;
    return html`
      ${this.messages()}
      <file-drop
        .label=${html`${t('upload.choose')}<span class="unseen">: ${name}</span>`}
        .accept=${accepts.join(',') || undefined}
        .choose=${(files) => this.#upload(files)}
      ></file-drop>
      ${accepts.length > 0 ? html`<p class="hint">${t('itemUploads.accepts', { files: acceptedFiles(accepts) })}</p>` : nothing}
      ${own.length > 0
        ? html`<ul class="rows" aria-label=${t('upload.title')}>
            ${repeat(own, (upload) => upload, (upload) => html`<li>${this.running(upload)}</li>`)}
          </ul>`
        : nothing}
    `;
  }

  #upload(files) {
    const { folder, folderId, answers } = this;
    files.forEach((file) => uploads.add(file, { folder, folderId, answers }));
    announce(t('upload.announce.started', { count: files.length }));
  }
}

customElements.define('item-uploads', ItemUploads);
