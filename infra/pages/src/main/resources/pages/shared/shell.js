/**
 * What is around every page: the way to the content, the name of the firm, where one can go, who is signed in, the language,
 * and the live region. A side extends it with `brand()` and `links()`.
 */
import { announce, app } from './app.js';
import { Element, html, nothing } from './element.js';
import { icon } from './icons.js';
import session from './session.js';
import { LANGUAGES, currentLanguage, t } from './texts.js';

export class Shell extends Element {
  connectedCallback() {
    super.connectedCallback();
    const update = () => this.refresh();
    app.addEventListener('language', update);
    app.addEventListener('uploading', () => this.requestUpdate());
    app.addEventListener('failure', () => announce(t('failed.title')));
    addEventListener('offline', () => this.#connection(false));
    addEventListener('online', () => this.#connection(true));
    this.offline = !navigator.onLine;
  }

  /** Shows what belongs to the place and to the person. */
  async refresh() {
    this.dataset.ready = 'true';
    this.requestUpdate();
    await this.updateComplete;
  }

  #connection(online) {
    this.offline = !online;
    announce(t(online ? 'app.online' : 'app.offline'));
    this.requestUpdate();
  }

  /** The name at the top, where it leads, and the address of a logo if there is one: `{name, href, logo}`. */
  brand() {
    return { name: t('app.name'), href: '/' };
  }

  /** Where a person who is signed in can go: `{href, label, icon, current}`. */
  links() {
    return [];
  }

  /** Who is signed in: their address. */
  person() {
    return undefined;
  }

  /** More in the menu of the person. */
  menu() {
    return nothing;
  }

  view() {
    const { name, href, logo } = this.brand();
    const links = session.signedIn ? this.links() : [];
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t('app.skip')}</a>
      <header class="top">
        ${this.offline ? html`<div class="offline">${icon('warning')}${t('app.offline')}</div>` : nothing}
        <div class="bar">
          <a class="brand" href=${href}>
            ${logo
              ? html`<img class="logo" src=${logo} alt=${t('site.logo')} />`
              : html`<span class="mark" aria-hidden="true">${initials(name)}</span>`}
            <span class="name">${name}</span>
          </a>
          ${session.signedIn ? this.#account() : nothing}
        </div>
        ${links.length > 0
          ? html`<nav class="tabs" aria-label=${t('app.navigation')}>
              ${links.map(
                (link) =>
                  html`<a href=${link.href} aria-current=${link.current ? 'page' : nothing}>${icon(link.icon)}<span>${link.label}</span></a>`,
              )}
            </nav>`
          : nothing}
        ${this.#uploading()}
      </header>
      <main id="main" tabindex="-1">
        <app-outlet><div class="loading" role="status"><span class="spinner"></span>${t('app.loading')}</div></app-outlet>
      </main>
      <footer class="foot">${this.foot()} ${this.#language()}</footer>
      <div id="announcements" class="unseen" role="status" aria-live="polite"></div>
    `;
  }

  foot() {
    return html`<span>${t('app.footer')}</span>`;
  }

  /** On other pages than that of the uploads, which shows more. */
  #uploading() {
    const { count, href } = app.uploading;
    return count > 0 && href !== location.pathname
      ? html`<a class="uploading" href=${href}><span class="spinner"></span>${t('upload.running', { count })}</a>`
      : nothing;
  }

  #skip(event) {
    event.preventDefault();
    const main = document.getElementById('main');
    (main.querySelector('h1') ?? main).focus();
  }

  #language() {
    const choose = ({ target }) => app.chooseLanguage(target.value);
    return html`<label class="language"
      ><span class="unseen">${t('app.language')}</span>
      <select @change=${choose}>
        ${Object.entries(LANGUAGES).map(
          ([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === currentLanguage()}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #account() {
    const close = ({ currentTarget }) => currentTarget.closest('details').removeAttribute('open');
    const leave = ({ currentTarget, relatedTarget }) =>
      relatedTarget && !currentTarget.contains(relatedTarget) && currentTarget.removeAttribute('open');
    const escape = ({ key, currentTarget }) => {
      if (key === 'Escape' && currentTarget.open) {
        currentTarget.removeAttribute('open');
        currentTarget.querySelector('summary').focus();
      }
    };
    return html`<details class="account" @focusout=${leave} @keydown=${escape}>
      <summary aria-label=${t('app.account')}>${icon('person')}</summary>
      <div class="panel">
        ${this.person() ? html`<p class="who">${t('app.signedInAs')}<strong>${this.person()}</strong></p>` : nothing}
        <div @click=${close}>${this.menu()}</div>
        <button class="button" @click=${() => session.signOut()}>${t('app.signOut')}</button>
      </div>
    </details>`;
  }
}

/** The letters of a name for where there is no logo. */
function initials(name) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join('');
}
