/**
 * The document types of a firm: what documents and notes can be given, and what those are called that have one.
 *
 *     const types = await DocumentTypes.of(firmId);
 *     types.choice(note.documentType);
 */
import { api, path } from '../shared/api.js';
import { html, nothing } from '../shared/element.js';
import { FormDialog } from '../shared/form-dialog.js';
import { icon } from '../shared/icons.js';
import { Acting } from '../shared/page.js';
import { t } from '../shared/texts.js';

export class DocumentTypes {
  constructor(all) {
    this.all = all;
  }

  static async of(firmId) {
    const { documentTypes } = await api.get(path`/v1/firms/${firmId}/document-types`);
    return new DocumentTypes(documentTypes);
  }

  name(id) {
    return this.all.find(({ documentTypeId }) => documentTypeId === id)?.name ?? '';
  }

  /** A field for the type, `documentType`: those in use, and what it is now; nothing while there is no choice. */
  choice(current) {
    const offered = this.all.filter(({ documentTypeId, retired }) => !retired || documentTypeId === current);
    return offered.length === 0
      ? nothing
      : html`<div class="field">
          <label for="document-type">${t('types.one')}</label>
          <select id="document-type" name="documentType">
            <option value="">${t('types.none')}</option>
            ${offered.map(
              ({ documentTypeId, name }) => html`<option value=${documentTypeId} ?selected=${documentTypeId === current}>${name}</option>`,
            )}
          </select>
        </div>`;
  }
}

/** Gives a document a type: `GiveType.open({ resource, types, current })`. */
export class GiveType extends FormDialog {
  heading() {
    return t('types.give');
  }

  action() {
    return t('action.save');
  }

  fields() {
    return this.types.choice(this.current);
  }

  send({ documentType }) {
    return api.patch(this.resource, { body: { documentType: documentType || null } });
  }
}

/** The firm's types as its administrators set them, for a page: `firmId` says whose. */
class FirmTypes extends Acting {
  async connectedCallback() {
    super.connectedCallback();
    this.resource = path`/v1/firms/${this.firmId}/document-types`;
    await this.attempt(() => this.#read());
  }

  async #read() {
    const { data, etag } = await api.call('GET', this.resource);
    Object.assign(this, { types: data.documentTypes, etag });
    this.requestUpdate();
  }

  view() {
    const { types = [] } = this;
    return html`<section class="section" aria-labelledby="types">
      <div class="head">
        <h2 id="types">${t('types.title')}</h2>
        <button class="button small" @click=${() => this.#add()}>${icon('plus')}${t('types.new')}</button>
      </div>
      <p>${t('types.lead')}</p>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      <ul class="rows">
        ${types.map((type) => html`<li>${this.#row(type)}</li>`)}
      </ul>
    </section>`;
  }

  #row(type) {
    const { name, retired } = type;
    const others = this.#inUse().filter((each) => each !== type);
    return html`<div class="row">
      <div class="grow">
        <span class="name">${name}</span> ${retired ? html`<span class="badge warn">${t('types.retired')}</span>` : nothing}
      </div>
      <div class="actions">
        ${retired
          ? html`<button class="button small" @click=${() => this.#set([...others, type])}>${t('folder.restore')}<span class="unseen">: ${name}</span></button>`
          : html`<button class="button small" @click=${() => this.#rename(type)}>${t('folder.rename')}<span class="unseen">: ${name}</span></button>
              <button class="button small" @click=${() => this.#set(others)}>${t('types.retire')}<span class="unseen">: ${name}</span></button>`}
      </div>
    </div>`;
  }

  #inUse() {
    return this.types.filter(({ retired }) => !retired);
  }

  async #add() {
    const name = await TypeName.open({ heading: () => t('types.new') });
    if (name) {
      await this.#set([...this.#inUse(), { name }]);
    }
  }

  async #rename(type) {
    const name = await TypeName.open({ heading: () => t('folder.rename'), value: type.name });
    if (name) {
      await this.#set(this.#inUse().map((each) => (each === type ? { ...type, name } : each)));
    }
  }

  async #set(types) {
    const documentTypes = types.map(({ documentTypeId, name }) => ({ documentTypeId, name }));
    const saved = await this.attempt(async () => {
      await api.put(this.resource, { body: { documentTypes }, etag: this.etag });
      await this.#read();
    });
    if (saved) {
      this.say('good', t('client.saved'));
    }
  }
}

/** Asks for a name; what it ends with is the name. */
class TypeName extends FormDialog {
  action() {
    return t('action.save');
  }

  fields(form) {
    return form.field({ name: 'name', label: t('types.name'), value: this.value, required: true, maxlength: 80 });
  }

  send({ name }) {
    return name;
  }
}

customElements.define('give-type', GiveType);
customElements.define('firm-types', FirmTypes);
customElements.define('type-name', TypeName);
