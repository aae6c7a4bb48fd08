/*
 * All pages. Each is a module of its own, fetched when it is first opened; `shown` is who finds it in the menu.
 * The first one that somebody may see is where they begin.
 */
export const PAGES = [
  { path: 'sessions', icon: 'calendar3', roles: ['ADMIN'], load: () => import('./sessions.js') },
  { path: 'my-sessions', icon: 'calendar3', roles: ['CMHV'], load: () => import('./my-sessions.js') },
];

export function pagesOf(role) {
  return PAGES.filter(page => page.roles.includes(role));
}
