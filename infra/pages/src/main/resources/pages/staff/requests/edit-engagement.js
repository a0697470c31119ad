import { api } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { FormDialog, choices } from '../../shared/form-dialog.js';
import { orRead } from '../../shared/requests/part.js';
import { t } from '../../shared/texts.js';
import { enteredReminders, reminderFields } from './reminder-fields.js';

/** Whose reminders there are: those of the `firm`, of the engagement's `own`, or `none`. */
function kindOf({ reminders }) {
  return !reminders ? 'firm' : reminders.atMost === 0 ? 'none' : 'own';
}

/**
 * Changes what an engagement is called, when it is due, who is reminded how often, and what people see of each other. What is
 * changed is sent, and nothing else.
 *
 * Properties: `resource`; `engagement`; `usual`, the firm's reminders; `read()`, which reads anew what the page shows.
 */
export class EditEngagement extends FormDialog {
  wide = true;

  heading() {
    return t('engagement.edit.title', { name: this.engagement.name });
  }

  action() {
    return t('action.save');
  }

  fields(form) {
    const { name, dueOn, progressShown } = this.engagement;
    const kind = (each) => [each, t(`reminders.${each}`), t(`reminders.${each}.hint`)];
    this.kind ??= kindOf(this.engagement);
    return html`
      ${form.field({ name: 'name', label: t('engagement.name'), hint: t('engagement.name.hint'), value: name, required: true, maxlength: 120 })}
      ${form.field({ name: 'dueOn', label: t('engagement.dueOn'), type: 'date', value: dueOn ?? '' })}
      <label class="check">
        <input type="checkbox" name="progressShown" ?checked=${progressShown} />
        <span>${t('engagement.progressShown')}<span class="hint">${t('engagement.progressShown.hint')}</span></span>
      </label>
      <div @change=${this.#choose}>
        ${choices({ name: 'kind', legend: t('reminders.title'), value: kindOf(this.engagement), options: ['firm', 'own', 'none'].map(kind) })}
      </div>
      ${this.kind === 'own' ? this.#reminders(form) : nothing}
    `;
  }

  #choose = ({ target }) => {
    this.kind = target.value;
    this.requestUpdate();
  };

  #reminders(form) {
    const { reminders } = this.engagement;
    return reminderFields(form, reminders?.atMost > 0 ? reminders : this.usual);
  }

  send({ name, dueOn, progressShown, kind, ...others }) {
    const { engagement } = this;
    const changes = {
      ...(name === engagement.name ? {} : { name }),
      ...(dueOn === (engagement.dueOn ?? '') ? {} : { dueOn: dueOn || null }),
      ...((progressShown === 'on') === engagement.progressShown ? {} : { progressShown: progressShown === 'on' }),
      ...(kind === 'firm' && engagement.reminders ? { reminders: null } : {}),
      ...(kind === 'none' && kindOf(engagement) !== 'none' ? { reminders: { atMost: 0 } } : {}),
      ...(kind === 'own' ? { reminders: enteredReminders(others) } : {}),
    };
    return orRead(this.read, () => api.patch(this.resource, { body: changes }));
  }
}

customElements.define('edit-engagement', EditEngagement);
