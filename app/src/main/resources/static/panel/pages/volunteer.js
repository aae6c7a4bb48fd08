/* One volunteer, for who looks after them: what they do, when they were not well, what they reported. Opened from the list. */
import { defineComponent, h, ref } from '../vue.js';
import { get, post, url } from '../api.js';
import { choices, labelOf, titleOf } from '../choices.js';
import { digits, language, number, t } from '../i18n/index.js';
import { link, narrow, route } from '../router.js';
import { Field } from '../ui/field.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Day, Moment, Page } from '../ui/page.js';
import { act, Table } from '../ui/table.js';
import { attempt, told } from '../ui/toast.js';
import { State } from './sessions.js';
import { read, Reports } from './volunteer-reports.js';
import { agree, Trained } from './volunteers.js';

const SPANS = ['7', '30', '90'];

const Fact = ({ name }, { slots }) => h('div', [h('dt', name), h('dd', slots.default())]);
Fact.props = ['name'];

const One = defineComponent({
  props: { id: String },
  setup(props) {
    const path = '/admin/volunteers/' + encodeURIComponent(props.id);
    const round = ref(0); // of the list below: what is seen to above it is seen to there
    const choice = useLoad(() => choices(), () => language.value);
    const volunteer = useLoad(async signal => (await get(path, { signal })).data);
    const days = () => (SPANS.includes(route.query.days) ? route.query.days : '30');
    const activity = useLoad(async signal => (await get(url(path + '/activity', { days: days() }), { signal })).data, days);
    const sessions = useLoad(async signal => (await get(url('/sessions', { volunteer: props.id, size: 10 }), { signal })).data);

    async function change() {
      if (!await agree(choice.data, props.id)) return;
      told(t('saved'));
      volunteer.reload();
    }

    async function openPin() {
      await post(path + '/pin-opening');
      told(t('saved'));
      volunteer.reload();
    }

    const names = (list, codes) => codes.map(code => labelOf(list, code)).join(', ') || '–';
    const cap = value => (value ? number(value) : t('volunteers.no-cap'));

    function agreed(one) {
      return h('section', { class: 'card-plain' }, [
        h('div', { class: 'section-head mt-0' }, [h('h2', t('volunteers.agreed')), h('button', { type: 'button', class: 'btn btn-outline-primary btn-sm', disabled: !choice.data, onClick: () => attempt(change) }, t('change'))]),
        h('dl', { class: 'facts' }, [
          h(Fact, { name: t('volunteers.training') }, () => h('span', { class: 'tags' }, [h(Trained, { volunteer: one }), one.suspended && h(Badge, { tone: 'bad' }, () => t('volunteers.suspended')), one.reserve && h(Badge, { tone: 'calm' }, () => t('volunteers.reserve-short'))])),
          h(Fact, { name: t('volunteers.languages') }, () => names(choice.data?.languages, one.languages)),
          h(Fact, { name: t('volunteers.categories') }, () => names(choice.data?.categories, one.categories)),
          h(Fact, { name: t('volunteers.day') }, () => cap(one.caps.day)),
          h(Fact, { name: t('volunteers.week') }, () => cap(one.caps.week)),
          one.pinClosed && h(Fact, { name: t('volunteers.pin') }, () => h('span', { class: 'tags' }, [h(Badge, { tone: 'bad' }, () => t('volunteers.pin-closed')), h('button', { type: 'button', class: 'btn btn-outline-primary btn-sm', onClick: () => attempt(openPin) }, t('volunteers.pin-open'))])),
          h(Fact, { name: t('volunteers.phone') }, () => (one.phone ? h('a', { href: 'tel:' + one.phone }, digits(one.phone)) : '–')),
        ]),
      ]);
    }

    function done(told_) {
      return [
        h('dl', { class: 'totals' }, [
          h(Fact, { name: t('activity.held') }, () => number(told_.sessionsHeld)),
          h(Fact, { name: t('activity.hours') }, () => number(told_.minutesHeld / 60, 1)),
          h(Fact, { name: t('activity.to-come') }, () => number(told_.sessionsToCome)),
          h(Fact, { name: t('activity.due') }, () => number(told_.reportsDue)),
        ]),
        h('dl', { class: 'facts mt-3' }, [
          h(Fact, { name: t('activity.last-held') }, () => h(Moment, { at: told_.lastHeldAt })),
          h(Fact, { name: t('activity.last-active') }, () => (told_.lastActiveOn ? h(Day, { of: told_.lastActiveOn }) : '–')),
        ]),
        h('h2', t('activity.unwell')),
        told_.unwell.length === 0 ? h('p', { class: 'text-secondary' }, t('activity.well')) : h(Table, {
          caption: t('activity.unwell'), rows: told_.unwell, keyed: one => one.reportId,
          columns: [{ key: 'filedAt', label: t('reports.filed-at'), cell: one => h(Moment, { at: one.filedAt }) }, { key: 'sessionId', label: t('reports.session'), cell: one => digits('#' + one.sessionId) }],
          actions: one => act(t('desk.read'), digits('#' + one.reportId), () => read(one.reportId, () => choice.data?.categories, () => { round.value++; })),
        }),
      ];
    }

    function coming(page) {
      return page.items.length === 0 ? h('p', { class: 'empty' }, t('activity.no-sessions')) : h(Table, {
        caption: t('activity.sessions'), rows: page.items,
        columns: [
          { key: 'title', label: t('sessions.title-field'), cell: session => titleOf(session, choice.data?.categories) },
          { key: 'startsAt', label: t('sessions.starts'), cell: session => h(Moment, { at: session.startsAt }) },
          { key: 'category', label: t('category'), cell: session => labelOf(choice.data?.categories, session.category) },
          { key: 'state', label: t('state'), cell: session => h(State, { session }) },
        ],
      });
    }

    function whole() {
      return [
        h(Loaded, { state: volunteer }, agreed),
        h('section', { class: 'card-plain' }, [
          h('div', { class: 'filters justify-content-between' }, [
            h('h2', { class: 'mb-3' }, t('activity.title')),
            h(Field, { label: t('activity.span'), type: 'select', options: SPANS.map(value => ({ value, label: t('activity.days', { days: number(Number(value)) }) })), modelValue: days(), 'onUpdate:modelValue': value => narrow({ days: value }) }),
          ]),
          h(Loaded, { state: activity }, done),
        ]),
        h('h2', t('activity.sessions')),
        h(Loaded, { state: sessions }, coming),
        h('h2', { class: 'mt-4' }, t('desk.tab')),
        h(Reports, { key: round.value, volunteer: props.id }),
      ];
    }

    return () => {
      // Shown when all is there, so that nothing is pushed down by what comes later; the list that follows is the last.
      const parts = [volunteer, activity, sessions];
      const missing = parts.find(one => one.data === null && one.problem) || parts.find(one => one.data === null);
      return h(Page, { title: volunteer.data?.nickname || t('menu.volunteer'), lead: digits(props.id) }, {
        actions: () => h('a', { class: 'btn btn-outline-secondary', href: link('volunteers') }, t('volunteers.all')),
        default: () => (missing ? h(Loaded, { state: missing }) : whole()),
      });
    };
  },
});

export default defineComponent({ setup: () => () => h(One, { key: route.query.id, id: route.query.id || '' }) });
