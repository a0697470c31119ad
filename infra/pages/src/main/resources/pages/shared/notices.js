/**
 * What happened, for the person. A side says which notices are shown there, in which words and with which icon, and where
 * each leads: `shown(notice)`, `gone(notice)`, `words(notice)`, `icons`, `href(notice)`, `places(notice)`; and `emptyText()`.
 * What is shown is marked as read, so that no mail follows; that it was new stays visible as long as the page is there.
 */
import { Paged, Problem, api } from './api.js';
import { html, nothing } from './element.js';
import { icon } from './icons.js';
import { Page } from './page.js';
import { blank, moreButton } from './parts.js';
import { SessionEnded } from './session.js';
import { dateTime, hasText, t } from './texts.js';
import { rejectionText } from './upload-list.js';

export class NoticesPage extends Page {
  icons = {};
  list = new Paged('/v1/me/notices', { limit: 50 });
  #marked = new Set();

  async load() {
    await this.list.more();
  }

  updated(changed) {
    super.updated(changed);
    if (this.phase === 'ready') {
      this.#markRead();
    }
  }

  /** What cannot be marked now is marked when it is shown again. */
  async #markRead() {
    const noticeIds = this.#items()
      .filter(({ read, noticeId }) => !read && !this.#marked.has(noticeId))
      .map(({ noticeId }) => noticeId);
    if (noticeIds.length === 0) {
      return;
    }
    noticeIds.forEach((id) => this.#marked.add(id));
    try {
      await api.post('/v1/me/notices/read', { body: { noticeIds } });
    } catch (error) {
      if (!(error instanceof Problem || error instanceof SessionEnded)) {
        throw error;
      }
    }
  }

  #items() {
    return this.list.items.filter((notice) => this.shown(notice));
  }

  title() {
    return t('notices.title');
  }

  shown() {
    return true;
  }

  content() {
    const items = this.#items();
    return html`
      ${this.messages()}
      ${items.length === 0
        ? blank('bell', t('notices.empty.title'), this.emptyText())
        : html`<ul class="rows">
            ${items.map((notice) => html`<li>${this.#row(notice)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
    `;
  }

  #row(notice) {
    const { type, by, at, rejection, read } = notice;
    const text = this.gone(notice)
      ? t('notices.gone')
      : t(hasText(`notices.${type}`) ? `notices.${type}` : 'notices.other', { by, ...this.words(notice) });
    const href = this.href(notice);
    return html`<div class="row">
      <span class="tile ${type === 'upload-rejected' ? 'pdf' : 'folder'}" aria-hidden="true">${icon(this.icons[type] ?? 'bell')}</span>
      <div class="grow">
        ${href ? html`<a class="name whole" href=${href}>${text}</a>` : html`<span class="name">${text}</span>`}
        ${rejection ? html`<div class="sub">${rejectionText(rejection)}</div>` : nothing}
        <div class="sub">
          <span>${dateTime(at)}</span>${this.places(notice).filter(Boolean).map((place) => html`<span>${place}</span>`)}
        </div>
      </div>
      ${read ? nothing : html`<span class="badge accent">${t('notices.new')}</span>`} ${href ? icon('chevron') : nothing}
    </div>`;
  }
}
