/** The dialogs of the page about a portal. */
import { Problem, api } from '../../shared/api.js';
import { html } from '../../shared/element.js';
import { FormDialog, choices } from '../../shared/form-dialog.js';
import { Refusal } from '../../shared/form.js';
import { t } from '../../shared/texts.js';
import { ClientChoice } from '../client-choice.js';
import { MemberChoice } from './member-choice.js';
import { MOST_CLIENTS, ROLES, refused } from './parts.js';

export class RenamePortal extends FormDialog {
  heading() {
    return t('portals.rename');
  }

  action() {
    return t('action.save');
  }

  fields(form) {
    return form.field({ name: 'name', label: t('portals.name'), hint: t('portals.name.hint'), value: this.name, required: true, maxlength: 120 });
  }

  send({ name }) {
    return api.patch(this.resource, { body: { name }, etag: this.etag });
  }
}

export class AddPortalClients extends FormDialog {
  connectedCallback() {
    super.connectedCallback();
    this.clients = new ClientChoice(this, this.firmApi, MOST_CLIENTS);
  }

  heading() {
    return t('portals.addClients');
  }

  lead() {
    return html`<p>${t('portals.addClients.lead')}</p>`;
  }

  action() {
    return t('portals.add');
  }

  fields() {
    return this.clients.view();
  }

  async send() {
    const clientIds = this.clients.chosen();
    try {
      return await api.post(`${this.resource}/clients`, { body: { clientIds } });
    } catch (error) {
      throw refused(error, this.clients.named());
    }
  }
}

export class AddPortalMembers extends FormDialog {
  wide = true;

  connectedCallback() {
    super.connectedCallback();
    this.members = new MemberChoice(this, this.firmApi, this.without);
  }

  heading() {
    return t('portals.addMembers');
  }

  lead() {
    return html`<p>${t('portals.roles')}</p>`;
  }

  action() {
    return t('portals.add');
  }

  fields() {
    return this.members.view();
  }

  async send(values) {
    const members = this.members.chosen(values);
    if (members.length === 0) {
      throw new Refusal(t('memberChoice.required'));
    }
    try {
      return await api.post(`${this.resource}/members`, { body: { members } });
    } catch (error) {
      throw error instanceof Problem && error.is('status-conflict') ? new Refusal(t('portals.otherRole')) : refused(error);
    }
  }
}

export class ChangePortalRole extends FormDialog {
  heading() {
    return t('portals.changeRole.title', { name: this.member.name });
  }

  action() {
    return t('action.save');
  }

  fields() {
    const options = ROLES.map((role) => [role, t(`portalRole.${role}`), t(`portalRole.${role}.hint`)]);
    return choices({ name: 'role', legend: t('portals.role'), value: this.member.role, options });
  }

  send({ role }) {
    return api.patch(this.resource, { body: { role } });
  }
}

customElements.define('rename-portal', RenamePortal);
customElements.define('add-portal-clients', AddPortalClients);
customElements.define('add-portal-members', AddPortalMembers);
customElements.define('change-portal-role', ChangePortalRole);
