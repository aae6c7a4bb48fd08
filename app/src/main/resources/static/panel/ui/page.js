/* What every page has: its name, a line that says what it is for, and what can be done on it. */
import { defineComponent, h, ref } from '../vue.js';
import { t } from '../i18n/index.js';
import { narrow, route } from '../router.js';
import { bikramDay, clock, day, nepal } from '../time.js';
import { Field } from './field.js';

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

/** A row of filters above a list. */
export function Filters(props, { slots }) {
  return h('div', { class: 'filters', role: 'search', 'aria-label': t('filters') }, slots.default());
}

/** A filter that lives in the page's address, so that it comes back with a reload. With `options` one is chosen. */
export const Filter = defineComponent({
  props: { name: String, label: String, options: Array, type: String, usual: { type: String, default: '' } },
  setup(props) {
    const typed = ref(route.query[props.name] || props.usual);
    let waiting = null;
    return () => (props.options
      ? h(Field, { label: props.label, type: 'select', options: props.usual ? props.options : [{ value: '', label: t('all') }, ...props.options], modelValue: route.query[props.name] || props.usual, 'onUpdate:modelValue': value => narrow({ [props.name]: value }) })
      : h(Field, {
        label: props.label, type: props.type || 'search', modelValue: typed.value,
        'onUpdate:modelValue': value => {
          typed.value = value;
          clearTimeout(waiting);
          waiting = setTimeout(() => narrow({ [props.name]: value }), 400);
        },
      }));
  },
});

/** Sections of one page, in its address too. tabs: [{value, label}]; the first is shown at first. */
export function Tabs({ name, tabs }) {
  const here = route.query[name] || tabs[0].value;
  return h('div', { class: 'tabs', role: 'group', 'aria-label': t('sections') }, tabs.map(tab => h('button', {
    key: tab.value, type: 'button', class: 'tab', 'aria-pressed': String(tab.value === here), onClick: () => narrow({ [name]: tab.value }),
  }, tab.label)));
}
Tabs.props = ['name', 'tabs'];
