/* The timetable: a week as a calendar, all as a list; planned, changed, repeated, assigned, withdrawn. */
import { computed, defineComponent, h, ref } from '../vue.js';
import { del, get, post, put, url } from '../api.js';
import { choices, labelOf, options, titleOf } from '../choices.js';
import { language, t } from '../i18n/index.js';
import { narrow, route } from '../router.js';
import { clock, day, bikramDay, full, instant, nepal, today } from '../time.js';
import { confirm } from '../ui/dialog.js';
import { edit } from '../ui/form.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Filter, Filters, Moment, Page } from '../ui/page.js';
import { act, Pager, Table } from '../ui/table.js';
import { attempt, told } from '../ui/toast.js';

const STATES = ['SCHEDULED', 'WAITING', 'LIVE', 'HELD', 'ENDED', 'CANCELLED'];
const TONES = { SCHEDULED: 'calm', WAITING: 'warn', LIVE: 'good', HELD: 'warn', ENDED: 'still', CANCELLED: 'bad' };
const OVER = ['ENDED', 'CANCELLED'];

export function State({ session }) {
  return h(Badge, { tone: TONES[session.state] }, () => t('state.' + session.state) + (session.cancelReason ? ' · ' + t('reason.' + session.cancelReason) : ''));
}
State.props = ['session'];

function valuesOf(session) {
  return {
    title: session.title, category: session.category, language: session.language, startsAt: nepal(session.startsAt), durationMinutes: session.durationMinutes,
    capacity: session.capacity, volunteers: session.volunteers, repeat: false, scope: 'ONE',
  };
}

function bodyOf(values, isNew) {
  return {
    title: values.title || null, category: values.category, language: values.language, startsAt: instant(values.startsAt), durationMinutes: values.durationMinutes,
    capacity: values.capacity, volunteers: values.volunteers, ...(isNew && values.repeat ? { repeat: 'WEEKLY' } : {}),
  };
}

function fields(choice, session) {
  return [
    { name: 'title', label: t('sessions.title-field'), maxlength: 120, hint: t('sessions.title-hint') },
    { name: 'category', label: t('category'), type: 'select', options: choice.categories, required: true },
    { name: 'language', label: t('language'), type: 'select', options: choice.languages, required: true },
    { name: 'startsAt', label: t('sessions.starts'), type: 'datetime-local', required: true, hint: t('nepal-time'), show: value => full(instant(value)) },
    { name: 'durationMinutes', label: t('sessions.minutes'), type: 'number', min: 1, max: 480, required: true },
    { name: 'capacity', label: t('sessions.capacity'), type: 'number', min: 1, max: 9, required: true },
    { name: 'volunteers', label: t('sessions.hosts'), type: 'checks', options: choice.volunteers, hint: t('sessions.hosts-hint') },
    ...(session ? [] : [{ name: 'repeat', label: t('sessions.weekly'), type: 'check' }]),
    ...(session?.seriesId ? [{ name: 'scope', label: t('sessions.scope'), type: 'select', options: [{ value: 'ONE', label: t('sessions.scope-one') }, { value: 'FOLLOWING', label: t('sessions.scope-following') }] }] : []),
  ];
}

async function plan(choice, startsAt) {
  const values = {
    title: '', category: choice.categories[0]?.value, language: choice.languages[0]?.value, startsAt, durationMinutes: 60, capacity: 8, volunteers: [], repeat: false,
  };
  return edit(t('sessions.new'), {
    fields: fields(choice), values, button: t('sessions.plan'),
    save: async (typed, _, key) => (await post('/sessions', bodyOf(typed, true), { key })).data,
  }, { wide: true });
}

async function change(choice, id) {
  const read = async () => {
    const { data, etag } = await get('/sessions/' + id);
    return { session: data, values: valuesOf(data), etag };
  };
  const { session, values, etag } = await read();
  return edit(t('sessions.change'), {
    fields: fields(choice, session), values, etag, reread: read,
    save: async (typed, seen) => (await put(url('/sessions/' + id, { scope: typed.scope === 'FOLLOWING' ? 'FOLLOWING' : null }), bodyOf(typed), seen)).data,
  }, { wide: true });
}

