/* Who hosts: who wants to, how far they are trained, what was agreed with them. */
import { defineComponent, h } from '../vue.js';
import { all, del, get, post, put, url } from '../api.js';
import { choices, labelOf, options } from '../choices.js';
import { language, number, t } from '../i18n/index.js';
import { link, narrow, route } from '../router.js';
import { confirm } from '../ui/dialog.js';
import { edit } from '../ui/form.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Filter, Filters, Moment, Page, Tabs } from '../ui/page.js';
import { act, Pager, Table } from '../ui/table.js';
import { attempt, told } from '../ui/toast.js';
import { Reports } from './volunteer-reports.js';

const TRAINING = ['TRAINEE', 'COACHED', 'CERTIFIED'];
const TONES = { TRAINEE: 'still', COACHED: 'warn', CERTIFIED: 'good' };

export const Trained = ({ volunteer }) => h(Badge, { tone: TONES[volunteer.training] }, () => t('training.' + volunteer.training));
Trained.props = ['volunteer'];

const basics = choice => [
  { name: 'training', label: t('volunteers.training'), type: 'select', options: options('training', TRAINING), required: true },
  { name: 'languages', label: t('volunteers.languages'), type: 'checks', options: choice.languages, required: true },
  { name: 'categories', label: t('volunteers.categories'), type: 'checks', options: choice.categories },
];

function approve(choice, one) {
  return edit(t('volunteers.approve-title', { name: one.nickname }), {
    fields: basics(choice), values: { training: 'TRAINEE', languages: [one.language], categories: one.category ? [one.category] : [] }, button: t('volunteers.approve'),
    save: async (values, _, key) => (await post(`/admin/volunteers/${one.id}/approval`, values, { key })).data,
  }, { lead: t('volunteers.approve-lead') });
}

/** A form of what was agreed with one volunteer; promises them as they are then. */
export async function agree(choice, id) {
  const read = async () => {
    const { data, etag } = await get('/admin/volunteers/' + id);
    return {
      etag, name: data.nickname, values: {
        training: data.training, languages: data.languages, categories: data.categories, day: data.caps.day ?? null, week: data.caps.week ?? null, reserve: data.reserve, suspended: data.suspended, phone: data.phone ?? '',
      },
    };
  };
  const { values, etag, name } = await read();
  return edit(`${name} (${id})`, {
    fields: [...basics(choice),
      { name: 'day', label: t('volunteers.day'), type: 'number', min: 1, max: 10, hint: t('volunteers.cap-hint') },
      { name: 'week', label: t('volunteers.week'), type: 'number', min: 1, max: 40 },
      { name: 'reserve', label: t('volunteers.reserve'), type: 'check' },
      { name: 'suspended', label: t('volunteers.suspend'), type: 'check', hint: t('volunteers.suspend-hint') },
      { name: 'phone', label: t('volunteers.phone'), type: 'tel', maxlength: 20, hint: t('volunteers.phone-hint') }],
    values, etag, reread: read,
    save: async ({ day, week, phone, ...rest }, seen) => (await put('/admin/volunteers/' + id, { ...rest, caps: { day, week }, phone: phone || null }, seen)).data,
  }, { wide: true });
}

/** Whose alert "a host is not well" nobody has looked at, and whose reports wait: by id. */
async function flagged() {
  const [alerts, reports] = await Promise.all([all('/admin/alerts', { handled: false }), all('/admin/reports', { toFollowUp: true })]);
  const waiting = {};
  for (const { volunteerId } of reports) waiting[volunteerId] = (waiting[volunteerId] || 0) + 1;
  return { unwell: new Set(alerts.filter(alert => alert.kind === 'HOST_UNWELL').map(alert => alert.volunteerId)), waiting, reports: reports.length };
}

