/**
 * `<upload-list>`: the uploads of one folder. Those of this tab with their progress; those that were begun elsewhere or
 * before a reload, which wait for their file; and those that were rejected, with the reason.
 *
 * Properties: `folder`, the folder's path in the API, and `folderId`; `declared`, what `declaredUploads(folder)` gave; `only`, the id of a document where only its versions
 * are shown; `mine(document)`, whether the person may continue, cancel or dismiss it; `resumable(document)`, whether
 * the person may continue it, which only whoever declared it may. Event `arrived` when something became available.
 */
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { api, path } from './api.js';
import { announce } from './app.js';
import { ask } from './dialog.js';
import { Element, html, nothing } from './element.js';
import { fileTile, icon } from './icons.js';
import { Acting, problemText } from './page.js';
import { hasText, percent, size, t } from './texts.js';
import { uploads } from './uploads.js';

/** Why an upload was rejected, in words for the person. */
export function rejectionText({ code, detail }) {
  const key = `rejection.${code}`;
  return hasText(key) ? t(key) : detail;
}

/** The uploads of a folder that are not available, or not yet. */
export async function declaredUploads(folder) {
  return (await api.get(`${folder}/uploads`, { query: { limit: 100 } })).items;
}

export class UploadList extends Acting {
  declared = [];
  mine = () => true;
  resumable = () => true;
  #quarters = new WeakMap();

  connectedCallback() {
    super.connectedCallback();
    this.changed = ({ detail }) => {
      this.#tell(detail);
      this.requestUpdate();
    };
    this.settled = ({ detail }) => this.#settled(detail);
    uploads.addEventListener('change', this.changed);
    uploads.addEventListener('settled', this.settled);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    uploads.removeEventListener('change', this.changed);
    uploads.removeEventListener('settled', this.settled);
  }

  /** Says each quarter of an upload that takes its time. */
  #tell(upload) {
    const quarter = upload?.phase === 'sending' ? Math.floor(upload.part * 4) : 0;
    if (quarter > 0 && quarter < 4 && quarter > (this.#quarters.get(upload) ?? 0) && this.concerns(upload)) {
      this.#quarters.set(upload, quarter);
      announce(t('upload.announce.progress', { name: upload.name, percent: percent(quarter / 4) }));
    }
  }

  /** Whether an upload of this tab belongs here; one for what is asked for belongs there. */
  concerns({ folderId, answers }) {
    return folderId === this.folderId && !answers;
  }

  async read() {
    await this.attempt(async () => (this.declared = await declaredUploads(this.folder)));
  }

