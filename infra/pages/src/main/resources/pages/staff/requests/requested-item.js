/**
 * `<requested-item>`: one thing that is asked for, with what has come of it and what staff do about it.
 *
 * Events: `send`, `accept`, `sendback` (with the files of the present round), `edit`, `stop` and `reopen` when staff want that; `changed`
 * after a file has arrived or was taken out.
 */
import { path } from '../../shared/api.js';
import { announce } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { Acting } from '../../shared/page.js';
import '../../shared/requests/item-files.js';
import '../../shared/requests/item-uploads.js';
import { acceptedFiles, answerText, dueBadge, isDone, itemName, mayHaveFiles, reviewCode } from '../../shared/requests/parts.js';
import { dateTime, t } from '../../shared/texts.js';
import { to } from '../paths.js';
import './parts.js';

const COLORS = { draft: 'warn', submitted: 'accent', 'not-applicable': 'accent', accepted: 'good' };

export class RequestedItem extends Acting {
  static properties = { item: {}, condition: {}, mayAct: { type: Boolean } };

  view() {
    const { item } = this;
    const id = `item-${item.itemId}`;
    return html`<article aria-labelledby=${id} class="asked">
      <div class="head">
        <h3 id=${id}>${itemName(item)}</h3>
        <span class="badge ${COLORS[item.status] ?? ''}">${this.#status()}</span>
      </div>
      <div class="sub">${this.#facts()}</div>
      ${item.description ? html`<p class="described">${item.description}</p>` : nothing}
      ${item.status === 'draft' && item.lastTime ? this.#lastTime() : nothing}
      ${this.messages()} ${this.#came()} ${this.#history()} ${this.engagement.status === 'open' ? this.#actions() : nothing}
    </article>`;
  }

