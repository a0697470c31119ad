import { api, path } from '../../shared/api.js';
import { html } from '../../shared/element.js';
import { Fault, Form, Refusal } from '../../shared/form.js';
import { icon } from '../../shared/icons.js';
import { refreshMe } from '../../shared/me.js';
import { Page } from '../../shared/page.js';
import { dateTime, list, t, weekdays } from '../../shared/texts.js';
import { choices } from '../../shared/form-dialog.js';
import { DocumentTypes } from '../document-types.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { enteredReminders, reminderFields } from '../requests/reminder-fields.js';

/** Returns a language's own name for itself. */
function languageName(code) {
  return new Intl.DisplayNames(code, { type: 'language' }).of(code);
}

/** Where the reminders stand in what the form sends. */
const REMINDERS = 'settings/reminders';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** How many minutes of a day there are from one time to another, over midnight if it is earlier. */
function minutesBetween(from, to) {
  const [start, end] = [from, to].map((time) => time.split(':')).map(([hours, minutes]) => hours * 60 + Number(minutes));
  return (end - start + 24 * 60) % (24 * 60);
}

function quietHours(from, to) {
  if (!from && !to) {
    return null;
  }
  if (!from || !to) {
    throw new Fault({ [from ? 'quietTo' : 'quietFrom']: t('fault.required') });
  }
  if (minutesBetween(to, from) < 60) {
    throw new Fault({ quietTo: t('settings.quietTo.late') });
  }
  return { from, to };
}

