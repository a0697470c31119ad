import { Problem, api } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { Fault, Refusal } from '../../shared/form.js';
import { orRead } from '../../shared/requests/part.js';
import { day, itemName } from '../../shared/requests/parts.js';
import { t } from '../../shared/texts.js';
import { acceptable } from './items.js';
import { select } from './parts.js';

const FIRST = 'first';

/** Whether nothing of it has arrived or was said, so that somebody else may be asked instead. */
const isUntouched = ({ status, started, answers, reviews }) => ['draft', 'open'].includes(status) && !started && !answers && !reviews;

/**
 * Changes what is asked for in an item, its assignee, due date and place among the others. What is changed is sent, and
 * nothing else.
 *
 * Properties: `resource`; `item`; `engagement`, with all items; `people`, who can be asked; `read()`, which reads anew what the
 * page shows.
 */
export class EditItem extends FormDialog {
  wide = true;

  heading() {
    return t('edit.title', { name: itemName(this.item) });
  }

  lead() {
    return this.item.status === 'draft' ? nothing : html`<p>${t('edit.lead')}</p>`;
  }

  action() {
    return t('action.save');
  }

  fields(form) {
    const { name, description, kind, required, accepts, dueOn } = this.item;
    const { dueOn: usual } = this.engagement;
    return html`
      ${form.field({ name: 'name', label: t('item.name'), value: name, required: true, maxlength: 120 })}
      ${form.lines({ name: 'description', label: t('item.description'), value: description ?? '', rows: 3 })}
      <label class="check"><input type="checkbox" name="required" ?checked=${required} /> <span>${t('item.required')}</span></label>
      ${kind === 'document'
        ? select(form, {
            name: 'accepts',
            label: t('item.accepts'),
            options: acceptable(accepts ?? []).map(([types, words]) => [types.join(' '), words]),
            value: (accepts ?? []).join(' '),
          })
        : nothing}
      ${form.field({
        name: 'dueOn',
        label: t('engagement.dueOn'),
        hint: usual && t('edit.dueOn.hint', { date: day(usual) }),
        type: 'date',
        value: dueOn ?? '',
      })}
      ${this.#assignee(form)}
      ${this.#places.length > 1
        ? select(form, { name: 'after', label: t('edit.place'), options: this.#places, value: this.#place })
        : nothing}
    `;
  }

  /** Who is asked; what depends on a question goes with it. */
  #assignee(form) {
    const { item } = this;
    const people = this.people.filter(({ webPortal, assignee }) => webPortal || assignee === item.assignee);
    if (people.length < 2) {
      return nothing;
    }
    const obstacle = item.showIf ? 'edit.assignee.depends' : isUntouched(item) ? undefined : 'edit.assignee.begun';
    if (obstacle) {
      const name = people.find(({ assignee }) => assignee === item.assignee)?.name ?? t('requested.nobody');
      return html`<p class="hint">${t(obstacle, { name })}</p>`;
    }
    return select(form, {
      name: 'assignee',
      label: t('ask.assignee'),
      options: people.map(({ assignee, name }) => [assignee, name]),
      value: item.assignee,
    });
  }

  get #others() {
    return this.engagement.items.filter(({ itemId }) => itemId !== this.item.itemId);
  }

  get #places() {
    return [[FIRST, t('edit.place.first')], ...this.#others.map((other) => [other.itemId, t('edit.place.after', { name: itemName(other) })])];
  }

  get #place() {
    const { items } = this.engagement;
    return items[items.findIndex(({ itemId }) => itemId === this.item.itemId) - 1]?.itemId ?? FIRST;
  }

  async send({ name, description, required, accepts, dueOn, assignee = this.item.assignee, after = this.#place }) {
    const { item } = this;
    const text = description.replaceAll('\r\n', '\n');
    const changes = {
      ...(name === item.name ? {} : { name }),
      ...(text === (item.description ?? '') ? {} : { description: text || null }),
      ...((required === 'on') === item.required ? {} : { required: required === 'on' }),
      ...((accepts ?? '') === (item.accepts ?? []).join(' ') ? {} : { accepts: accepts.split(' ').filter(Boolean) }),
      ...(dueOn === (item.dueOn ?? '') ? {} : { dueOn: dueOn || null }),
      ...(assignee === item.assignee ? {} : { assignee }),
      ...(after === this.#place ? {} : { after: after === FIRST ? null : after }),
    };
    try {
      return await orRead(this.read, () => api.patch(this.resource, { body: changes }));
    } catch (error) {
      throw this.#refused(error);
    }
  }

  #refused(error) {
    if (!(error instanceof Problem)) {
      return error;
    }
    if (error.is('recipient-not-permitted')) {
      return new Fault({ assignee: t('ask.recipient-not-permitted') });
    }
    return error.is('limit-reached') ? new Refusal(t('edit.limit-reached')) : error;
  }
}

customElements.define('edit-item', EditItem);
