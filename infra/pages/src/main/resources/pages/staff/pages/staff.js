import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, api, path } from '../../shared/api.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { refreshMe } from '../../shared/me.js';
import { Page } from '../../shared/page.js';
import { moreButton } from '../../shared/parts.js';
import { date, t } from '../../shared/texts.js';
import { FormDialog, choices } from '../../shared/form-dialog.js';
import { Absence, HandOver, colleaguesOf, lastDay } from '../leaving.js';
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
    const { staffId, name, email, role, webPortal, enabled, account, absence } = member;
    return html`<div class="row wide stacked">
      <span class="tile person" aria-hidden="true">${icon('person')}</span>
      <div class="grow">
        <span class="name">${name}</span>
        <div class="sub"><span>${email}</span><span>${t(`role.${role}`)}</span>${webPortal ? html`<span>${t('staff.webPortal')}</span>` : nothing}</div>
        ${absence ? html`<div class="sub"><span>${this.#away(absence)}</span></div>` : nothing}
      </div>
      ${enabled ? accountBadge(account) : html`<span class="badge warn">${t('staff.disabled')}</span>`}
      ${this.membership.administrator || staffId === this.membership.staffId
        ? html`<div class="actions">${this.#actions(member)}</div>`
        : nothing}
    </div>`;
  }

  #actions(member) {
    const { name, account, absence } = member;
    const { administrator } = this.membership;
    const button = (label, work, kind = '') =>
      html`<button class="button small ${kind}" @click=${work}>${label}<span class="unseen">: ${name}</span></button>`;
    return html`
      ${administrator ? button(t('staff.change'), () => this.#change(member)) : nothing}
      ${button(t('absence.action'), () => this.#sendAway(member))}
      ${absence ? button(t('absence.end'), () => this.#back(member)) : nothing}
      ${administrator ? button(t('handOver.action'), () => this.#handOver(member)) : nothing}
      ${administrator && account.status === 'active' ? button(t('staff.resetFactor'), () => this.#resetFactor(member), 'quiet') : nothing}
    `;
  }

  #away(absence) {
    const standIn = this.staff.items.find(({ staffId }) => staffId === absence.standIn)?.name ?? t('absence.somebody');
    const key = Date.parse(absence.from) > Date.now() ? 'absence.later' : 'absence.now';
    return t(key, { from: date(absence.from), until: date(lastDay(absence)), name: standIn });
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

  async #sendAway({ staffId }) {
    let saved;
    const shown = await this.attempt(async () => {
      const resource = `${this.api}${path`/${staffId}`}`;
      const [{ data, etag }, colleagues] = await Promise.all([api.call('GET', resource), colleaguesOf(this.api, staffId)]);
      saved = await Absence.open({ resource: `${resource}/absence`, member: data, etag, colleagues });
    });
    if (shown && saved) {
      await this.#read();
      this.say('good', t('client.saved'));
    }
  }

  async #back({ staffId, name }) {
    if (await this.attempt(() => api.put(`${this.api}${path`/${staffId}/absence`}`, { body: { absence: null } }))) {
      await this.#read();
      this.say('good', t('absence.ended', { name }));
    }
  }

  async #handOver(member) {
    let ended;
    const shown = await this.attempt(async () => {
      const colleagues = await colleaguesOf(this.api, member.staffId);
      ended = await HandOver.open({ resource: `${this.api}${path`/${member.staffId}/hand-over`}`, member, colleagues });
    });
    if (shown && ended?.status === 'completed') {
      this.say('good', t('handOver.done', { name: member.name, count: ended.passedOn }));
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
