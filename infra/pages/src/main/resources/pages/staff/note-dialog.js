/**
 * What staff write: a new note about a client, which may be shared at once; one about several; and the changes of either.
 *
 *     const note = await NewNote.open({ clientApi, mayShare, types });
 *     const groupNote = await NewGroupNote.open({ firmApi, types });
 *     const changed = await EditNote.open({ resource, note, etag, types });
 */
import { api } from '../shared/api.js';
import { ask } from '../shared/dialog.js';
import { html, nothing } from '../shared/element.js';
import { FormDialog } from '../shared/form-dialog.js';
import { Fault } from '../shared/form.js';
import { t } from '../shared/texts.js';
import { ClientChoice, refusedClients } from './client-choice.js';
import { Recipients, refused } from './recipients.js';

const LONGEST_TEXT = 10_000;

class NoteDialog extends FormDialog {
  wide = true;
  note = { title: '', text: '' };

  fields(form) {
    return html`
      ${form.field({ name: 'title', label: t('note.title'), value: this.note.title, required: true, maxlength: 120 })}
      ${form.lines({ name: 'text', label: t('note.text'), value: this.note.text, required: true })}
      ${this.types.choice(this.note.documentType)}
    `;
  }

  async send({ title, text, documentType }) {
    // Said before it is sent, since what is far too long is refused without a word about the field.
    if ([...text].length > LONGEST_TEXT) {
      throw new Fault({ text: t('fault.text.length') });
    }
    return this.save({ title, text }, documentType || null);
  }

  /** A text of several lines is not lost by one key. */
  async mayLeave() {
    const typed = new FormData(this.querySelector('form'));
    const unchanged = ['title', 'text'].every((name) => typed.get(name) === this.note[name]);
    return (
      unchanged ||
      ask({ title: t('note.leave.title'), text: t('note.leave.text'), action: t('note.leave'), dangerous: true })
    );
  }
}

export class NewNote extends NoteDialog {
  /** @param properties `clientApi`, the client's path in the API; `mayShare`, whether the person may; `types` of the firm */
  static async open({ clientApi, mayShare, types }) {
    const candidates = mayShare ? (await api.get(`${clientApi}/share-candidates`)).items : undefined;
    return super.open({ resource: `${clientApi}/notes`, types, candidates });
  }

  connectedCallback() {
    super.connectedCallback();
    this.recipients = this.candidates && new Recipients(this, { candidates: this.candidates });
  }

  heading() {
    return t('notes.new');
  }

  lead() {
    return html`<p>${t('notes.new.lead')}</p>`;
  }

  action() {
    return t('notes.create');
  }

  fields(form) {
    return html`
      ${super.fields(form)}
      ${this.recipients
        ? html`<details>
            <summary>${t('note.share')}</summary>
            ${this.recipients.view()}
          </details>`
        : nothing}
    `;
  }

  async save(body, documentType) {
    const recipients = this.recipients?.chosen() ?? [];
    try {
      return await api.post(this.resource, {
        body: { ...body, ...(documentType ? { documentType } : {}), ...(recipients.length > 0 ? { shares: { recipients } } : {}) },
        once: true,
      });
    } catch (error) {
      throw refused(error);
    }
  }
}

export class NewGroupNote extends NoteDialog {
  connectedCallback() {
    super.connectedCallback();
    this.clients = new ClientChoice(this, this.firmApi);
  }

  heading() {
    return t('groupNotes.new');
  }

  lead() {
    return html`<p>${t('groupNotes.new.lead')}</p>`;
  }

  action() {
    return t('notes.create');
  }

  fields(form) {
    return html`${super.fields(form)} ${this.clients.view()}`;
  }

  async save(body, documentType) {
    const { firmApi, clients } = this;
    try {
      return await api.post(`${firmApi}/group-notes`, {
        body: { ...body, ...(documentType ? { documentType } : {}), clientIds: clients.chosen() },
        once: true,
      });
    } catch (error) {
      throw refusedClients(error);
    }
  }
}

export class EditNote extends NoteDialog {
  heading() {
    return t('note.edit.title');
  }

  lead() {
    return this.note.shareState === 'none' ? nothing : html`<p>${t('note.edit.open')}</p>`;
  }

  action() {
    return t('action.save');
  }

  save(body, documentType) {
    return api.patch(this.resource, { body: { ...body, documentType }, etag: this.etag });
  }
}

customElements.define('new-note', NewNote);
customElements.define('new-group-note', NewGroupNote);
customElements.define('edit-note', EditNote);
