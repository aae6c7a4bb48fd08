/*
 * All pages, in the order of the menu. Each is a module of its own, fetched when it is first opened. Where somebody
 * begins is the first one of their role. `hidden` ones are opened from others.
 */
export const PAGES = [
  { path: 'now', icon: 'broadcast', roles: ['ADMIN'], load: () => import('./now.js') },
  { path: 'sessions', icon: 'calendar3', roles: ['ADMIN'], load: () => import('./sessions.js') },
  { path: 'volunteers', icon: 'people', roles: ['ADMIN'], load: () => import('./volunteers.js') },
  { path: 'volunteer', icon: 'person', roles: ['ADMIN'], hidden: true, load: () => import('./volunteer.js') },
  { path: 'duty', icon: 'telephone', roles: ['ADMIN'], load: () => import('./duty.js') },
  { path: 'callers', icon: 'person', roles: ['ADMIN'], load: () => import('./callers.js') },
  { path: 'flags', icon: 'flag', roles: ['ADMIN'], load: () => import('./flags.js') },
  { path: 'analytics', icon: 'graph-up', roles: ['ADMIN'], load: () => import('./analytics.js') },
  { path: 'my-sessions', icon: 'calendar3', roles: ['CMHV'], load: () => import('./my-sessions.js') },
  { path: 'room', icon: 'broadcast', roles: ['CMHV'], hidden: true, load: () => import('./room.js') },
  { path: 'messages', icon: 'chat-left-text', roles: ['CMHV'], load: () => import('./messages.js') },
  { path: 'reports', icon: 'journal-text', roles: ['CMHV'], load: () => import('./reports.js') },
  { path: 'feedback', icon: 'chat-heart', roles: ['ADMIN', 'CMHV'], load: () => import('./feedback.js') },
  { path: 'training', icon: 'book', roles: ['ADMIN'], load: () => import('./training.js') },
  { path: 'prompts', icon: 'volume-up', roles: ['ADMIN'], load: () => import('./prompts.js') },
  { path: 'settings', icon: 'sliders', roles: ['ADMIN'], load: () => import('./settings.js') },
  { path: 'audit', icon: 'list-check', roles: ['ADMIN'], load: () => import('./audit.js') },
  { path: 'my-training', icon: 'book', roles: ['CMHV'], load: () => import('./my-training.js') },
  { path: 'profile', icon: 'person-gear', roles: ['ADMIN', 'CMHV'], load: () => import('./profile.js') },
];

export function pagesOf(role) {
  return PAGES.filter(page => page.roles.includes(role));
}
