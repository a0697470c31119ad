/** What both sides say of what is asked for. */
import { html, nothing } from '../element.js';
import { addTexts, currentLanguage, date, list, t } from '../texts.js';

await addTexts((language) => import(`./texts/${language}.js`));

/** The media types that people choose from. */
export const ACCEPTS = { any: [], pdf: ['application/pdf'], image: ['image/*'], both: ['application/pdf', 'image/*'] };

const same = (one, other) => one.length === other.length && one.every((each) => other.includes(each));

/** Which files an item takes, in words. */
export function acceptedFiles(accepts = []) {
  const usual = Object.entries(ACCEPTS).find(([, types]) => same(types, accepts));
  return usual ? t(`accepts.${usual[0]}`) : list(accepts);
}

/** A day of the calendar, which is the same everywhere. */
export const day = (dueOn) => date(`${dueOn}T12:00`);

/** Until when something is asked for; `late` where the day has passed and it is still waited for. */
export function dueBadge(dueOn, waiting = true) {
  if (!dueOn) {
    return nothing;
  }
  const late = waiting && new Date(`${dueOn}T23:59:59`) < new Date();
  return html`<span class="badge ${late ? 'warn' : ''}">${t(late ? 'request.overdue' : 'request.due', { date: day(dueOn) })}</span>`;
}

/** A month, a quarter or a year by its name in the API: `2026-01`, `2026-Q1`, `2026`. */
export function periodName(period) {
  const [year, part] = period.split('-');
  if (part?.startsWith('Q')) {
    return t('period.quarter', { number: part.slice(1), year });
  }
  return part ? new Intl.DateTimeFormat(currentLanguage(), { month: 'long', year: 'numeric' }).format(new Date(`${period}-15T12:00`)) : year;
}

/** An item's name, with its period. */
export const itemName = ({ name, period }) => (period ? t('request.period', { name, period: periodName(period) }) : name);

/** An answer as people write it. */
export function answerText({ kind }, answer) {
  const words = { 'yes-no': () => t(`answer.${answer}`), date: () => day(answer) };
  return words[kind]?.() ?? answer;
}

/** Why something is asked for again, in a word or two. */
export const reviewCode = (code) => t(`reviewCode.${code}`);

/** How far it is, in words and as a bar. */
export function progressBar({ required, settled }, text = 'request.progress') {
  const words = t(text, { settled, required, missing: required - settled });
  return required === 0
    ? nothing
    : html`<div class="progress">
        <span aria-hidden="true">${words}</span><progress aria-label=${words} max=${required} .value=${settled}></progress>
      </div>`;
}

/** Whether files of an item may have arrived. */
export const mayHaveFiles = ({ kind, started, round, status, reviews }) =>
  kind === 'document' && (started || round > 1 || ['submitted', 'accepted'].includes(status) || reviews !== undefined);

/** Whether nobody waits for it any more. */
export const isDone = ({ status, notApplicable }) =>
  ['accepted', 'cancelled'].includes(status) || (status === 'not-applicable' && notApplicable.confirmed);
