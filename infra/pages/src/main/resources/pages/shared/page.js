/** What does things at the person's wish, and says beside it and in the live region what came of them. */
export class Acting extends Element {
  /**
   * What goes wrong is said.
   *
   * @returns whether it was done
   */
  async attempt(work) {
    this.message = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof SessionEnded)) {
        this.say('bad', problemText(error));
      }
      return false;
    } finally {
      this.requestUpdate();
    }
  }

  /** @param kind `good`, `bad` or `note` */
  say(kind, text) {
    this.message = { kind, text };
    announce(text);
    this.requestUpdate();
  }

  messages() {
    return this.message ? notice(this.message.kind, this.message.text) : nothing;
  }
}

/**
 * The base of a page. It is made anew for each place that is gone to, gets `params`, `query` and `secret`, loads what it
 * shows, and then shows it; while it loads and when that fails, it says so.
 *
 * A subclass has `load()`, `title()` and `content()`. The first heading is shown by the page itself unless `heading()` is
 * overridden; it gets the focus after a move.
 */
import { SessionEnded } from './session.js';
import { Element, html, nothing } from './element.js';
import { Problem } from './api.js';
import { announce } from './app.js';
import { icon } from './icons.js';
import { hasText, t } from './texts.js';

export class Page extends Acting {
  params = {};
  phase = 'loading';

  connectedCallback() {
    super.connectedCallback();
    this.start();
  }

  async start() {
    this.phase = 'loading';
    this.requestUpdate();
    try {
      await this.load();
      this.phase = 'ready';
    } catch (error) {
      if (error instanceof SessionEnded) {
        return;
      }
      this.problem = error;
      this.phase = error instanceof Problem && error.is('not-found') ? 'missing' : 'failed';
    }
    if (!this.isConnected) {
      return;
    }
    this.requestUpdate();
    await this.updateComplete;
    document.title = this.documentTitle();
    document.documentElement.dataset.started = 'true';
    this.arrived();
  }

  /** Reads what the page shows. */
  async load() {}

  title() {
    return '';
  }

  /** What is under the heading. */
  content() {
    return nothing;
  }

  /** What is said of a page whose content is not there for the person. */
  missingText() {
    return t('missing.text');
  }

  /** Above the heading, such as the way here. */
  above() {
    return nothing;
  }

  heading() {
    return html`<h1 tabindex="-1">${this.title()}</h1>`;
  }

  documentTitle() {
    const heading = { ready: () => this.title(), missing: () => t('missing.title'), failed: () => t('failed.title') };
    return [heading[this.phase](), t('app.name')].filter(Boolean).join(' – ');
  }

  /** After a move the focus is on the heading, which is read out; on the first page it stays where the browser has it. */
  arrived() {
    if (this.moved) {
      this.querySelector('h1')?.focus({ preventScroll: true });
    }
  }

  view() {
    switch (this.phase) {
      case 'loading':
        return html`<div class="loading" role="status"><span class="spinner"></span>${t('app.loading')}</div>`;
      case 'missing':
        return missing(t('missing.title'), this.missingText(), html`<a class="button" href="/">${t('missing.home')}</a>`);
      case 'failed':
        return html`<div class="blank">
          ${icon('warning')}
          <h1 tabindex="-1">${t('failed.title')}</h1>
          <p>${problemText(this.problem)}</p>
          ${this.problem instanceof Problem && this.problem.is('second-factor-required')
            ? html`<a class="button primary" href="/account">${t('action.addFactor')}</a>`
            : html`<button class="button" @click=${() => this.start()}>${t('action.tryAgain')}</button>`}
        </div>`;
      default:
        return html`${this.above()}${this.heading()}${this.content()}`;
    }
  }
}

/** An empty place, with what to do about it. */
export function missing(title, text, actions = nothing) {
  return html`<div class="blank">
    ${icon('search')}
    <h1 tabindex="-1">${title}</h1>
    <p>${text}</p>
    ${actions}
  </div>`;
}

/** @param kind `good`, `bad` or `note` */
export function notice(kind, text) {
  const name = { good: 'check', bad: 'warning', note: 'info' }[kind];
  return html`<div class="notice ${kind}">${icon(name)}<div>${text}</div></div>`;
}

/** What went wrong, in a sentence for the person. */
export function problemText(error) {
  if (!(error instanceof Problem)) {
    console.error(error);
    return t('problem.unexpected');
  }
  const key = [`problem.${error.type}.${error.state}`, `problem.${error.type}`].find(hasText);
  if (key) {
    return t(key, { count: error.retryAfter ?? 60 });
  }
  return error.status >= 500 ? t('problem.internal-error') : t('problem.unexpected');
}
