/* Which page is shown: #/sessions?state=LIVE. What stands behind # never leaves the browser. */
import { reactive } from './vue.js';

/** `moved`: somebody has gone to another page since the panel was opened. */
export const route = reactive({ path: '', query: {}, moved: false });

function read() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  route.path = path;
  route.query = Object.fromEntries(new URLSearchParams(query || ''));
}

/** '#/sessions?state=LIVE'; what is empty is left out. */
export function link(path, query = {}) {
  const told = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(told).toString();
  return '#/' + path + (text ? '?' + text : '');
}

export function go(path, query) {
  location.hash = link(path, query);
}

/** Changes some of the query and keeps the rest; of a list's filters, for instance, that come back with a reload. */
export function narrow(change) {
  go(route.path, { ...route.query, page: undefined, ...change });
}

/** Shows another page than was asked for. The address is replaced, so that Back leads past it and not here again. */
export function redirect(path) {
  history.replaceState(null, '', link(path));
  read();
}

addEventListener('hashchange', () => {
  route.moved = true;
  read();
});
read();
