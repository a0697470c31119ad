/**
 * The dialogs for staff who are away or leave: who stands in, and who takes over.
 *
 *     const member = await Absence.open({ resource, member, etag, colleagues });
 *     const handOver = await HandOver.open({ resource, member, colleagues });
 */
import { Paged, api } from '../shared/api.js';
import { announce } from '../shared/app.js';
import { html, nothing } from '../shared/element.js';
import { FormDialog } from '../shared/form-dialog.js';
import { Refusal } from '../shared/form.js';
import { notice } from '../shared/page.js';
import { list, t } from '../shared/texts.js';
import { beginningOf, dayOf } from './days.js';

const SECOND = 1000;

/** Everybody who could stand in for a staff member, or take over. */
export async function colleaguesOf(resource, staffId) {
  const staff = new Paged(resource, { limit: 100 });
  while (!staff.complete) {
    await staff.more();
  }
  return staff.items.filter((each) => each.staffId !== staffId && each.enabled && each.account.status === 'active');
}

/** The field for one of the colleagues. */
function colleague(form, { name, label, hint, colleagues, chosen }) {
  return form.labelled(
    { name, label, hint },
    ({ id, described, invalid }) => html`<select id=${id} name=${name} required aria-describedby=${described} aria-invalid=${invalid}>
      <option value=""></option>
      ${colleagues.map((each) => html`<option value=${each.staffId} ?selected=${each.staffId === chosen}>${each.name}</option>`)}
    </select>`,
  );
}

/** The last day of an absence, which ends when that day does. */
export function lastDay({ until }) {
  return new Date(Date.parse(until) - 1);
}

/** Sets the absence of a staff member, or ends it; gives the member. */
export class Absence extends FormDialog {
  heading() {
    return t('absence.title', { name: this.member.name });
  }

  action() {
    return t('action.save');
  }

  fields(form) {
    const { absence } = this.member;
    return html`
      ${form.field({ name: 'absence/from', label: t('absence.from'), type: 'date', value: dayOf(absence?.from ?? new Date()), required: true })}
      ${form.field({ name: 'absence/until', label: t('absence.until'), type: 'date', value: absence ? dayOf(lastDay(absence)) : '', required: true })}
      ${colleague(form, {
        name: 'absence/standIn',
        label: t('absence.standIn'),
        hint: t('absence.standIn.hint'),
        colleagues: this.colleagues,
        chosen: absence?.standIn,
      })}
    `;
  }

  send(values) {
    const absence = {
      from: beginningOf(values['absence/from']),
      until: beginningOf(values['absence/until'], 1),
      standIn: values['absence/standIn'],
    };
    return api.put(this.resource, { body: { absence }, etag: this.etag });
  }
}

/** Hands over what a staff member is responsible for, and shows how far that is; gives the hand-over once it ended. */
export class HandOver extends FormDialog {
  preview;

  async connectedCallback() {
    super.connectedCallback();
    await this.#read();
    if (this.#running) {
      this.#follow();
    }
  }

  async #read() {
    this.preview = await api.get(this.resource);
    this.requestUpdate();
  }

  get #running() {
    return this.preview?.handOver?.status === 'running';
  }

  heading() {
    return t('handOver.title', { name: this.member.name });
  }

  action() {
    return t('handOver.action');
  }

  fields(form) {
    return html`
      ${this.preview ? this.#left() : html`<p class="loading">${t('handOver.looking')}</p>`}
      ${this.#running
        ? nothing
        : colleague(form, { name: 'to', label: t('handOver.to'), hint: t('handOver.to.hint'), colleagues: this.colleagues })}
    `;
  }

  #left() {
    const { clients, handOver } = this.preview;
    if (this.#running) {
      return html`<p>${t('handOver.progress', { done: handOver.passedOn, left: clients.count })}</p>`;
    }
    if (clients.count === 0) {
      return notice('note', t('handOver.nothing'));
    }
    const others = clients.count - clients.first.length;
    const names = clients.first.map(({ name }) => name);
    const all = others > 0 ? [...names, t('handOver.others', { count: others })] : names;
    return html`
      ${handOver?.status === 'stopped' ? notice('bad', t('handOver.stopped')) : nothing}
      <p>${t(clients.more ? 'handOver.more' : 'handOver.clients', { count: clients.count })}</p>
      <p dir="auto">${list(all)}</p>
    `;
  }

  async send({ to }) {
    await api.post(this.resource, { body: { to } });
    await this.#read();
    announce(t('handOver.begun'));
    const ended = await this.#end();
    if (ended?.status === 'stopped') {
      throw new Refusal(t('handOver.stopped'));
    }
    return ended;
  }

  /** Reads until the hand-over has ended, while the dialog is open. */
  async #end() {
    while (this.#running && this.isConnected) {
      await new Promise((resolve) => setTimeout(resolve, SECOND));
      await this.#read();
    }
    return this.preview.handOver;
  }

  async #follow() {
    this.result = await this.#end();
    if (this.isConnected && this.result.status === 'completed') {
      this.dialog.close();
    }
  }
}

customElements.define('staff-absence', Absence);
customElements.define('staff-hand-over', HandOver);
