import { api } from '../shared/api.js';
import { html, nothing } from '../shared/element.js';
import { FormDialog } from '../shared/form-dialog.js';
import { t } from '../shared/texts.js';
import { phoneNumber } from './parts.js';

/** What is on file of a client or of a contact; only a contact has a relationship. */
export class EditPerson extends FormDialog {
  heading() {
    return t('client.edit');
  }

  action() {
    return t('action.save');
  }

  fields(form) {
    const { name, relationship, email, phone } = this.person;
    return html`
      ${form.field({ name: 'name', label: t('client.name'), value: name, required: true, maxlength: 120 })}
      ${relationship === undefined
        ? nothing
        : form.field({ name: 'relationship', label: t('contact.relationship'), value: relationship, required: true, maxlength: 60 })}
      ${form.field({ name: 'email', label: t('field.email'), value: email, type: 'email' })}
      ${form.field({ name: 'phone', label: t('client.phone'), hint: t('client.phone.hint'), value: phone, type: 'tel' })}
    `;
  }

  send({ email, phone, ...others }) {
    const body = { ...others, email: email || null, phone: phoneNumber(phone) || null };
    return api.patch(this.resource, { body, etag: this.etag });
  }
}

customElements.define('edit-person', EditPerson);
