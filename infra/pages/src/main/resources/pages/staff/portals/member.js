import { api, path } from '../../shared/api.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { crumbs } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { accountBadge } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { roleBadge } from './parts.js';

const WITHOUT_ACCOUNT = ['none', 'revoked'];

/** A member: the portals, and the account that opens them. */
class MemberPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId, memberId } = this.params;
    this.api = path`/v1/firms/${firmId}/members/${memberId}`;
    await this.#read();
  }

  async #read() {
    const { data, etag } = await api.call('GET', this.api);
    Object.assign(this, { member: data, etag });
    this.requestUpdate();
  }

  title() {
    return this.member.name;
  }

  above() {
    const { firmId } = this.params;
    return crumbs([t('clients.title'), to.firm(firmId)], [t('portals.title'), to.portals(firmId)], [t('members.title'), to.members(firmId)], [this.title()]);
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      ${this.membership.webPortal ? html`<button class="button" @click=${() => this.#edit()}>${t('client.edit')}</button>` : nothing}
    </div>`;
  }

  content() {
    return html`
      <p class="lead">${this.member.email}</p>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      <div class="columns">${this.#portals()}<div class="stack section">${this.#account()}</div></div>
    `;
  }

  #portals() {
    const { portals } = this.member;
    return html`<section class="section" aria-labelledby="portals">
      <h2 id="portals">${t('portals.title')}</h2>
      ${portals.length === 0
        ? html`<p class="hint">${t('member.noPortals')}</p>`
        : html`<ul class="rows">
            ${portals.map(
              ({ portalId, name, role }) => html`<li>
                <div class="row">
                  <span class="tile person" aria-hidden="true">${icon('people')}</span>
                  <div class="grow"><a class="name whole" href=${to.portal(this.params.firmId, portalId)}>${name}</a></div>
                  ${roleBadge(role)} ${icon('chevron')}
                </div>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }

  #account() {
    const { account } = this.member;
    const { status } = account;
    return html`<section class="panel-box" aria-labelledby="account">
      <div class="head">
        <h2 id="account" tabindex="-1">${t('account.title')}</h2>
        ${accountBadge(account)}
      </div>
      <p class="hint">${t(`member.account.${status}`)}</p>
      ${this.membership.webPortal ? this.#actions(status) : html`<p class="hint">${t('account.noPermission')}</p>`}
    </section>`;
  }

  #actions(status) {
    return WITHOUT_ACCOUNT.includes(status)
      ? nothing
      : html`<div class="actions">
          ${status === 'active'
            ? nothing
            : html`<button class="button small" @click=${() => this.#resend()}>${icon('mail')}${t('account.resend')}</button>`}
          <button class="button small" @click=${() => this.#revoke()}>${icon('lock')}${t('account.revoke')}</button>
        </div>`;
  }

  async #edit() {
    if (await EditMember.open({ resource: this.api, member: this.member, etag: this.etag })) {
      await this.start();
      this.say('good', t('client.saved'));
    }
  }

  #resend() {
    return this.#change(() => api.post(`${this.api}/invitation`), t('account.resent'));
  }

  async #revoke() {
    const sure = await ask({
      title: t('account.revoke.title', { name: this.member.name }),
      text: t('member.revoke.text'),
      action: t('account.revoke'),
      dangerous: true,
    });
    if (sure) {
      await this.#change(() => api.delete(`${this.api}/account`), t('account.revokedNow'));
    }
  }

  async #change(work, done) {
    const changed = await this.attempt(async () => {
      await work();
      await this.#read();
    });
    if (changed) {
      this.say('good', done);
      await this.updateComplete;
      this.querySelector('#account').focus();
    }
  }
}

class EditMember extends FormDialog {
  heading() {
    return t('client.edit');
  }

  lead() {
    return html`<p>${t('member.edit.lead')}</p>`;
  }

  action() {
    return t('action.save');
  }

  fields(form) {
    const { name, email } = this.member;
    return html`
      ${form.field({ name: 'name', label: t('client.name'), value: name, required: true, maxlength: 120 })}
      ${form.field({ name: 'email', label: t('field.email'), value: email, type: 'email', required: true })}
    `;
  }

  send({ name, email }) {
    return api.patch(this.resource, { body: { name, email }, etag: this.etag });
  }
}

customElements.define('edit-member', EditMember);
customElements.define('member-page', MemberPage);
