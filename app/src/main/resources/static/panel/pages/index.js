/*
 * All pages. Each is a module of its own, fetched when it is first opened; `roles` tells who finds it in the
 * menu; `hidden` ones are opened from others.
 * The first one that somebody may see is where they begin.
 */
export const PAGES = [
  { path: 'sessions', icon: 'calendar3', roles: ['ADMIN'], load: () => import('./sessions.js') },
  { path: 'now', icon: 'broadcast', roles: ['ADMIN'], load: () => import('./now.js') },
  { path: 'my-sessions', icon: 'calendar3', roles: ['CMHV'], load: () => import('./my-sessions.js') },
  { path: 'room', icon: 'broadcast', roles: ['CMHV'], hidden: true, load: () => import('./room.js') },
];

export function pagesOf(role) {
  return PAGES.filter(page => page.roles.includes(role));
}
