/**
 * The texts of the pages, one file a language, and what of names, numbers and times depends on the language.
 *
 *     await loadTexts((language) => import(`./texts/${language}.js`));
 *     t('upload.running', { count: 3 });
 *
 * A text is a string with `{name}` for what is put in, or an object of plural forms by `Intl.PluralRules`, chosen by
 * `count`. The language is the first of the browser's that there are texts in, unless the person chose one.
 */
export const LANGUAGES = { en: 'English', de: 'Deutsch' };

const KEY = 'portal.language';
let sources = [];
let texts = {};
let language = 'en';
let plurals = new Intl.PluralRules(language);

function preferred() {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages].filter(Boolean);
  return wanted.map((tag) => tag.split('-')[0].toLowerCase()).find((tag) => tag in LANGUAGES) ?? 'en';
}

async function load(wanted) {
  const parts = await Promise.all(sources.map((source) => source(wanted)));
  texts = Object.assign({}, ...parts.map((part) => part.default));
  language = wanted;
  plurals = new Intl.PluralRules(language);
  document.documentElement.lang = language;
}

/** Loads the shared texts and those of the given sources, each a function of the language to its module. */
export async function loadTexts(...own) {
  sources = [(wanted) => import(`./texts/${wanted}.js`), ...own];
  await load(preferred());
}

/** Adds the texts of pages that are read when one of them is first gone to. */
export async function addTexts(source) {
  sources.push(source);
  Object.assign(texts, (await source(language)).default);
}

export async function chooseLanguage(wanted) {
  localStorage.setItem(KEY, wanted);
  await load(wanted);
}

export function currentLanguage() {
  return language;
}

export function t(key, values = {}) {
  const text = texts[key];
  const chosen = typeof text === 'object' ? text[plurals.select(values.count)] : text;
  if (chosen === undefined) {
    throw new Error(`No text: ${key}`);
  }
  return chosen.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : String(value);
  });
}

/** Whether there is a text, for keys that the API may extend, such as the codes of rejections. */
export function hasText(key) {
  return key in texts;
}

/** Locale of the formats: the browser's variant of the language, such as `de-AT`, if it has one. */
function locale() {
  return navigator.languages.find((tag) => tag.split('-')[0].toLowerCase() === language) ?? language;
}

export function number(value) {
  return new Intl.NumberFormat(locale()).format(value);
}

export function percent(part) {
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(part);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** A number of bytes, in decimal units as file managers have them. */
export function size(bytes) {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: UNITS[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 || value >= 100 ? 0 : 1,
  }).format(value);
}

export function date(time) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(time));
}

export function dateTime(time) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));
}

/** The days of the week, from Monday on. */
export function weekdays() {
  const format = new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
}

/** Values as a sentence has them: "a, b and c". */
export function list(values) {
  return new Intl.ListFormat(locale()).format(values);
}