  async #settled(upload) {
    if (!this.concerns(upload)) {
      return;
    }
    if (upload.phase === 'rejected') {
      announce(t('upload.announce.rejected', { name: upload.name, reason: rejectionText(upload.rejection) }));
      this.rejected(upload);
    } else {
      uploads.remove(upload);
    }
    if (upload.phase === 'available') {
      announce(t('upload.announce.available', { name: upload.name }));
      this.dispatchEvent(new Event('arrived'));
    }
    await this.read();
  }

  /** From now on the list of the API has it. */
  rejected(upload) {
    uploads.remove(upload);
  }

  view() {
    const wanted = ({ documentId }) => !this.only || documentId === this.only;
    const own = uploads.all.filter((upload) => this.concerns(upload)).filter(wanted);
    const here = new Set(own.map(({ documentId, version }) => `${documentId} ${version}`));
    const others = this.declared.filter(wanted).filter(({ documentId, version }) => !here.has(`${documentId} ${version}`));
    if (own.length + others.length === 0 && !this.message) {
      return nothing;
    }
    return html`<section class="section" aria-labelledby="uploads">
      <h2 id="uploads" tabindex="-1">${t('upload.title')}</h2>
      ${this.messages()}
      <ul class="rows">
        ${repeat(own, (upload) => upload, (upload) => html`<li>${this.running(upload)}</li>`)}
        ${repeat(others, ({ documentId, version }) => `${documentId} ${version}`, (each) => html`<li>${this.#declared(each)}</li>`)}
      </ul>
    </section>`;
  }

  /** An upload of this tab, with its progress and what can be done. */
  running(upload) {
    const { name, phase, part } = upload;
    const busy = ['hashing', 'sending'].includes(phase);
    const total = { total: size(upload.size), done: size(upload.done), percent: percent(part) };
    return html`<div class="row wide" data-phase=${phase}>
      ${fileTile(name)}
      <div class="grow">
        <div class="name">${name}</div>
        <div class="sub ${phase === 'failed' || phase === 'rejected' ? 'bad-text' : ''}">
          <span>${phase === 'failed' ? failureText(upload) : phase === 'rejected' ? t('upload.rejected', { reason: rejectionText(upload.rejection) }) : t(`upload.phase.${phase}`, total)}</span>
        </div>
        ${busy || phase === 'waiting' || phase === 'checking'
          ? html`<progress
              aria-label=${t('upload.progress', { name })}
              max="1"
              .value=${phase === 'hashing' ? part : phase === 'checking' ? 1 : part}
            ></progress>`
          : nothing}
      </div>
      <div class="actions">
        ${phase === 'failed'
          ? html`<button class="button small" @click=${() => upload.retry()}>${t('action.tryAgain')}</button>`
          : nothing}
        ${upload.over && phase !== 'failed' && phase !== 'rejected'
          ? nothing
          : html`<button class="button small quiet" @click=${() => this.#cancel(upload)}>
              ${t(phase === 'rejected' ? 'upload.dismiss' : 'action.cancel')}<span class="unseen">: ${name}</span>
            </button>`}
      </div>
    </div>`;
  }

  async #cancel(upload) {
    if (!upload.over && upload.declared) {
      const sure = await ask({
        title: t('upload.cancel.title', { name: upload.name }),
        text: t('upload.cancel.text'),
        action: t('upload.cancel'),
        dangerous: true,
      });
      if (!sure) {
        return;
      }
    }
    await this.attempt(() => upload.cancel());
    this.querySelector('#uploads')?.focus();
  }

  #declared(document) {
    const { name, status } = document;
    const mine = this.mine(document);
    const resumable = mine && status === 'pending' && this.resumable(document);
    return html`<div class="row wide" data-phase=${status}>
      ${fileTile(name)}
      <div class="grow">
        <div class="name">${name}</div>
        <div class="sub">
          ${status === 'rejected'
            ? html`<span class="bad-text">${t('upload.rejected', { reason: rejectionText(document.rejection) })}</span>`
            : html`<span>${t(resumable ? 'upload.unfinished' : `upload.status.${status}`)}</span>
                <span>${size(document.size)}</span>`}
          ${document.version > 1 ? html`<span>${t('upload.version', { number: document.version })}</span>` : nothing}
        </div>
      </div>
      ${mine
        ? html`<div class="actions">
            ${resumable
              ? html`<button class="button small" @click=${() => this.#choose(document)}>
                  ${t('upload.continue')}<span class="unseen">: ${name}</span>
                </button>`
              : nothing}
            <button class="button small quiet" @click=${() => this.#end(document)}>
              ${t(status === 'rejected' ? 'upload.dismiss' : 'action.cancel')}<span class="unseen">: ${name}</span>
            </button>
          </div>`
        : nothing}
    </div>`;
  }

  /** After a reload the browser has forgotten the file: the person shows it once more. */
  #choose(declared) {
    const input = window.document.createElement('input');
    input.type = 'file';
    input.dataset.continues = declared.documentId;
    input.className = 'unseen';
    input.tabIndex = -1;
    input.setAttribute('aria-hidden', 'true');
    const end = () => input.remove();
    input.addEventListener('cancel', end);
    input.addEventListener('change', () => {
      const [file] = input.files;
      end();
      this.#continue(declared, file);
    });
    this.append(input);
    input.click();
  }

  #continue({ documentId, version, sha256, size: bytes, name }, file) {
    this.message = undefined;
    if (file.size !== bytes) {
      this.say('bad', t('upload.failed.other-file', { name }));
      return;
    }
    uploads.add(file, { folder: this.folder, folderId: this.folderId, documentId, version, sha256, declared: true, name });
  }

  async #end({ documentId, version, status, name }) {
    const resource = `${this.folder}${path`/documents/${documentId}`}/upload`;
    const options = { query: { version } };
    if (status !== 'rejected') {
      const sure = await ask({
        title: t('upload.cancel.title', { name }),
        text: t('upload.cancel.text'),
        action: t('upload.cancel'),
        dangerous: true,
      });
      if (!sure) {
        return;
      }
    }
    const end = () => (status === 'rejected' ? api.post(`${resource}/dismissal`, options) : api.delete(resource, options));
    if (await this.attempt(end)) {
      announce(t(status === 'rejected' ? 'upload.announce.dismissed' : 'upload.announce.cancelled', { name }));
      await this.read();
    }
    await this.updateComplete;
    (this.querySelector('#uploads') ?? window.document.querySelector('h1'))?.focus();
  }
}

function failureText({ reason, problem, name }) {
  if (reason === 'problem') {
    return problem.is('invalid-request') ? t('upload.failed.declaration', { name }) : problemText(problem);
  }
  return t(`upload.failed.${reason}`, { name });
}

/** A place for files to be dropped on, with a button to choose them. `choose(files)` gets them. */
export class FileDrop extends Element {
  static properties = { label: {}, single: { type: Boolean }, accept: {} };

  view() {
    const take = (files) => {
      const chosen = [...files];
      if (chosen.length > 0) {
        this.choose(this.single ? chosen.slice(0, 1) : chosen);
      }
    };
    const over = (event, on) => {
      event.preventDefault();
      event.currentTarget.classList.toggle('over', on);
    };
    return html`<div
      class="drop"
      @dragover=${(event) => over(event, true)}
      @dragleave=${(event) => over(event, false)}
      @drop=${(event) => {
        over(event, false);
        take(event.dataTransfer.files);
      }}
    >
      ${icon('upload')}
      <label class="button primary">
        ${this.label}
        <input
          type="file"
          ?multiple=${!this.single}
          accept=${this.accept ?? nothing}
          @change=${({ currentTarget }) => {
            take(currentTarget.files);
            currentTarget.value = '';
          }}
        />
      </label>
      <p class="hint">${t('upload.drop')}</p>
    </div>`;
  }
}

customElements.define('upload-list', UploadList);
customElements.define('file-drop', FileDrop);
