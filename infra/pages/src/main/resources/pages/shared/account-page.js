/** What the pages before and around a sign-in share. */
import { html, nothing } from './element.js';
import { Page } from './page.js';
import { site } from './site.js';
import { t } from './texts.js';

/**
 * A card, and the site whose page it is: on the portal its slug is the first part of the path, staff have none.
 */
export class AccountPage extends Page {
  async load() {
    this.classList.add('card-page');
    this.site = this.params.slug ? await site(this.params.slug) : undefined;
  }

  missingText() {
    return t('missing.address');
  }

  /** The path that the others begin with. */
  get base() {
    return this.params.slug ? `/${encodeURIComponent(this.params.slug)}` : '';
  }

  /** The name of the firm, as its site has it. */
  get firm() {
    return this.site?.displayName ?? t('app.name');
  }

  /** How people may sign in here, what is offered first being first. */
  get ways() {
    return this.site?.signIn ?? ['code', 'password', 'passkey'];
  }

  offers(way) {
    return this.ways.includes(way);
  }

  /** What the firm says to whoever comes to its site. */
  welcome() {
    return this.site?.welcome ? html`<p class="welcome">${this.site.welcome}</p>` : nothing;
  }

  /** Another step of the same page: its heading gets the focus. */
  async step(step) {
    this.at = step;
    this.requestUpdate();
    await this.updateComplete;
    document.title = this.documentTitle();
    this.querySelector('h1').focus();
  }

  passwordHint() {
    const { minLength, classes } = this.site?.password ?? { minLength: 12, classes: false };
    return t(classes ? 'password.hint.classes' : 'password.hint', { length: minLength });
  }

  passwordField(form, { label = t('field.newPassword'), hint = this.passwordHint() } = {}) {
    return form.field({ name: 'password', label, hint, type: 'password', autocomplete: 'new-password', required: true, maxlength: 256 });
  }

  codeField(form, { label = t('field.mailedCode'), hint } = {}) {
    return form.field({
      name: 'code',
      label,
      hint,
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      pattern: '\\s*([0-9]\\s*){6,8}',
      required: true,
    });
  }
}

/** A code as it is sent: people type it with blanks. */
export const digits = (code) => code.replace(/\s/g, '');

/** What to do now, in order. */
export const steps = (texts) => html`<ol class="steps">${texts.map((text) => html`<li>${text}</li>`)}</ol>`;
