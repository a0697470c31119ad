/**
 * Adding an authenticator app. Whoever has one signs in with the password and a code of it, and with nothing else; so the
 * password is tried first, that nobody locks themselves out.
 */
import { digits } from '../account-page.js';
import { CognitoError, authenticatorApp, initiate, revoke } from '../cognito.js';
import { html } from '../element.js';
import { Fault, Refusal } from '../form.js';
import { AGAIN, FormDialog } from '../form-dialog.js';
import session from '../session.js';
import { signInName } from '../sign-in.js';
import { t } from '../texts.js';

export class AddApp extends FormDialog {
  heading() {
    return t('security.app.add');
  }

  lead() {
    return this.secret
      ? html`<p>${t('security.app.secret')}</p>
          <p class="secret"><code>${this.secret.match(/.{1,4}/g).join(' ')}</code></p>
          <p><a href=${this.#uri()}>${t('security.app.open')}</a></p>`
      : html`<p>${t('security.app.password')}</p>
          <p><a href=${this.reset} @click=${() => this.dialog.close()}>${t('security.password.link')}</a></p>`;
  }

  action() {
    return t(this.secret ? 'security.app.turnOn' : 'action.next');
  }

  fields(form) {
    // Two templates, so that what was typed as the password is not in the field of the code.
    return this.secret
      ? html`${form.field({ name: 'code', label: t('field.appCode'), autocomplete: 'one-time-code', inputmode: 'numeric', pattern: '\\s*([0-9]\\s*){6}', required: true })}`
      : html`${form.field({ name: 'password', label: t('field.password'), type: 'password', autocomplete: 'current-password', required: true })}`;
  }

  async send({ code, password }) {
    const token = await session.token();
    if (!this.secret) {
      await this.#tryPassword(password);
      this.secret = await authenticatorApp.propose(token);
      return AGAIN;
    }
    try {
      await authenticatorApp.verify(token, digits(code));
    } catch (error) {
      throw error instanceof CognitoError ? new Fault({ code: t('fault.code.wrong') }) : error;
    }
    await authenticatorApp.turn(token, true);
    return true;
  }

  async #tryPassword(password) {
    try {
      const { AuthenticationResult } = await initiate(signInName(this.email), 'PASSWORD', { PASSWORD: password });
      if (AuthenticationResult) {
        await revoke(AuthenticationResult.RefreshToken);
        return;
      }
    } catch (error) {
      if (!(error instanceof CognitoError)) {
        throw new Refusal(t('problem.offline'));
      }
    }
    throw new Fault({ password: t('security.app.wrongPassword') });
  }

  /** What the app on this device takes it from. */
  #uri() {
    const issuer = location.host;
    return `otpauth://totp/${encodeURIComponent(`${issuer}:${this.email}`)}?secret=${this.secret}&issuer=${encodeURIComponent(issuer)}`;
  }
}

customElements.define('add-app', AddApp);
