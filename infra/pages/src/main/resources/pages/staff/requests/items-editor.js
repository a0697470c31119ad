import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { list, t } from '../../shared/texts.js';
import { KINDS, acceptable } from './items.js';

const MOST_ITEMS = 80;

/** The fields of items in a form of a page, whose names are those of the body's `items`. */
export class ItemsEditor {
  #host;
  #mayBeEmpty;

  /**
   * @param host the page, with its `form`
   * @param items `Items`
   * @param options.mayBeEmpty whether the last one may be removed
   */
  constructor(host, items, { mayBeEmpty = false } = {}) {
    this.#host = host;
    this.#mayBeEmpty = mayBeEmpty;
    this.items = items;
  }

  view() {
    return html`<ol class="items" @input=${this.#typed} @change=${this.#changed}>
      ${repeat(this.items.all, ({ key }) => key, (item, index) => html`<li class="panel-box">${this.#item(item, index)}</li>`)}
    </ol>`;
  }

  addButton() {
    return this.items.all.length < MOST_ITEMS
      ? html`<button type="button" class="button" @click=${this.#add}>${icon('plus')}${t('checklist.addItem')}</button>`
      : nothing;
  }

  #item(item, index) {
    const { items } = this;
    const { form } = this.#host;
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
        ${last > 0 || this.#mayBeEmpty ? move('item.remove', () => this.#settled(items.remove(index))) : nothing}
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
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.querySelector('.items > :last-child input').focus();
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
      this.#host.say('note', t('item.alwaysNow', { names: list(names) }));
    }
    this.#host.requestUpdate();
  }
}