const List = defineComponent({
  props: { flags: Object },
  setup(props) {
    const choice = useLoad(() => choices(), () => language.value);
    const pending = useLoad(async signal => (await get(url('/admin/volunteers/pending', { size: 100 }), { signal })).data);
    const list = useLoad(async signal => {
      const { training, language: spoken, category, page } = route.query;
      return (await get(url('/admin/volunteers', { training, language: spoken, category, page }), { signal })).data;
    }, () => JSON.stringify(route.query));

    async function done(change) {
      if (!await change) return;
      told(t('saved'));
      pending.reload();
      list.reload();
    }

    async function refuse(one) {
      if (await confirm(t('volunteers.refuse-title'), t('volunteers.refuse-text', { name: one.nickname, id: one.id }), t('volunteers.refuse'))
        && await attempt(() => del(`/admin/volunteers/${one.id}/application`), t('volunteers.refused'))) pending.reload();
    }

    const id = one => h('small', { class: 'text-secondary d-block fw-normal' }, one.id);
    const spoken = one => one.languages.map(code => labelOf(choice.data?.languages, code)).join(', ');
    const known = one => one.categories.map(code => labelOf(choice.data?.categories, code)).join(', ') || '–';

    function standing(one) {
      const { unwell, waiting } = props.flags ?? { unwell: new Set(), waiting: {} };
      const marks = [
        one.suspended && h(Badge, { tone: 'bad' }, () => t('volunteers.suspended')),
        unwell.has(one.id) && h('a', { href: link('volunteer', { id: one.id }), class: 'tag tag-bad' }, t('volunteers.unwell')),
        waiting[one.id] && h('a', { href: link('volunteer', { id: one.id, waits: 'true' }), class: 'tag tag-warn' }, t('volunteers.reports', { count: number(waiting[one.id]) })),
        one.reserve && h(Badge, { tone: 'calm' }, () => t('volunteers.reserve-short')),
      ].filter(Boolean);
      return marks.length ? h('span', { class: 'tags' }, marks) : '–';
    }

    return () => [
      pending.data?.items.length > 0 && h('section', { class: 'card-plain card-sun' }, [
        h('h2', t('volunteers.pending')),
        h(Table, {
          caption: t('volunteers.pending'), rows: pending.data.items,
          columns: [
            { key: 'nickname', label: t('name'), cell: one => h('span', [one.nickname, id(one)]) },
            { key: 'language', label: t('language'), cell: one => labelOf(choice.data?.languages, one.language) },
            { key: 'category', label: t('category'), cell: one => labelOf(choice.data?.categories, one.category) },
            { key: 'appliedAt', label: t('volunteers.applied'), cell: one => h(Moment, { at: one.appliedAt }) },
          ],
          actions: one => [
            act(t('volunteers.approve'), one.nickname, () => attempt(() => done(approve(choice.data, one))), { disabled: !choice.data }),
            act(t('volunteers.refuse'), one.nickname, () => refuse(one), { danger: true }),
          ],
        }),
      ]),
      h(Filters, () => [
        h(Filter, { name: 'training', label: t('volunteers.training'), options: options('training', TRAINING) }),
        h(Filter, { name: 'language', label: t('language'), options: choice.data?.languages || [] }),
        h(Filter, { name: 'category', label: t('category'), options: choice.data?.categories || [] }),
      ]),
      h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('volunteers.none') }, page => [
        h(Table, {
          caption: t('menu.volunteers'), rows: page.items,
          columns: [
            { key: 'nickname', label: t('name'), cell: one => h('span', [h('a', { href: link('volunteer', { id: one.id }) }, one.nickname), id(one)]) },
            { key: 'training', label: t('volunteers.training'), cell: one => h(Trained, { volunteer: one }) },
            { key: 'languages', label: t('volunteers.languages'), cell: spoken },
            { key: 'categories', label: t('volunteers.categories'), cell: known },
            { key: 'standing', label: t('volunteers.standing'), cell: standing },
          ],
          actions: one => act(t('change'), one.nickname, () => attempt(() => done(agree(choice.data, one.id))), { disabled: !choice.data }),
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ]),
    ];
  },
});

export default defineComponent({
  setup() {
    const flags = useLoad(flagged);
    return () => h(Page, { title: t('menu.volunteers'), lead: t('volunteers.lead') }, () => [
      h(Tabs, {
        name: 'tab', tabs: [{ value: 'list', label: t('volunteers.tab') },
          { value: 'reports', label: flags.data?.reports ? t('desk.tab-waiting', { count: number(flags.data.reports) }) : t('desk.tab') }],
      }),
      route.query.tab === 'reports' ? h(Reports, { key: 'reports', onChanged: flags.reload }) : h(List, { key: 'list', flags: flags.data }),
    ]);
  },
});
