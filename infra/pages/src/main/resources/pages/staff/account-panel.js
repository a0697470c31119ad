/**
 * `<account-panel>`: the portal account of a client or contact. It is created with the address on file, which the person who
 * creates it confirms; instructions are printed, the invitation is sent again, and the account is revoked.
 *
 * Properties: `resource`, the path of the account in the API; `account`, as it was read there; `name` and `email` of its holder; `obstacle`, why there can
 * be none, in words; `mayManage`, whether the person has the permission. Event `changed` after a change.
 */
import { Problem, api } from '../shared/api.js';
import { ask } from '../shared/dialog.js';
import { Element, html, nothing } from '../shared/element.js';
import { Fault } from '../shared/form.js';
import { icon } from '../shared/icons.js';
import { Acting } from '../shared/page.js';
import { dateTime, t } from '../shared/texts.js';
import { FormDialog } from '../shared/form-dialog.js';
import { accountBadge } from './parts.js';

const OPEN = ['invited', 'active', 'bounced'];

class AccountPanel extends Acting {
  static properties = { resource: {}, account: {}, name: {}, email: {}, obstacle: {}, mayManage: { type: Boolean } };

  async read() {
    await this.attempt(async () => (this.account = await api.get(this.resource)));
  }

  view() {
    const { account } = this;
    return html`<section class="panel-box" aria-labelledby="account">
      <div class="head">
        <h2 id="account" tabindex="-1">${t('account.title')}</h2>
        ${account ? accountBadge(account) : nothing}
      </div>
      ${this.messages()}
      ${account ? this.#state(account) : nothing}
    </section>`;
  }

  #state(account) {
    const open = OPEN.includes(account.status);
    return html`
      ${open ? this.#facts(account) : html`<p class="hint">${this.obstacle ?? t(`account.${account.status}.text`)}</p>`}
      ${!this.mayManage
        ? html`<p class="hint">${t('account.noPermission')}</p>`
        : html`<div class="actions">
            ${open
              ? html`
                  ${account.status !== 'active' || account.newEmail
                    ? html`<button class="button small" @click=${() => this.#resend()}>${icon('mail')}${t('account.resend')}</button>`
                    : nothing}
                  <button class="button small" @click=${() => this.#instructions()}>${icon('document')}${t('account.instructions')}</button>
                  <button class="button small" @click=${() => this.#revoke()}>${icon('lock')}${t('account.revoke')}</button>
                `
              : this.obstacle
                ? nothing
                : html`<button class="button primary" @click=${() => this.#create()}>${icon('mail')}${t('account.create')}</button>`}
          </div>`}
    `;
  }

  #facts({ email, newEmail, invitedAt, activatedAt, status }) {
    return html`
      <p>${email}</p>
      ${newEmail ? html`<p class="hint">${t('account.newEmail', { email: newEmail })}</p>` : nothing}
      ${status === 'bounced' ? html`<p class="bad-text">${t('account.bounced.text')}</p>` : nothing}
      <p class="hint">
        ${activatedAt
          ? t('account.since', { date: dateTime(activatedAt) })
          : invitedAt
            ? t('account.invitedAt', { date: dateTime(invitedAt) })
            : t('account.invitationOnItsWay')}
      </p>
    `;
  }

  async #create() {
    const created = await NewAccount.open({ resource: this.resource, name: this.name, email: this.email });
    if (created) {
      await this.#changed(t('account.created', { email: this.email }));
    }
  }

  async #resend() {
    if (await this.attempt(() => api.post(`${this.resource}/invitation`))) {
      await this.#changed(t('account.resent'));
    }
  }

  async #revoke() {
    const sure = await ask({
      title: t('account.revoke.title', { name: this.name }),
      text: t('account.revoke.text'),
      action: t('account.revoke'),
      dangerous: true,
    });
    if (sure && (await this.attempt(() => api.delete(this.resource)))) {
      await this.#changed(t('account.revokedNow'));
    }
  }

  async #instructions() {
    await this.attempt(async () => {
      const instructions = await api.get(`${this.resource}/instructions`);
      document.body.append(Object.assign(new AccountInstructions(), { instructions }));
    });
  }

  async #changed(text) {
    await this.read();
    this.say('good', text);
    this.dispatchEvent(new Event('changed'));
    await this.updateComplete;
    this.querySelector('#account').focus();
  }
}

/** Whoever creates the account types nothing wrong past it: the address must be the one on file. */
class NewAccount extends FormDialog {
  heading() {
    return t('account.create.title', { name: this.name });
  }

  lead() {
    return html`<p>${t('account.create.lead')}</p>`;
  }

  action() {
    return t('account.create.send');
  }

  fields(form) {
    return form.field({ name: 'email', label: t('account.create.email'), hint: t('account.create.hint', { email: this.email }), type: 'email', required: true });
  }

  async send({ email }) {
    try {
      return await api.post(this.resource, { body: { email: email.trim() }, once: true });
    } catch (error) {
      throw error instanceof Problem && error.is('email-mismatch') ? new Fault({ email: t('account.create.mismatch') }) : error;
    }
  }
}

/** The way to the portal, to hand over on paper. */
class AccountInstructions extends Element {
  firstUpdated() {
    this.querySelector('dialog').showModal();
  }

  view() {
    const { subject, text } = this.instructions;
    const close = () => this.querySelector('dialog').close();
    return html`<dialog class="dialog wide printed" aria-labelledby="instructions" @close=${() => this.remove()}>
      <h2 id="instructions">${subject}</h2>
      <div class="letter">${text}</div>
      <div class="actions stack">
        <button class="button primary" @click=${() => print()}>${t('account.print')}</button>
        <button class="button" @click=${close}>${t('action.close')}</button>
      </div>
    </dialog>`;
  }
}

customElements.define('account-panel', AccountPanel);
customElements.define('new-account', NewAccount);
customElements.define('account-instructions', AccountInstructions);
