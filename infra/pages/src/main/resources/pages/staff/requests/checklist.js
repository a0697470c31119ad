import { api, path } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { Form } from '../../shared/form.js';
import { icon } from '../../shared/icons.js';
import { Page, notice } from '../../shared/page.js';
import { crumbs } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { Items, facts } from './items.js';
import { ItemsEditor } from './items-editor.js';

/** A checklist with its items, or a new one where the address names none. */
class ChecklistPage extends Page {
  form = new Form(this, async ({ name, description }) => {
    const items = this.editor.items.sent();
    if (this.isNew) {
      const { checklistId } = await api.post(this.lists, { body: { name, items, ...(description ? { description } : {}) }, once: true });
      app.go(to.checklist(this.params.firmId, checklistId), { replace: true });
    } else {
      await api.patch(this.api, { body: { name, description: description || null, items }, etag: this.etag });
      await this.#read();
      document.title = this.documentTitle();
      this.say('good', t('client.saved'));
      scrollTo(0, 0);
    }
  });

  async load() {
    await membership(this.params);
    const { firmId, checklistId } = this.params;
    this.lists = path`/v1/firms/${firmId}/checklists`;
    this.isNew = checklistId === undefined;
    if (this.isNew) {
      Object.assign(this, { checklist: { name: '', description: '', archived: false }, editor: new ItemsEditor(this, new Items()) });
    } else {
      this.api = `${this.lists}${path`/${checklistId}`}`;
      await this.#read();
    }
  }

  async #read() {
    const { data, etag } = await api.call('GET', this.api);
    Object.assign(this, { checklist: data, etag, editor: new ItemsEditor(this, new Items(data.items)) });
    this.requestUpdate();
  }

  title() {
    return this.isNew ? t('checklists.new') : this.checklist.name;
  }

  above() {
    const { firmId } = this.params;
    return crumbs([t('nav.engagements'), to.firmEngagements(firmId)], [t('checklists.title'), to.checklists(firmId)], [this.title()]);
  }

  heading() {
    const { archived } = this.checklist;
    return html`<div class="head">
      ${super.heading()}
      ${this.isNew
        ? nothing
        : html`<button class="button" @click=${() => (archived ? this.#restore() : this.#archive())}>
            ${icon('archive')}${t(archived ? 'folder.restore' : 'folder.archive')}
          </button>`}
    </div>`;
  }

  content() {
    const { archived } = this.checklist;
    return html`
      <div class="stack">${this.messages()} ${archived ? notice('note', t('checklist.archived')) : nothing}</div>
      ${archived ? this.#asItIs() : this.#editor()}
    `;
  }

  #asItIs() {
    const { checklist } = this;
    const { items } = this.editor;
    return html`
      ${checklist.description ? html`<div class="panel-box prose">${checklist.description}</div>` : nothing}
      <ol class="rows">
        ${items.all.map(
          ({ name, description }, index) => html`<li>
            <div class="row">
              <div class="grow">
                <span class="name">${name}</span>
                ${description ? html`<p class="excerpt">${description}</p>` : nothing}
                <div class="sub">${facts(items, index).map((fact) => html`<span>${fact}</span>`)}</div>
              </div>
            </div>
          </li>`,
        )}
      </ol>
    `;
  }

  #editor() {
    const { form, checklist } = this;
    return html`<form class="section" @submit=${form.submit} novalidate>
      ${form.alert()}
      ${form.field({ name: 'name', label: t('checklist.name'), value: checklist.name, required: true, maxlength: 120 })}
      ${form.lines({ name: 'description', label: t('checklist.description'), value: checklist.description ?? '', rows: 2 })}
      ${this.editor.view()}
      <div class="actions">
        ${form.button(t('action.save'))} ${this.editor.addButton()}
      </div>
    </form>`;
  }

  async #archive() {
    const { name } = this.checklist;
    const sure = await ask({
      title: t('folder.archive.title', { name }),
      text: t('checklist.archive.text'),
      action: t('folder.archive'),
      dangerous: true,
    });
    if (sure) {
      await this.#change(() => api.delete(this.api), t('document.archivedNow', { name }));
    }
  }

  #restore() {
    const restore = () => api.patch(this.api, { body: { archived: false }, etag: this.etag });
    return this.#change(restore, t('document.restored', { name: this.checklist.name }));
  }

  async #change(work, done) {
    const changed = await this.attempt(async () => {
      await work();
      await this.#read();
    });
    if (changed) {
      this.say('good', done);
    }
  }
}

customElements.define('checklist-page', ChecklistPage);
