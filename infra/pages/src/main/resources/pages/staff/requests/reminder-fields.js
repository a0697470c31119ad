import { html } from '../../shared/element.js';
import { Fault } from '../../shared/form.js';
import { t } from '../../shared/texts.js';
import './parts.js';

/**
 * The fields of a form that says when people are reminded, and how often.
 *
 * @param at the JSON pointer of the reminders in what the form sends, without its first slash
 */
export function reminderFields(form, shown, at = 'reminders') {
  const number = (name) =>
    form.field({
      name: `${at}/${name}`,
      label: t(`reminders.${name}`),
      value: shown[name],
      required: true,
      inputmode: 'numeric',
      pattern: '\\d{1,2}',
    });
  return html`
    ${number('firstAfterDays')} ${number('everyDays')}
    ${form.field({
      name: `${at}/beforeDueDays`,
      label: t('reminders.beforeDueDays'),
      hint: t('reminders.beforeDueDays.hint'),
      value: shown.beforeDueDays.join(', '),
    })}
    ${number('atMost')}
  `;
}

/** What was entered in these fields, among those of a form. */
export function enteredReminders(fields, at = 'reminders') {
  const number = (name) => Number(fields[`${at}/${name}`]);
  return {
    firstAfterDays: number('firstAfterDays'),
    everyDays: number('everyDays'),
    beforeDueDays: days(fields[`${at}/beforeDueDays`], at),
    atMost: number('atMost'),
  };
}

/** Days as somebody wrote them: "7, 1". */
function days(text, at) {
  const numbers = text.split(/[\s,;]+/).filter(Boolean);
  if (numbers.length > 5 || !numbers.every((number) => /^\d{1,2}$/.test(number))) {
    throw new Fault({ [`${at}/beforeDueDays`]: t('reminders.beforeDueDays.hint') });
  }
  return numbers.map(Number);
}
