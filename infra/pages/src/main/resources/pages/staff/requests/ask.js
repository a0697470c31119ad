import { keyed } from '../../lib/lit-html/directives/keyed.js';
import { Paged, Problem, api, path } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { Fault, Form, Refusal } from '../../shared/form.js';
import { Page } from '../../shared/page.js';
import { crumbs } from '../../shared/parts.js';
import { periodName } from '../../shared/requests/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { Items } from './items.js';
import { ItemsEditor } from './items-editor.js';
import { assignees, select } from './parts.js';

const UNITS = ['month', 'quarter', 'year'];
const PARTS = { month: 12, quarter: 4, year: 1 };

/** The periods that are offered: of two years before this one, and of two from now. */
function periods(unit) {
  const names = { month: (year, part) => `${year}-${String(part).padStart(2, '0')}`, quarter: (year, part) => `${year}-Q${part}`, year: String };
  const year = new Date().getFullYear();
  return [year - 2, year - 1, year, year + 1].flatMap((each) =>
    Array.from({ length: PARTS[unit] }, (_, index) => names[unit](each, index + 1)),
  );
}

/** What is asked for: the items of a checklist, others, or both, of the client or of a contact. */
class AskPage extends Page {
  unit = 'month';
  checklist = { items: [] };

  form = new Form(this, async ({ assignee, dueOn, first, last }, form) => {
    const items = this.editor.items.sent();
    const { checklistId } = this.checklist;
    if (items.length === 0 && !checklistId) {
      throw new Fault({ checklistId: t('ask.nothing') });
    }
    const draft = new FormData(form).has('draft') || !this.membership.webPortal;
    const body = {
      ...(checklistId ? { checklistId } : {}),
      ...(items.length > 0 ? { items } : {}),
      ...(this.inPeriods ? { periods: { unit: this.unit, first, last } } : {}),
      ...(dueOn ? { dueOn } : {}),
      assignee,
      draft,
    };
    try {
      await api.post(`${this.api}/items`, { body, once: true });
      const { firmId, clientId, engagementId } = this.params;
      app.go(to.engagement(firmId, clientId, engagementId));
    } catch (error) {
      throw this.#refused(error);
    }
  });

  async load() {
    this.membership = await membership(this.params);
    const { firmId, clientId, engagementId } = this.params;
    this.clientApi = path`/v1/firms/${firmId}/clients/${clientId}`;
    this.api = `${this.clientApi}${path`/engagements/${engagementId}`}`;
    this.listsApi = path`/v1/firms/${firmId}/checklists`;
    const [client, engagement, lists] = await Promise.all([
      api.get(this.clientApi),
      api.get(this.api),
      new Paged(this.listsApi, { limit: 100 }).more(),
    ]);
    Object.assign(this, { client, engagement, lists: lists.items });
    this.editor = new ItemsEditor(this, new Items(this.lists.length > 0 ? [] : undefined), { mayBeEmpty: this.lists.length > 0 });
    this.people = (await assignees(this.clientApi, client, engagement)).filter(({ webPortal }) => webPortal);
  }

  /** Whether something is asked once for each period. */
  get inPeriods() {
    return [...this.checklist.items, ...this.editor.items.all].some(({ perPeriod }) => perPeriod);
  }

  title() {
    return t('ask.title');
  }

  above() {
    const { firmId, clientId, engagementId } = this.params;
    return crumbs(
      [t('clients.title'), to.firm(firmId)],
      [this.client.name, to.client(firmId, clientId)],
      [t('engagements.title'), to.engagements(firmId, clientId)],
      [this.engagement.name, to.engagement(firmId, clientId, engagementId)],
      [this.title()],
    );
  }

  content() {
    const { form, lists, people } = this;
    return html`
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      <form class="section" @submit=${form.submit} novalidate>
        ${form.alert()}
        ${lists.length > 0 ? this.#checklists() : nothing}
        ${this.editor.view()}
        <div>${this.editor.addButton()}</div>
        ${this.inPeriods ? this.#periods() : nothing}
        ${select(form, {
          name: 'assignee',
          label: t('ask.assignee'),
          options: people.map(({ assignee, name }) => [assignee, name]),
          value: 'client',
        })}
        ${form.field({ name: 'dueOn', label: t('engagement.dueOn'), type: 'date', value: this.engagement.dueOn ?? '' })}
        ${this.membership.webPortal
          ? html`<label class="check"><input type="checkbox" name="draft" /> <span>${t('ask.draft')}</span></label>`
          : html`<p class="hint">${t('ask.draftOnly')}</p>`}
        <div class="actions">${form.button(t(this.membership.webPortal ? 'ask.action' : 'ask.prepare'))}</div>
      </form>
    `;
  }

  #checklists() {
    const { items, checklistId } = this.checklist;
    return html`
      ${select(this.form, {
        name: 'checklistId',
        label: t('ask.checklist'),
        options: [['', t('ask.checklist.none')], ...this.lists.map((list) => [list.checklistId, list.name])],
        value: checklistId ?? '',
        change: ({ target }) => this.#choose(target.value),
      })}
      ${items.length > 0
        ? html`<ul class="names" aria-label=${t('ask.checklist.items')}>${items.map(({ name }) => html`<li>${name}</li>`)}</ul>`
        : nothing}
    `;
  }

  async #choose(checklistId) {
    await this.attempt(async () => {
      this.checklist = checklistId ? await api.get(`${this.listsApi}${path`/${checklistId}`}`) : { items: [] };
    });
  }

  #periods() {
    const { form, unit } = this;
    const options = periods(unit).map((period) => [period, periodName(period)]);
    const now = options[PARTS[unit] * 2][0];
    return html`<fieldset class="periods">
      <legend>${t('ask.periods')}</legend>
      ${select(form, {
        name: 'unit',
        label: t('ask.unit'),
        options: UNITS.map((each) => [each, t(`ask.unit.${each}`)]),
        value: unit,
        change: ({ target }) => {
          this.unit = target.value;
          this.requestUpdate();
        },
      })}
      ${keyed(
        unit,
        html`${select(form, { name: 'first', label: t('ask.first'), options, value: now })}
        ${select(form, { name: 'last', label: t('ask.last'), options, value: now })}`,
      )}
    </fieldset>`;
  }

  #refused(error) {
    if (!(error instanceof Problem)) {
      return error;
    }
    const range = error.errors.some(({ pointer }) => pointer === '/periods/last');
    return range
      ? new Fault({ last: t('ask.periods.range') })
      : error.is('limit-reached', 'archived', 'recipient-not-permitted', 'status-conflict')
        ? new Refusal(t(`ask.${error.type}`))
        : error;
  }
}

customElements.define('ask-page', AskPage);
