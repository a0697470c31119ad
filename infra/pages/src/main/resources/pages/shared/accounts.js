/**
 * The pages that mails lead to, the same for the portal and for staff: accepting an invitation, verifying a mailbox, and a
 * new password.
 */
import { AccountPage, digits, steps } from './account-page.js';
import { api } from './api.js';
import { browserKey, forgetBrowserKey, keepBrowserKey } from './browser-key.js';
import { html, nothing } from './element.js';
import { Fault, Form, Refusal } from './form.js';
import { missing } from './page.js';
import { forgetSecret } from './router.js';
import { t } from './texts.js';

/** The link of an invitation: it starts the verification of the mailbox. */
export class InvitationPage extends AccountPage {
  at = 'invitation';

  accept = new Form(this, async () => {
    keepBrowserKey('verification', await api.post('/v1/invitations/accept', { open: true, body: { token: this.secret } }));
    await this.step('sent');
  });

  title() {
    return this.at === 'sent' ? t('mailSent.title') : t('invitation.title', { firm: this.firm });
  }

  content() {
    if (!this.secret) {
      return missing(t('link.incomplete.title'), t('link.incomplete.text'), this.#signIn());
    }
    const form = this.accept;
    return this.at === 'sent'
      ? html`
          <p class="lead">${t('invitation.sent')}</p>
          ${steps([t('mailSent.open'), t('mailSent.follow'), t('mailSent.ready')])}
          <p class="hint">${t('mailSent.missing')}</p>
          <form @submit=${form.submit} novalidate>${form.alert()} ${form.button(t('mailSent.again'), { kind: '' })}</form>
        `
      : html`
          <p class="lead">${t('invitation.lead', { firm: this.firm })}</p>
          ${this.welcome()}
          <form @submit=${form.submit} novalidate>${form.alert()} ${form.button(t('invitation.accept'))}</form>
          <p class="hint">${t('invitation.why')}</p>
          ${this.#signIn()}
        `;
  }

  heading() {
    return this.secret ? super.heading() : nothing;
  }

  #signIn() {
    return html`<p class="below">${t('invitation.already')} <a href="${this.base || '/'}">${t('signIn.title')}</a></p>`;
  }
}

/** A link that proves the mailbox, together with the key of the browser that asked for it or with the code of the mail. */
class ProofPage extends AccountPage {
  async prove(purpose, resource, code, body) {
    const proof = code === undefined ? { browserKey: this.key } : { code: digits(code) };
    try {
      const proven = await api.post(resource, { open: true, body: { token: this.secret, ...proof, ...body } });
      forgetBrowserKey(purpose);
      forgetSecret();
      return proven;
    } catch (error) {
      if (error.is?.('password-too-weak')) {
        throw new Fault({ password: t('fault.password.weak') });
      }
      if (error.is?.('token-not-valid')) {
        // The mail's code may help where this browser's key did not.
        this.key = undefined;
        throw code === undefined ? new Refusal(t('verify.otherBrowser')) : new Fault({ code: t('fault.code.notValid') });
      }
      throw error;
    }
  }
}

/** The link of a verification's mail: it proves the mailbox, and may set a password. */
export class VerifyPage extends ProofPage {
  at = 'form';

  async load() {
    await super.load();
    this.key = browserKey('verification');
    this.way = this.offers('code') || !this.offers('password') ? 'code' : 'password';
  }

  form = new Form(this, async ({ code, password }) => {
    const { status } = await this.prove('verification', '/v1/verifications', code, password ? { password } : {});
    await this.step(status);
  });

  title() {
    return { form: t('verify.title'), active: t('verify.active.title'), pending: t('verify.pending.title') }[this.at];
  }

  heading() {
    return this.secret || this.at !== 'form' ? super.heading() : nothing;
  }

  content() {
    switch (this.at) {
      case 'active':
        return html`
          <p class="lead">${t('verify.active.text', { firm: this.firm })}</p>
          <a class="button primary" href="${this.base || '/'}">${t('signIn.title')}</a>
        `;
      case 'pending':
        return html`<p class="lead">${t('verify.pending.text', { firm: this.firm })}</p>`;
      default:
        return this.secret
          ? this.#form()
          : missing(t('link.incomplete.title'), t('link.incomplete.text'), html`<p><a href="${this.base || '/'}">${t('signIn.title')}</a></p>`);
    }
  }