export default defineComponent({
  setup() {
    const choice = useLoad(() => choices(true), () => language.value);
    const view = computed(() => route.query.view || 'week');
    const monday = computed(() => {
      if (route.query.week) return route.query.week;
      const date = new Date(today() + 'T00:00:00Z');
      return today(-date.getUTCDay()); // Nepal's week begins on Sunday
    });
    const days = computed(() => Array.from({ length: 7 }, (_, n) => shifted(monday.value, n)));
    const list = useLoad(async signal => {
      const { category, language: spoken, state, page } = route.query;
      const span = view.value === 'week'
        ? { from: instant(monday.value + 'T00:00'), to: instant(shifted(monday.value, 7) + 'T00:00'), size: 100, sort: 'startsAt', state: state || STATES.join() }
        : { size: 20, page, state: state || null, sort: OVER.includes(state) ? '-startsAt' : 'startsAt' };
      return (await get(url('/sessions', { category, language: spoken, ...span }), { signal })).data;
    }, () => JSON.stringify(route.query) + language.value);
    const busy = ref(false);

    async function after(change_) {
      const session = await change_;
      if (!session) return;
      told(t('saved'));
      list.reload();
    }

    async function open(action) {
      if (busy.value || !choice.data) return;
      busy.value = true;
      try {
        await attempt(() => after(action()));
      } finally {
        busy.value = false;
      }
    }

    async function withdraw(session) {
      const weekly = session.seriesId && await confirm(t('sessions.withdraw'), t('sessions.withdraw-series'), t('sessions.scope-following'));
      if (!weekly && !await confirm(t('sessions.withdraw'), t('sessions.withdraw-text', { what: label(session) }), t('sessions.withdraw-do'))) return;
      const gone = await attempt(() => del(url('/sessions/' + session.id, { scope: weekly ? 'FOLLOWING' : null })), t('sessions.withdrawn'),
        weekly ? null : () => attempt(() => post('/sessions', { ...bodyOf(valuesOf(session)) }).then(list.reload), t('sessions.back')));
      if (gone) list.reload();
    }

    const name = session => titleOf(session, choice.data?.categories);
    const label = session => `${name(session)}, ${full(session.startsAt)}`;
    const hosts = session => session.volunteers.map(id => choice.data?.volunteers.find(one => one.value === id)?.name || id).join(', ') || h('span', { class: 'text-danger-emphasis' }, t('sessions.nobody'));
    const canChange = session => session.state === 'SCHEDULED';

    function filters() {
      return h(Filters, () => [
        h(Filter, { name: 'category', label: t('category'), options: choice.data?.categories || [] }),
        h(Filter, { name: 'language', label: t('language'), options: choice.data?.languages || [] }),
        h(Filter, { name: 'state', label: t('state'), options: options('state', STATES) }),
        h('div', { class: 'btn-group ms-auto mb-3', role: 'group', 'aria-label': t('sessions.view') }, ['week', 'list'].map(one => h('button', {
          key: one, type: 'button', class: 'btn btn-outline-primary view', 'aria-pressed': String(view.value === one), onClick: () => narrow({ view: one }),
        }, t('sessions.' + one)))),
      ]);
    }

    function week(page) {
      return h('div', [
        h('div', { class: 'week-head' }, [
          h('button', { type: 'button', class: 'btn btn-outline-secondary btn-sm', onClick: () => narrow({ week: shifted(monday.value, -7) }) }, t('sessions.week-before')),
          h('h2', { class: 'h6 mb-0 text-center' }, [`${day(days.value[0])} – ${day(days.value[6])}`, h('br'), h('small', { class: 'text-secondary' }, `${bikramDay(days.value[0])} – ${bikramDay(days.value[6])}`)]),
          h('button', { type: 'button', class: 'btn btn-outline-secondary btn-sm', onClick: () => narrow({ week: shifted(monday.value, 7) }) }, t('sessions.week-after')),
        ]),
        h('ol', { class: 'week' }, days.value.map(date => {
          const here = page.items.filter(session => nepal(session.startsAt).slice(0, 10) === date);
          return h('li', { key: date, class: ['week-day', date === today() && 'week-today', here.length === 0 && 'week-free'] }, [
            h('h3', [day(date, true), h('small', bikramDay(date, true))]),
            here.map(session => h('button', {
              key: session.id, type: 'button', class: ['slot', 'slot-' + session.state], disabled: !canChange(session), onClick: () => open(() => change(choice.data, session.id)),
            }, [h('span', { class: 'slot-time' }, clock(session.startsAt)), h('span', { class: 'slot-title' }, name(session)), h('span', { class: 'slot-who' }, hosts(session)), h(State, { session })])),
          ]);
        })),
      ]);
    }

    function table(page) {
      return [
        h(Table, {
          caption: t('menu.sessions'), rows: page.items,
          columns: [
            { key: 'title', label: t('sessions.title-field'), cell: name },
            { key: 'startsAt', label: t('sessions.starts'), cell: session => h(Moment, { at: session.startsAt }) },
            { key: 'category', label: t('category'), cell: session => labelOf(choice.data?.categories, session.category) },
            { key: 'language', label: t('language'), cell: session => labelOf(choice.data?.languages, session.language) },
            { key: 'volunteers', label: t('sessions.hosts'), cell: hosts },
            { key: 'state', label: t('state'), cell: session => h(State, { session }) },
          ],
          actions: session => canChange(session) && [
            act(t('change'), label(session), () => open(() => change(choice.data, session.id))),
            act(t('sessions.withdraw-do'), label(session), () => withdraw(session), { danger: true }),
          ],
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ];
    }

    return () => h(Page, { title: t('menu.sessions'), lead: t('sessions.lead') }, {
      actions: () => h('button', { type: 'button', class: 'btn btn-primary', disabled: !choice.data, onClick: () => open(() => plan(choice.data, today(1) + 'T18:00')) }, t('sessions.new')),
      default: () => [
        filters(),
        h(Loaded, { state: list, isEmpty: page => view.value === 'list' && page.items.length === 0, empty: t('sessions.none') }, { default: page => (view.value === 'week' ? week(page) : table(page)) }),
      ],
    });
  },
});

function shifted(date, by) {
  return new Date(Date.parse(date + 'T00:00:00Z') + by * 86_400_000).toISOString().slice(0, 10);
}