/** The settings of the firm, and the way to its sites. */
class SettingsPage extends Page {
  form = new Form(this, async ({ name, replyTo, digestMinutes, timeZone, language, selfRegistration, secondFactor, passwordClasses, noteMails, noteTexts, quietFrom, quietTo, mailsPerDay, remindAt, ...others }, form) => {
    const quietDays = [...form.querySelectorAll('[name=quietDay]:checked')].map((day) => day.value);
    if (quietDays.length === DAYS.length) {
      throw new Refusal(t('settings.quietDays.all'));
    }
    const settings = {
      digestMinutes: Number(digestMinutes),
      timeZone,
      language,
      selfRegistration,
      secondFactor,
      passwordClasses: passwordClasses === 'on',
      notices: { notes: { email: noteMails === 'on', sms: noteTexts === 'on' } },
      replyTo: replyTo || null,
      quietHours: quietHours(quietFrom, quietTo),
      quietDays,
      mailsPerDay: mailsPerDay ? Number(mailsPerDay) : null,
      reminders: enteredReminders(others, REMINDERS),
      remindAt,
    };
    await api.patch(this.api, { body: { name, settings }, etag: this.etag });
    await Promise.all([this.#read(), refreshMe()]);
    this.say('good', t('client.saved'));
    scrollTo(0, 0);
  });

  async load() {
    this.membership = await membership(this.params);
    this.api = path`/v1/firms/${this.params.firmId}`;
    [this.policy, this.types] = await Promise.all([
      api.get(`${this.api}/share-policy`),
      DocumentTypes.of(this.params.firmId),
      this.#read(),
    ]);
  }

  async #read() {
    const { data, etag } = await api.call('GET', this.api);
    Object.assign(this, { firm: data, etag });
  }

  title() {
    return t('settings.title');
  }

  content() {
    const { form } = this;
    const { name, settings } = this.firm;
    const registration = (each) => [each, t(`registration.${each}`), t(`registration.${each}.hint`)];
    const factor = (each) => [each, t(`secondFactor.${each}`), t(`secondFactor.${each}.hint`)];
    const zones = Intl.supportedValuesOf('timeZone');
    const known = zones.includes(settings.timeZone) ? zones : [settings.timeZone, ...zones];
    return html`
      <div class="stack">${this.messages()}</div>
      <form class="panel-box stack" @submit=${form.submit} novalidate>
        ${form.alert()}
        ${form.field({ name: 'name', label: t('firms.name'), value: name, required: true, maxlength: 120 })}
        ${form.field({ name: 'replyTo', label: t('settings.replyTo'), hint: t('settings.replyTo.hint'), value: settings.replyTo, type: 'email' })}
        ${form.field({ name: 'digestMinutes', label: t('settings.digest'), hint: t('settings.digest.hint'), value: settings.digestMinutes, inputmode: 'numeric', pattern: '\\d{1,4}', required: true })}
        <div class="field">
          <label for="zone">${t('settings.timeZone')}</label>
          <select id="zone" name="timeZone">
            ${known.map((zone) => html`<option ?selected=${zone === settings.timeZone}>${zone}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="language">${t('settings.language')}</label>
          <select id="language" name="language">
            ${['en', 'de'].map((each) => html`<option value=${each} ?selected=${each === settings.language}>${languageName(each)}</option>`)}
          </select>
        </div>
        ${choices({ name: 'selfRegistration', legend: t('settings.registration'), value: settings.selfRegistration, options: ['create', 'review', 'off'].map(registration) })}
        ${choices({ name: 'secondFactor', legend: t('settings.secondFactor'), value: settings.secondFactor, options: ['nobody', 'administrators', 'staff'].map(factor) })}
        <label class="check"><input type="checkbox" name="passwordClasses" ?checked=${settings.passwordClasses} /> ${t('settings.passwordClasses')}</label>
        <label class="check"><input type="checkbox" name="noteMails" ?checked=${settings.notices.notes.email} /> ${t('settings.noteMails')}</label>
        <label class="check"><input type="checkbox" name="noteTexts" ?checked=${settings.notices.notes.sms} /> ${t('settings.noteTexts')}</label>
        ${this.#mailTimes(settings)}
        ${reminderFields(form, settings.reminders, REMINDERS)}
        ${form.field({ name: 'remindAt', label: t('settings.remindAt'), hint: t('settings.remindAt.hint'), value: settings.remindAt, type: 'time', required: true })}
        <div class="actions">${form.button(t('action.save'))}</div>
      </form>
      <ul class="cards">
        <li>
          <a class="card" href=${to.sites(this.params.firmId)}>
            <span class="tile text" aria-hidden="true">${icon('share')}</span>
            <span class="grow"><strong>${t('settings.sites')}</strong><span class="sub">${t('settings.sites.hint')}</span></span>
            ${icon('chevron')}
          </a>
        </li>
      </ul>
      <firm-types .firmId=${this.params.firmId}></firm-types>
      ${this.#sharePolicy()}
    `;
  }

  /** When clients and contacts get no mails, and how many a day. */
  #mailTimes({ quietHours, quietDays, mailsPerDay }) {
    const { form } = this;
    const names = weekdays();
    return html`
      ${form.field({ name: 'quietFrom', label: t('settings.quietFrom'), hint: t('settings.quiet.hint'), value: quietHours?.from, type: 'time' })}
      ${form.field({ name: 'quietTo', label: t('settings.quietTo'), value: quietHours?.to, type: 'time' })}
      <fieldset class="choices">
        <legend>${t('settings.quietDays')}</legend>
        ${DAYS.map(
          (day, i) => html`<label class="check"><input type="checkbox" name="quietDay" value=${day} ?checked=${quietDays.includes(day)} /> ${names[i]}</label>`,
        )}
      </fieldset>
      ${form.field({ name: 'mailsPerDay', label: t('settings.mailsPerDay'), hint: t('settings.mailsPerDay.hint'), value: mailsPerDay, inputmode: 'numeric', pattern: '[1-9]|[1-4][0-9]|50' })}
    `;
  }

  /** Set by the operator: what it says, and why. */
  #sharePolicy() {
    const { mode, documentTypeIds, history } = this.policy;
    const names = documentTypeIds.map((id) => (id === 'none' ? t('types.none') : this.types.name(id)));
    return html`<section class="section" aria-labelledby="policy">
      <h2 id="policy">${t('policy.title')}</h2>
      <p>${t(`policy.${mode}`, { types: list(names) })}</p>
      <ul class="rows">
        ${history.map(
          (entry) => html`<li>
            <div class="row">
              <div class="grow"><span class="name">${entry.reason}</span><div class="sub"><span>${dateTime(entry.at)}</span></div></div>
            </div>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('settings-page', SettingsPage);
