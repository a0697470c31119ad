/**
 * The items of a checklist while somebody edits them, and what is said about them. An item that others depend on is known
 * by its `key` here, and gets the `ref` by which the API knows it when it is sent.
 */
import { ACCEPTS, acceptedFiles } from '../../shared/requests/parts.js';
import { addTexts, t } from '../../shared/texts.js';

await addTexts((language) => import(`./texts/${language}.js`));

export const KINDS = ['document', 'text', 'choice', 'date', 'yes-no'];

let keys = 0;

const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);
const same = (one, other) => one.length === other.length && one.every((each) => other.includes(each));

/** The answers of which a condition may name one: `[[value, words], …]`. */
function answers({ kind, choices, perPeriod }) {
  if (perPeriod) {
    return [];
  }
  const all = { choice: () => lines(choices).map((each) => [each, each]), 'yes-no': () => ['yes', 'no'].map((each) => [each, t(`answer.${each}`)]) };
  return all[kind]?.() ?? [];
}

export class Items {
  /** @param given as the API has them; without it one new item */
  constructor(given) {
    const own = new Map();
    this.all = (given ?? []).map((item) => {
      const { choices = [], accepts = [], description = '', showIf } = item;
      const edited = { ...item, key: ++keys, accepts, description, choices: choices.join('\n') };
      own.set(item.ref, edited.key);
      return { ...edited, showIf: showIf && { key: own.get(showIf.ref), is: showIf.is } };
    });
    if (!given) {
      this.add();
    }
  }

  add() {
    this.all.push({ key: ++keys, name: '', description: '', kind: 'document', required: true, accepts: [], choices: '', perPeriod: false });
  }

  remove(index) {
    this.all.splice(index, 1);
    return this.#settle();
  }

  /** Moves an item down, and the next one up. */
  lower(index) {
    const [moved] = this.all.splice(index, 1);
    this.all.splice(index + 1, 0, moved);
    return this.#settle();
  }

  /** Changes an item; a choice that is renamed in its line stays what others depend on. */
  change(index, changes) {
    const before = this.all[index];
    const after = { ...before, ...changes };
    const [was, is] = [lines(before.choices), lines(after.choices)];
    this.all[index] = after;
    if (was.length === is.length) {
      this.all
        .filter(({ showIf }) => showIf?.key === after.key && was.includes(showIf.is))
        .forEach((item) => (item.showIf = { key: after.key, is: is[was.indexOf(item.showIf.is)] }));
    }
    return this.#settle();
  }

  /** What an item may depend on: `[{key, is, label}, …]`. */
  conditions(index) {
    return this.all.slice(0, index).flatMap((item) =>
      answers(item).map(([is, answer]) => ({ key: item.key, is, label: t('item.showIf.answer', { name: item.name, answer }) })),
    );
  }

  condition(index) {
    const { showIf } = this.all[index];
    return this.conditions(index).find(({ key, is }) => key === showIf?.key && is === showIf.is);
  }

  /** Ends conditions of what is no longer there before an item; returns the names of these items. */
  #settle() {
    const ended = this.all.filter(({ showIf }, index) => showIf && !this.condition(index));
    ended.forEach((item) => delete item.showIf);
    return ended.map(({ name }) => name);
  }

  /** As the API takes them. */
  sent() {
    const named = new Set(this.all.map(({ showIf }) => showIf?.key));
    const taken = new Set(this.all.map(({ ref }) => ref));
    const refs = new Map();
    for (const { key, ref } of this.all) {
      let number = refs.size + 1;
      while (!ref && taken.has(`item-${number}`)) {
        number++;
      }
      if (ref || named.has(key)) {
        refs.set(key, ref ?? `item-${number}`);
        taken.add(refs.get(key));
      }
    }
    return this.all.map(({ key, name, description, kind, required, accepts, choices, perPeriod, showIf }) => ({
      name,
      ...(description ? { description } : {}),
      kind,
      required,
      perPeriod,
      ...(kind === 'document' && accepts.length > 0 ? { accepts } : {}),
      ...(kind === 'choice' ? { choices: lines(choices) } : {}),
      ...(refs.has(key) ? { ref: refs.get(key) } : {}),
      ...(showIf ? { showIf: { ref: refs.get(showIf.key), is: showIf.is } } : {}),
    }));
  }
}

/** The files that can be chosen for an item, `[[types, words, chosen], …]`; others that it has stay a choice. */
export function acceptable(accepts) {
  const usual = Object.values(ACCEPTS).map((types) => [types, acceptedFiles(types), same(types, accepts)]);
  return usual.some(([, , chosen]) => chosen) ? usual : [...usual, [accepts, acceptedFiles(accepts), true]];
}

/** What is said about an item in a line: its kind, and whether it is always asked. */
export function facts(items, index) {
  const { kind, required, perPeriod } = items.all[index];
  return [
    t(`item.kind.${kind}`),
    t(required ? 'item.required' : 'item.optional'),
    ...(perPeriod ? [t('item.perPeriod')] : []),
    items.condition(index)?.label,
  ].filter(Boolean);
}
