/* Short words about what was just done, with a way back where there is one. Read aloud by screen readers. */
import { h, reactive } from '../vue.js';
import { t } from '../i18n/index.js';
import { words } from './problem.js';

const shown = reactive([]);

function add(kind, text, undo, stays) {
  const one = { key: Math.random(), kind, text, undo };
  shown.push(one);
  setTimeout(() => remove(one.key), stays);
}

function remove(key) {
  const at = shown.findIndex(one => one.key === key);
  if (at >= 0) shown.splice(at, 1);
}

/** @param undo called when somebody wants it back; leave out where there is no way back */
export function told(text, undo) {
  add('success', text, undo, undo ? 12_000 : 5_000);
}

export function failed(problem) {
  add('danger', words(problem), null, 10_000);
}

/** Does something and tells how it went. @returns what it gave; undefined when it failed */
export async function attempt(action, done, undo) {
  try {
    const result = await action();
    if (done) told(done, undo);
    return result ?? true;
  } catch (problem) {
    failed(problem);
    return undefined;
  }
}

/** Where they appear; once, in the frame. */
export const Toasts = () => h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' }, shown.map(one =>
  h('div', { key: one.key, class: 'note note-' + one.kind }, [
    h('span', { class: 'flex-grow-1' }, one.text),
    one.undo && h('button', { type: 'button', class: 'btn btn-sm btn-light', onClick: () => { remove(one.key); one.undo(); } }, t('undo')),
    h('button', { type: 'button', class: 'btn-close btn-close-white', 'aria-label': t('close'), onClick: () => remove(one.key) }),
  ])));
