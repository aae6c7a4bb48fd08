/* What every page has: its name, a line that says what it is for, and what can be done on it. */
import { h } from '../vue.js';
import { bikramDay, clock, day, nepal } from '../time.js';

export function Page({ title, lead }, { slots }) {
  return h('div', { class: 'page' }, [
    h('header', { class: 'page-head' }, [
      h('div', [h('h1', { id: 'page-title', tabindex: -1 }, title), lead && h('p', { class: 'lead-line' }, lead)]),
      slots.actions && h('div', { class: 'page-actions' }, slots.actions()),
    ]),
    slots.default(),
  ]);
}
Page.props = ['title', 'lead'];

/** A moment in Nepal, the Bikram Sambat date below the Gregorian one. */
export function Moment({ at }) {
  if (!at) return h('span', '–');
  const date = nepal(at).slice(0, 10);
  return h('time', { datetime: at, class: 'moment' }, [
    h('span', { class: 'text-nowrap' }, `${day(date)}, ${clock(at)}`), h('small', { class: 'text-secondary text-nowrap' }, bikramDay(date)),
  ]);
}
Moment.props = ['at'];

/** A day in both calendars, of '2026-11-25'. */
export function Day({ of }) {
  return h('time', { datetime: of, class: 'moment' }, [
    h('span', { class: 'text-nowrap' }, day(of)), h('small', { class: 'text-secondary text-nowrap' }, bikramDay(of)),
  ]);
}
Day.props = ['of'];

/** A word with a colour; the word says all. tone: calm, good, warn, bad, still */
export function Badge({ tone }, { slots }) {
  return h('span', { class: 'tag tag-' + (tone || 'still') }, slots.default());
}
Badge.props = ['tone'];

/** A row of filters above a list; each is a Field's props with `value` and `set`. */
export function Filters({ label }, { slots }) {
  return h('div', { class: 'filters', role: 'search', 'aria-label': label }, slots.default());
}
Filters.props = ['label'];
