/* The panel's words, in the language that was chosen last. What a language lacks is a mistake that a test finds. */
import { ref } from '../vue.js';
import en from './en.js';
import ne from './ne.js';

const WORDS = { en, ne };
const KEPT = 'saathi.language';

function first() {
  const kept = localStorage.getItem(KEPT);
  if (WORDS[kept]) return kept;
  return navigator.language.startsWith('en') ? 'en' : 'ne';
}

export const language = ref(first());
document.documentElement.lang = language.value;

export function speak(code) {
  language.value = code;
  localStorage.setItem(KEPT, code);
  document.documentElement.lang = code;
}

export function has(key) {
  return key in WORDS[language.value];
}

/** The words of a key, with {names} filled in. */
export function t(key, values = {}) {
  const words = WORDS[language.value][key];
  if (words === undefined) {
    console.error('No words for ' + key); // which fails every test that sees it
    return key;
  }
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? '');
}

/** The same text with the digits of the language. */
export function digits(text) {
  return language.value === 'ne' ? String(text).replace(/\d/g, one => '०१२३४५६७८९'[one]) : String(text);
}

/** A number as people of the language write it (1,23,456.7); a dash for none. */
export function number(value, fraction = 0) {
  if (value === null || value === undefined) return '–';
  return digits(new Intl.NumberFormat('en-IN', { maximumFractionDigits: fraction }).format(value));
}
