import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, api, path } from '../../shared/api.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { refreshMe } from '../../shared/me.js';
import { Page } from '../../shared/page.js';
import { moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { FormDialog, choices } from '../../shared/form-dialog.js';
import { accountBadge } from '../parts.js';
import { membership } from '../place.js';

/** The staff of the firm, and for an administrator what each of them may do. */
class StaffPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    this.api = path`/v1/firms/${this.params.firmId}/staff`;
    await this.#read();
  }

  async #read() {
    const staff = new Paged(this.api, { limit: 50 });
    await staff.more();
    this.staff = staff;
    this.requestUpdate();
  }

  title() {
    return t('staff.title');
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      ${this.membership.administrator
        ? html`<button class="button primary" @click=${() => this.#create()}>${icon('plus')}${t('staff.new')}</button>`
        : nothing}
    </div>`;
  }

  content() {
    return html`
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      <ul class="rows">
        ${repeat(this.staff.items, ({ staffId }) => staffId, (member) => html`<li>${this.#row(member)}</li>`)}
      </ul>
      ${moreButton(this, this.staff)}
    `;
  }

  #row(member) {
    const { name, email, role, webPortal, enabled, account } = member;
    return html`<div class="row wide">
      <span class="tile person" aria-hidden="true">${icon('person')}</span>
      <div class="grow">
        <span class="name">${name}</span>
        <div class="sub"><span>${email}</span><span>${t(`role.${role}`)}</span>${webPortal ? html`<span>${t('staff.webPortal')}</span>` : nothing}</div>
      </div>
      ${enabled ? accountBadge(account) : html`<span class="badge warn">${t('staff.disabled')}</span>`}
      ${this.membership.administrator
        ? html`<div class="actions">
            <button class="button small" @click=${() => this.#change(member)}>${t('staff.change')}<span class="unseen">: ${name}</span></button>
            ${account.status === 'active'
              ? html`<button class="button small quiet" @click=${() => this.#resetFactor(member)}>
                  ${t('staff.resetFactor')}<span class="unseen">: ${name}</span>
                </button>`
              : nothing}
          </div>`
        : nothing}
    </div>`;
  }

  async #create() {
    const member = await NewMember.open({ resource: this.api });
    if (member) {
      await this.#read();
      this.say('good', t('staff.created', { email: member.email }));
    }
  }

  async #change({ staffId }) {
    let saved;
    const shown = await this.attempt(async () => {
      const resource = `${this.api}${path`/${staffId}`}`;
      const { data, etag } = await api.call('GET', resource);
      saved = await ChangeMember.open({ resource, member: data, etag });
    });
    if (shown && saved) {
      await refreshMe();
      await this.start();
      this.say('good', t('client.saved'));
    }
  }

  async #resetFactor({ staffId, name }) {
    const sure = await ask({
      title: t('staff.resetFactor.title', { name }),
      text: t('staff.resetFactor.text'),
      action: t('staff.resetFactor'),
      dangerous: true,
    });
    if (sure && (await this.attempt(() => api.delete(`${this.api}${path`/${staffId}/second-factor`}`)))) {
      this.say('good', t('staff.resetFactor.done', { name }));
    }
  }
}

const roles = (value) =>
  choices({ name: 'role', legend: t('staff.role'), value, options: ['staff', 'administrator'].map((role) => [role, t(`role.${role}`), t(`role.${role}.hint`)]) });

class NewMember extends FormDialog {
  heading() {
    return t('staff.new');
  }

  action() {
    return t('staff.create');
  }

  fields(form) {
    return html`
      ${form.field({ name: 'name', label: t('client.name'), required: true, maxlength: 120 })}
      ${form.field({ name: 'email', label: t('field.email'), type: 'email', required: true })} ${roles('staff')}
    `;
  }

  send({ name, email, role }) {
    return api.post(this.resource, { body: { name, email, role }, once: true });
  }
}

class ChangeMember extends FormDialog {
  heading() {
    return this.member.name;
  }

  action() {
    return t('action.save');
  }

  fields() {
    const { role, webPortal, enabled } = this.member;
    return html`
      ${roles(role)}
      <label class="check"><input type="checkbox" name="webPortal" ?checked=${webPortal} /> ${t('staff.webPortal.give')}</label>
      <label class="check"><input type="checkbox" name="enabled" ?checked=${enabled} /> ${t('staff.enabled')}</label>
    `;
  }

  send({ role, webPortal, enabled }) {
    return api.patch(this.resource, { body: { role, webPortal: webPortal === 'on', enabled: enabled === 'on' }, etag: this.etag });
  }
}

customElements.define('new-member', NewMember);
customElements.define('change-member', ChangeMember);
customElements.define('staff-page', StaffPage);
