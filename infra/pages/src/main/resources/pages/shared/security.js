import { api } from '../../shared/api.js';
import { announce } from '../../shared/app.js';
import { passkeys } from '../../shared/cognito.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { me } from '../../shared/me.js';
import { Page } from '../../shared/page.js';
import session from '../../shared/session.js';
import { date, t } from '../../shared/texts.js';

/** How the person signs in: their address, passkeys, a new password, and the end of all sessions. */
class AccountPage extends Page {
  async load() {
    this.person = await me();
    this.keys = await this.#read();
  }

  /** Not every deployment has passkeys. */
  async #read() {
    try {
      return await passkeys.list(await session.token());
    } catch (error) {
      if (error.name === 'WebAuthnNotEnabledException') {
        return undefined;
      }
      throw error;
    }
  }

  title() {
    return t('account.title');
  }

  content() {
    return html`
      <p class="lead">${t('account.email', { email: this.person.email })}</p>
      <div class="stack">
        ${this.messages()} ${this.keys ? this.#passkeys() : nothing}
        <section class="panel-box">
          <h2>${t('account.password')}</h2>
          <p>${t('account.password.text')}</p>
          <a class="button" href="/${encodeURIComponent(this.params.slug)}/reset">${t('account.password.link')}</a>
        </section>
        <section class="panel-box">
          <h2>${t('account.sessions')}</h2>
          <p>${t('account.sessions.text')}</p>
          <button class="button" @click=${() => this.#endSessions()}>${t('account.sessions.end')}</button>
        </section>
      </div>
    `;
  }

  #passkeys() {
    return html`<section class="panel-box">
      <h2>${t('account.passkeys')}</h2>
      <p>${t('account.passkeys.text')}</p>
      ${this.keys.length === 0
        ? html`<p class="hint">${t('account.passkeys.none')}</p>`
        : html`<ul class="rows">
            ${this.keys.map((key) => {
              const name = t('account.passkeys.name', { date: date(key.CreatedAt * 1000) });
              return html`<li>
                <div class="row">
                  <span class="tile person" aria-hidden="true">${icon('key')}</span>
                  <div class="grow"><span class="name">${name}</span></div>
                  <div class="actions">
                    <button class="button small" @click=${() => this.#remove(key)}>
                      ${t('account.passkeys.remove')}<span class="unseen">: ${name}</span>
                    </button>
                  </div>
                </div>
              </li>`;
            })}
          </ul>`}
      ${passkeys.supported
        ? html`<button class="button" @click=${() => this.#add()}>${icon('plus')}${t('account.passkeys.add')}</button>`
        : html`<p class="hint">${t('account.passkeys.unsupported')}</p>`}
    </section>`;
  }

  async #add() {
    const token = await session.token();
    await this.#change('added', async () => passkeys.add(token));
  }

  async #remove(key) {
    const sure = await ask({
      title: t('account.passkeys.remove.title'),
      text: t('account.passkeys.remove.text'),
      action: t('account.passkeys.remove'),
      dangerous: true,
    });
    if (sure) {
      await this.#change('removed', async () => passkeys.remove(await session.token(), key.CredentialId));
    }
  }

  async #change(done, work) {
    try {
      await work();
      this.keys = await this.#read();
      this.message = { kind: 'good', text: t(`account.passkeys.${done}`) };
    } catch (error) {
      console.warn(error);
      this.message = { kind: 'bad', text: t('account.passkeys.failed') };
    }
    announce(this.message.text);
    this.requestUpdate();
  }

  async #endSessions() {
    if (await this.attempt(() => api.delete('/v1/me/sessions'))) {
      await session.signOut();
    }
  }
}

customElements.define('account-page', AccountPage);