  #status() {
    const { status, started, hidden } = this.item;
    if (hidden) {
      return t('requested.hidden');
    }
    return status === 'open' && started ? t('requested.started') : t(`requested.${status}`);
  }

  #facts() {
    const { item, condition } = this;
    const { kind, required, accepts, dueOn } = item;
    const answer = condition && answerText(condition, item.showIf.is);
    return html`<span>${t(`item.kind.${kind}`)}</span>
      ${accepts ? html`<span>${acceptedFiles(accepts)}</span>` : nothing}
      ${required ? nothing : html`<span>${t('item.optional')}</span>`}
      <span>${t('requested.of', { name: this.assigned ?? t('requested.nobody') })}</span>
      ${condition ? html`<span>${t('item.showIf.answer', { name: condition.name, answer })}</span>` : nothing}
      ${dueOn && dueOn !== this.engagement.dueOn ? dueBadge(dueOn, item.status === 'open') : nothing}`;
  }

  /** What became of it in the engagement from which it was taken over. */
  #lastTime() {
    const { status, reason } = this.item.lastTime;
    return html`<p class="hint described">${t('requested.lastTime', { status: t(`requested.${status}`) })} ${reason}</p>`;
  }

  /** The answer, the files, or that there is no such thing. */
  #came() {
    const { item } = this;
    if (item.status === 'not-applicable') {
      const { by, reason } = item.notApplicable;
      return html`<p class="described"><strong>${t('requested.notApplicable', { name: by.name })}</strong> ${reason}</p>`;
    }
    return html`
      ${item.answer === undefined ? nothing : html`<p class="described answer">${answerText(item, item.answer)}</p>`}
      ${mayHaveFiles(item) ? this.#files() : nothing}
      ${item.submitted && item.status === 'submitted'
        ? html`<p class="hint">${t('requested.submittedBy', { name: item.submitted.by.name, date: dateTime(item.submitted.at) })}</p>`
        : nothing}
    `;
  }

  #files() {
    const { item, clientApi, params } = this;
    return html`<item-files
      .item=${`${this.api}${path`/items/${item.itemId}`}`}
      .documents=${({ folderId, documentId }) => `${clientApi}${path`/folders/${folderId}/documents/${documentId}`}`}
      .href=${({ folderId, documentId }) => to.document(params.firmId, params.clientId, folderId, documentId)}
      .mayDetach=${({ round, late }) => this.mayAct && item.status === 'open' && round === item.round && !late}
      @detached=${this.#changed}
    ></item-files>`;
  }

  #changed = () => this.dispatchEvent(new Event('changed'));

  #arrived = () => {
    this.querySelector('item-files')?.read();
    this.#changed();
  };

  /** What was answered and said in earlier rounds, oldest first. */
  #history() {
    const { item } = this;
    const { answers = [], reviews = [] } = item;
    const said = [
      ...answers
        .filter(({ round }) => round < item.round)
        .map(({ by, at, answer }) => ({ at, words: t('history.answered', { name: by.name, answer: answerText(item, answer) }) })),
      ...reviews.map(({ by, at, verdict, code, reason }) => ({
        at,
        words: t(`history.${verdict}`, { name: by.name }),
        more: [code && reviewCode(code), reason].filter(Boolean).join(': '),
      })),
    ].sort((one, other) => one.at.localeCompare(other.at));
    return said.length === 0
      ? nothing
      : html`<details>
          <summary>${t('history.title')}<span class="unseen">: ${itemName(item)}</span></summary>
          <ul class="history">
            ${said.map(
              ({ at, words, more }) => html`<li>
                <span class="sub">${dateTime(at)}</span> ${words} ${more ? html`<p class="described">${more}</p>` : nothing}
              </li>`,
            )}
          </ul>
        </details>`;
  }

  #actions() {
    const { item, mayAct } = this;
    const { status, started } = item;
    const tell = (type, detail) => this.dispatchEvent(new CustomEvent(type, { detail }));
    const button = (label, action, kind = '') =>
      html`<button class="button small ${kind}" @click=${action}>${t(label)}<span class="unseen">: ${itemName(item)}</span></button>`;
    const came = mayAct && (status === 'submitted' || (status === 'open' && started) || (status === 'not-applicable' && !isDone(item)));
    const sendBack = () => tell('sendback', this.#ofThisRound());
    const offered = [
      mayAct && status === 'draft' && button('requested.send', () => tell('send'), 'primary'),
      came && button('requested.accept', () => tell('accept'), 'primary'),
      came && button('requested.sendBack', sendBack),
      (mayAct ? !isDone(item) : status === 'draft') && button('requested.edit', () => tell('edit'), 'quiet'),
      status === 'draft' && button('item.remove', () => tell('stop'), 'quiet'),
      mayAct && ['open', 'submitted'].includes(status) && button('requested.stop', () => tell('stop'), 'quiet'),
      mayAct && isDone(item) && button('requested.reopen', () => tell('reopen'), 'quiet'),
    ].filter(Boolean);
    return html`
      ${offered.length > 0 ? html`<div class="actions">${offered}</div>` : nothing}
      ${mayAct && item.kind === 'document' && ['open', 'submitted'].includes(status) && !item.hidden ? this.#onBehalf() : nothing}
    `;
  }

  #ofThisRound() {
    const files = this.querySelector('item-files')?.files?.items ?? [];
    return files.filter(({ round, late }) => round === this.item.round && !late);
  }

  /** For what came by mail, say. */
  #onBehalf() {
    const { item, engagement, clientApi } = this;
    return html`<details>
      <summary>${t('requested.onBehalf')}<span class="unseen">: ${itemName(item)}</span></summary>
      <item-uploads
        .folder=${`${clientApi}${path`/folders/${engagement.folderId}`}`}
        .folderId=${engagement.folderId}
        .answers=${{ engagementId: engagement.engagementId, itemId: item.itemId }}
        .accepts=${item.accepts ?? []}
        .name=${itemName(item)}
        @arrived=${this.#arrived}
      ></item-uploads>
      <p class="below">
        <button class="button small" @click=${() => this.#attach()}>${t('attach.open')}<span class="unseen">: ${itemName(item)}</span></button>
      </p>
    </details>`;
  }

  #attach() {
    return this.attempt(async () => {
      const { AttachFile } = await import('./attach-file.js');
      const resource = `${this.api}${path`/items/${this.item.itemId}`}`;
      if (await AttachFile.open({ clientApi: this.clientApi, resource, item: this.item, read: this.#changed })) {
        announce(t('attach.done'));
        this.#arrived();
      }
    });
  }
}

customElements.define('requested-item', RequestedItem);
