/* Who is signed in. That somebody was is remembered, so that a stranger's first view asks the server nothing. */
import { reactive } from './vue.js';
import { call } from './api.js';

const HINT = 'saathi.signed-in';

/** `again`: somebody was signed out in the middle of something, and the dialog over the page asks them in again. */
export const who = reactive({ known: false, id: null, role: null, nickname: '', language: null, again: null });

export async function recall() {
  if (localStorage.getItem(HINT)) {
    try {
      Object.assign(who, (await call('GET', '/account', { again: false })).data);
    } catch (problem) {
      if (problem.type !== 'signed-out') throw problem;
      localStorage.removeItem(HINT);
    }
  }
  who.known = true;
}

export async function signIn(id, password) {
  await call('POST', '/login', { body: { id, password }, again: false });
  localStorage.setItem(HINT, '1');
  const before = who.id;
  Object.assign(who, (await call('GET', '/account', { again: false })).data);
  if (who.again) {
    const again = who.again;
    who.again = null;
    again.done(before === who.id);
    // Somebody else's page is not theirs to go on with.
    if (before !== who.id) location.assign('/panel/');
  }
}

export async function signOut() {
  localStorage.removeItem(HINT);
  await call('GET', '/logout', { again: false });
  location.assign('/panel/');
}

let asked = null;

/** Asks for id and password over what is there; true once the same person is in again. All who wait share one dialog. */
export function signInAgain() {
  if (!who.id) return Promise.resolve(false);
  if (!who.again) {
    asked = new Promise(done => { who.again = { done }; });
  }
  return asked;
}
