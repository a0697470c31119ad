import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { api, path } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { Form } from '../../shared/form.js';
import { icon } from '../../shared/icons.js';
import { Page, notice } from '../../shared/page.js';
import { crumbs } from '../../shared/parts.js';
import { list, t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { Items, KINDS, acceptable, facts } from './items.js';

const MOST_ITEMS = 80;

/** A checklist with its items, or a new one where the address names none. */
class ChecklistPage extends Page {
  form = new Form(this, async ({ name, description }) => {
    const items = this.items.sent();
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
      Object.assign(this, { checklist: { name: '', description: '', archived: false }, items: new Items() });
    } else {
      this.api = `${this.lists}${path`/${checklistId}`}`;
      await this.#read();
    }
  }

  async #read() {
    const { data, etag } = await api.call('GET', this.api);
    Object.assign(this, { checklist: data, etag, items: new Items(data.items) });
    this.requestUpdate();
  }

  title() {
    return this.isNew ? t('checklists.new') : this.checklist.name;
  }

  above() {
    return crumbs([t('checklists.title'), to.checklists(this.params.firmId)], [this.title()]);
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
    const { items, checklist } = this;
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
    const { form, items, checklist } = this;
    return html`<form class="section" @submit=${form.submit} novalidate>
      ${form.alert()}
      ${form.field({ name: 'name', label: t('checklist.name'), value: checklist.name, required: true, maxlength: 120 })}
      ${form.lines({ name: 'description', label: t('checklist.description'), value: checklist.description ?? '', rows: 2 })}
      <ol class="items" @input=${this.#typed} @change=${this.#changed}>
        ${repeat(items.all, ({ key }) => key, (item, index) => html`<li class="panel-box">${this.#item(item, index)}</li>`)}
      </ol>
      <div class="actions">
        ${form.button(t('action.save'))}
        ${items.all.length < MOST_ITEMS
          ? html`<button type="button" class="button" @click=${this.#add}>${icon('plus')}${t('checklist.addItem')}</button>`
          : nothing}
      </div>
    </form>`;
  }

  #item(item, index) {
    const { form, items } = this;
    const number = index + 1;
    const last = items.all.length - 1;
    const of = (label) => html`${label}<span class="unseen"> ${t('item.of', { number })}</span>`;
    const field = (name) => `items/${index}/${name}`;
    const id = `item-${item.key}`;
    const move = (label, action) => html`<button type="button" class="button small" @click=${action}>${of(t(label))}</button>`;
    return html`<fieldset>
      <legend>${t('item.number', { number })}</legend>
      ${form.field({ name: field('name'), label: of(t('item.name')), value: item.name, required: true, maxlength: 120 })}
      ${form.lines({ name: field('description'), label: of(t('item.description')), value: item.description, rows: 2 })}
      <div class="field">
        <label for="${id}-kind">${of(t('item.kind'))}</label>
        <select id="${id}-kind" data-field=${field('kind')}>
          ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === item.kind}>${t(`item.kind.${kind}`)}</option>`)}
        </select>
      </div>
      ${item.kind === 'choice'
        ? form.lines({ name: field('choices'), label: of(t('item.choices')), hint: t('item.choices.hint'), value: item.choices, required: true, rows: 4 })
        : nothing}
      ${item.kind === 'document' ? this.#files(item, id, of, field) : nothing} ${this.#condition(index, id, of, field)}
      <label class="check">
        <input type="checkbox" data-field=${field('required')} .checked=${item.required} /> <span>${of(t('item.required'))}</span>
      </label>
      <label class="check">
        <input type="checkbox" data-field=${field('perPeriod')} .checked=${item.perPeriod} /> <span>${of(t('item.perPeriod'))}</span>
      </label>
      <div class="actions">
        ${index > 0 ? move('item.up', () => this.#settled(items.lower(index - 1))) : nothing}
        ${index < last ? move('item.down', () => this.#settled(items.lower(index))) : nothing}
        ${last > 0 ? move('item.remove', () => this.#settled(items.remove(index))) : nothing}
      </div>
    </fieldset>`;
  }

  #files(item, id, of, field) {
    return html`<div class="field">
      <label for="${id}-accepts">${of(t('item.accepts'))}</label>
      <select id="${id}-accepts" data-field=${field('accepts')}>
        ${acceptable(item.accepts).map(
          ([types, words, chosen]) => html`<option value=${types.join(' ')} ?selected=${chosen}>${words}</option>`,
        )}
      </select>
    </div>`;
  }

  /** On what the item depends, if there is something before it on which it can. */
  #condition(index, id, of, field) {
    const offered = this.items.conditions(index);
    const chosen = this.items.condition(index);
    return offered.length === 0
      ? nothing
      : html`<div class="field">
          <label for="${id}-condition">${of(t('item.showIf'))}</label>
          <select id="${id}-condition" data-field=${field('showIf')}>
            <option value="">${t('item.showIf.always')}</option>
            ${offered.map(
              ({ key, is, label }) => html`<option value="${key} ${is}" ?selected=${key === chosen?.key && is === chosen.is}>${label}</option>`,
            )}
          </select>
        </div>`;
  }

  #add = async () => {
    this.items.add();
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector('.items > :last-child input').focus();
  };

  /** What is typed is seen at once where others depend on it. */
  #typed = ({ target }) => {
    const [, index, field] = (target.name ?? '').split('/');
    if (field === 'name' || field === 'description') {
      this.#settled(this.items.change(Number(index), { [field]: target.value }));
    }
  };

  #changed = ({ target }) => {
    const [, index, field] = (target.dataset.field ?? target.name).split('/');
    const values = {
      kind: () => target.value,
      choices: () => target.value,
      accepts: () => target.value.split(' ').filter(Boolean),
      required: () => target.checked,
      perPeriod: () => target.checked,
      showIf: () => this.#chosen(target.value),
    };
    if (field in values) {
      this.#settled(this.items.change(Number(index), { [field]: values[field]() }));
    }
  };

  #chosen(value) {
    const [key, ...is] = value.split(' ');
    return key ? { key: Number(key), is: is.join(' ') } : undefined;
  }

  /** Says whose conditions have ended by a change. */
  #settled(names) {
    if (names.length > 0) {
      this.say('note', t('item.alwaysNow', { names: list(names) }));
    }
    this.requestUpdate();
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
