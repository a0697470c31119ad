/** The dialogs of the pages about a client. */
import { api } from '../shared/api.js';
import { html } from '../shared/element.js';
import { FormDialog } from '../shared/form-dialog.js';
import { t } from '../shared/texts.js';

export class NewContact extends FormDialog {
  heading() {
    return t('contacts.new');
  }

  action() {
    return t('contacts.create');
  }

  fields(form) {
    return html`
      ${form.field({ name: 'name', label: t('client.name'), required: true, maxlength: 120 })}
      ${form.field({ name: 'relationship', label: t('contact.relationship'), hint: t('contact.relationship.hint'), required: true, maxlength: 60 })}
      ${form.field({ name: 'email', label: t('field.email'), type: 'email' })}
      <label class="check"><input type="checkbox" name="webPortal" /> ${t('contact.webPortal')}</label>
    `;
  }

  send({ name, relationship, email, webPortal }) {
    const body = { name, relationship, webPortal: webPortal === 'on', ...(email ? { email } : {}) };
    return api.post(this.resource, { body, once: true });
  }
}

export class ChangeTeam extends FormDialog {
  heading() {
    return t('team.title');
  }

  lead() {
    return html`<p>${t('team.lead')}</p>`;
  }

  action() {
    return t('action.save');
  }

  fields() {
    return html`<fieldset class="people">
      <legend class="unseen">${t('team.title')}</legend>
      ${this.staff
        .filter(({ enabled, staffId }) => enabled || this.team.includes(staffId))
        .map(
          ({ staffId, name }) =>
            html`<label class="check"><input type="checkbox" name="staff" value=${staffId} ?checked=${this.team.includes(staffId)} /> ${name}</label>`,
        )}
    </fieldset>`;
  }

  send(_, form) {
    const staffIds = new FormData(form).getAll('staff');
    return api.put(this.resource, { body: { staffIds }, etag: this.etag });
  }
}

customElements.define('new-contact', NewContact);
customElements.define('change-team', ChangeTeam);
