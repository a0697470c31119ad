/**
 * How the person signs in: their address, passkeys, an authenticator app where a side has them, a new password, and the end
 * of all sessions. A side defines its element with `factors`: whether a second factor may be asked for there.
 */
import { api } from '../api.js';
import { authenticatorApp, passkeys } from '../cognito.js';
import { ask } from '../dialog.js';
import { html, nothing } from '../element.js';
import { icon } from '../icons.js';
import { me } from '../me.js';
import { Page, notice } from '../page.js';
import session from '../session.js';
import { addTexts, date, t } from '../texts.js';

await addTexts((language) => import(`./texts/${language}.js`));

export class SecurityPage extends Page {
  factors = false;

  async load() {
    this.person = await me();
    this.keys = await this.#readKeys();
    this.hasApp = this.factors && (await authenticatorApp.enabled(await session.token()));
  }

  /** Not every deployment has passkeys. */
  async #readKeys() {
    try {
      return await passkeys.list(await session.token());
    } catch (error) {
      if (error.name === 'WebAuthnNotEnabledException') {
        return undefined;
      }
      throw error;
    }
  }

  /** The path of the page for a new password. */
  get reset() {
    return this.params.slug ? `/${encodeURIComponent(this.params.slug)}/reset` : '/reset';
  }

  title() {
    return t('security.title');
  }

  content() {
    return html`
      <p class="lead">${t('security.email', { email: this.person.email })}</p>
      <div class="stack">
        ${this.messages()} ${this.changed ? this.#again() : nothing} ${this.codes ? this.#codes() : nothing}
        ${this.keys ? this.#passkeys() : nothing} ${this.factors ? this.#app() : nothing}
        <section class="panel-box">
          <h2>${t('security.password')}</h2>
          <p>${t('security.password.text')}</p>
          <a class="button" href=${this.reset}>${t('security.password.link')}</a>
        </section>
        <section class="panel-box">
          <h2>${t('security.sessions')}</h2>
          <p>${t('security.sessions.text')}</p>
          <button class="button" @click=${() => this.#endSessions()}>${t('security.sessions.end')}</button>
        </section>
      </div>
    `;
  }

  /** A session that began before does not count as one with a second factor. */
  #again() {
    return notice(
      'note',
      html`<p>${t('security.again')}</p>
        <p><button class="button small" @click=${() => session.signOut()}>${t('security.again.action')}</button></p>`,
    );
  }

  #passkeys() {
    return html`<section class="panel-box">
      <h2>${t('security.passkeys')}</h2>
      <p>${t('security.passkeys.text')}</p>
      ${this.keys.length === 0
        ? html`<p class="hint">${t('security.passkeys.none')}</p>`
        : html`<ul class="rows">
            ${this.keys.map((key) => {
              const name = t('security.passkeys.name', { date: date(key.CreatedAt * 1000) });
              return html`<li>
                <div class="row">
                  <span class="tile person" aria-hidden="true">${icon('key')}</span>
                  <div class="grow"><span class="name">${name}</span></div>
                  <div class="actions">
                    <button class="button small" @click=${() => this.#removeKey(key)}>
                      ${t('security.passkeys.remove')}<span class="unseen">: ${name}</span>
                    </button>
                  </div>
                </div>
              </li>`;
            })}
          </ul>`}
      ${passkeys.supported
        ? html`<button class="button" @click=${() => this.#addKey()}>${icon('plus')}${t('security.passkeys.add')}</button>`
        : html`<p class="hint">${t('security.passkeys.unsupported')}</p>`}
    </section>`;
  }

  #app() {
    return html`<section class="panel-box">
      <h2>${t('security.app')}</h2>
      <p>${t(this.hasApp ? 'security.app.on' : 'security.app.text')}</p>
      <div class="actions">
        ${this.hasApp
          ? html`<button class="button" @click=${() => this.#makeCodes()}>${icon('document')}${t('security.codes.make')}</button>
              <button class="button" @click=${() => this.#removeApp()}>${t('security.app.remove')}</button>`
          : html`<button class="button" @click=${() => this.#addApp()}>${icon('plus')}${t('security.app.add')}</button>`}
      </div>
    </section>`;
  }

  /** Shown once, for the person to keep. */
  #codes() {
    return html`<section class="panel-box" aria-labelledby="codes">
      <h2 id="codes" tabindex="-1">${t('security.codes')}</h2>
      <p>${t('security.codes.text')}</p>
      <ul class="codes">
        ${this.codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
    </section>`;
  }

  async #addKey() {
    const token = await session.token();
    await this.#changeKeys('added', async () => passkeys.add(token));
  }

  async #removeKey(key) {
    const sure = await ask({
      title: t('security.passkeys.remove.title'),
      text: t('security.passkeys.remove.text'),
      action: t('security.passkeys.remove'),
      dangerous: true,
    });
    if (sure) {
      await this.#changeKeys('removed', async () => passkeys.remove(await session.token(), key.CredentialId));
    }
  }

  async #changeKeys(done, work) {
    try {
      await work();
      this.keys = await this.#readKeys();
      this.changed = this.factors && done === 'added';
      this.say('good', t(`security.passkeys.${done}`));
    } catch (error) {
      console.info(error);
      this.say('bad', t('security.passkeys.failed'));
    }
  }

  async #addApp() {
    const { AddApp } = await import('./add-app.js');
    if (await AddApp.open({ email: this.person.email, reset: this.reset })) {
      this.hasApp = this.changed = true;
      this.say('good', t('security.app.added'));
    }
  }

  async #removeApp() {
    const sure = await ask({
      title: t('security.app.remove.title'),
      text: t('security.app.remove.text'),
      action: t('security.app.remove'),
      dangerous: true,
    });
    if (sure && (await this.attempt(async () => authenticatorApp.turn(await session.token(), false)))) {
      this.hasApp = this.changed = false;
      this.say('good', t('security.app.removed'));
    }
  }

  async #makeCodes() {
    const made = await this.attempt(async () => ({ codes: this.codes } = await api.put('/v1/me/recovery-codes')));
    if (made) {
      await this.updateComplete;
      this.querySelector('#codes').focus();
    }
  }

  async #endSessions() {
    if (await this.attempt(() => api.delete('/v1/me/sessions'))) {
      await session.signOut();
    }
  }
}