  #form() {
    const form = this.form;
    const choose = ({ target }) => {
      this.way = target.value;
      this.requestUpdate();
    };
    const choice = (value, label, hint) => html`<label class="choice">
      <input type="radio" name="way" value=${value} ?checked=${this.way === value} @change=${choose} />
      <span><strong>${label}</strong><span class="hint">${hint}</span></span>
    </label>`;
    return html`
      <p class="lead">${t('verify.lead', { firm: this.firm })}</p>
      <form @submit=${form.submit} novalidate>
        ${form.alert()} ${this.key ? nothing : this.codeField(form, { hint: t('verify.codeHint') })}
        ${this.offers('password') && this.offers('code')
          ? html`<fieldset class="choices">
              <legend>${t('verify.way')}</legend>
              ${choice('code', t('verify.way.code'), t('verify.way.code.hint'))}
              ${choice('password', t('verify.way.password'), t('verify.way.password.hint'))}
            </fieldset>`
          : nothing}
        ${this.way === 'password' ? this.passwordField(form) : nothing} ${form.button(t('verify.confirm'))}
      </form>
      <p class="hint">${t('verify.existing')}</p>
    `;
  }
}

/** A new password: asked for by address, then set with the link of the mail. */
export class ResetPage extends ProofPage {
  at = 'ask';

  async load() {
    await super.load();
    this.key = browserKey('reset');
    if (this.secret) {
      this.at = 'set';
    }
  }

  ask = new Form(this, async ({ email }) => {
    const started = await api.post('/v1/password-resets', { open: true, body: { email: email.trim() } });
    keepBrowserKey('reset', started);
    await this.step('sent');
  });

  set = new Form(this, async ({ code, password, recoveryCode }) => {
    const body = { password, ...(recoveryCode ? { recoveryCode } : {}) };
    await this.prove('reset', '/v1/password-resets/confirmation', code, body);
    await this.step('done');
  });

  title() {
    return { ask: t('reset.title'), sent: t('mailSent.title'), set: t('reset.set.title'), done: t('reset.done.title') }[this.at];
  }

  content() {
    const { ask, set } = this;
    switch (this.at) {
      case 'ask':
        return html`
          <p class="lead">${t('reset.lead')}</p>
          <form @submit=${ask.submit} novalidate>
            ${ask.alert()}
            ${ask.field({ name: 'email', label: t('field.email'), type: 'email', autocomplete: 'username', required: true })}
            ${ask.button(t('reset.send'))}
          </form>
          <p class="below"><a href="${this.base || '/'}">${t('reset.back')}</a></p>
        `;
      case 'sent':
        return html`
          <p class="lead">${t('reset.sent')}</p>
          ${steps([t('mailSent.open'), t('reset.follow')])}
          <p class="hint">${t('mailSent.missing')}</p>
          <p class="below"><a href="${this.base || '/'}">${t('reset.back')}</a></p>
        `;
      case 'set':
        return html`
          <p class="lead">${t('reset.set.lead')}</p>
          <form @submit=${set.submit} novalidate>
            ${set.alert()} ${this.key ? nothing : this.codeField(set, { hint: t('verify.codeHint') })} ${this.passwordField(set)}
            ${this.base
              ? nothing
              : html`<details>
                  <summary>${t('reset.lostApp')}</summary>
                  ${set.field({ name: 'recoveryCode', label: t('field.recoveryCode'), hint: t('reset.lostApp.hint') })}
                </details>`}
            ${set.button(t('reset.set'))}
          </form>
        `;
      default:
        return html`
          <p class="lead">${t('reset.done.text')}</p>
          <a class="button primary" href="${this.base || '/'}">${t('signIn.title')}</a>
        `;
    }
  }
}

customElements.define('invitation-page', InvitationPage);
customElements.define('verify-page', VerifyPage);
customElements.define('reset-page', ResetPage);
