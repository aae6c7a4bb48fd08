/* Who calls, as far as the line knows them, and bans: on a phone, maybe a household, for a time, and reviewed. */
import { defineComponent, h } from '../vue.js';
import { del, get, post, put, url } from '../api.js';
import { languages, labelOf, options } from '../choices.js';
import { language, t } from '../i18n/index.js';
import { narrow, route } from '../router.js';
import { confirm } from '../ui/dialog.js';
import { edit } from '../ui/form.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Day, Filter, Filters, Moment, Page, Tabs } from '../ui/page.js';
import { act, Pager, Table } from '../ui/table.js';
import { attempt, told } from '../ui/toast.js';

const REASONS = ['TROUBLED_OTHERS', 'SEXUAL', 'THREATS', 'MISUSE'];
const DAY = 86_400_000;

const fields = () => [
  { name: 'reason', label: t('bans.reason'), type: 'select', options: options('bans.reason', REASONS), required: true },
  { name: 'days', label: t('bans.days'), type: 'number', min: 1, max: 90, hint: t('bans.days-hint') },
];

async function review(ban) {
  const read = async () => {
    const { data, etag } = await get('/admin/bans/' + ban.id);
    return { values: { reason: data.reason, days: Math.round((Date.parse(data.until) - Date.parse(data.bannedAt)) / DAY) }, etag };
  };
  return edit(t('bans.review'), { fields: fields(), ...await read(), reread: read, button: t('bans.review-done'), save: (values, etag) => put('/admin/bans/' + ban.id, values, etag) }, { lead: t('bans.review-lead') });
}

const Callers = defineComponent({
  emits: ['banned'],
  setup(props, { emit }) {
    const spoken = useLoad(() => languages(), () => language.value);
    const list = useLoad(async signal => (await get(url('/admin/users', { role: 'USER', language: route.query.language, page: route.query.page }), { signal })).data, () => JSON.stringify(route.query));

    async function ban(one) {
      const made = await attempt(() => edit(t('bans.new', { name: one.nickname }), {
        fields: fields(), values: { reason: 'TROUBLED_OTHERS', days: 30 }, button: t('bans.do'), save: (values, _, key) => post('/admin/bans', { ...values, accountId: one.id }, { key }),
      }, { lead: t('bans.lead') }));
      if (made && made !== true) {
        told(t('bans.done'));
        emit('banned');
      }
    }

    return () => [
      h(Filters, () => h(Filter, { name: 'language', label: t('language'), options: spoken.data || [] })),
      h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('callers.none') }, page => [
        h(Table, {
          caption: t('callers.tab'), rows: page.items,
          columns: [
            { key: 'nickname', label: t('name'), cell: one => h('span', [one.nickname, h('small', { class: 'text-secondary d-block fw-normal' }, one.id)]) },
            { key: 'language', label: t('language'), cell: one => labelOf(spoken.data, one.language) },
            { key: 'since', label: t('callers.since'), cell: one => one.since && h(Day, { of: one.since }) },
          ],
          actions: one => act(t('bans.do'), one.nickname, () => ban(one), { danger: true }),
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ]),
    ];
  },
});

const Bans = defineComponent({
  setup() {
    const list = useLoad(async signal => (await get(url('/admin/bans', { reviewDue: route.query.due, page: route.query.page }), { signal })).data, () => JSON.stringify(route.query));

    async function reviewed(ban) {
      const changed = await attempt(() => review(ban));
      if (changed && changed !== true) {
        told(t('saved'));
        list.reload();
      }
    }

    async function lift(ban) {
      if (!await confirm(t('bans.lift'), t('bans.lift-text'), t('bans.lift'))) return;
      if (await attempt(async () => del('/admin/bans/' + ban.id, (await get('/admin/bans/' + ban.id)).etag), t('bans.lifted'))) list.reload();
    }

    const due = ban => Date.parse(ban.reviewAt) <= Date.now() && !ban.reviewedAt;
    return () => [
      h(Filters, () => h(Filter, { name: 'due', label: t('bans.due'), options: [{ value: 'true', label: t('bans.due-only') }] })),
      h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('bans.none') }, page => [
        h(Table, {
          caption: t('bans.tab'), rows: page.items,
          columns: [
            { key: 'reason', label: t('bans.reason'), cell: ban => t('bans.reason.' + ban.reason) },
            { key: 'bannedAt', label: t('bans.from'), cell: ban => h(Moment, { at: ban.bannedAt }) },
            { key: 'until', label: t('bans.until'), cell: ban => h(Moment, { at: ban.until }) },
            { key: 'reviewAt', label: t('bans.review-at'), cell: ban => (due(ban) ? h(Badge, { tone: 'warn' }, () => t('bans.due')) : h(Moment, { at: ban.reviewedAt || ban.reviewAt })) },
          ],
          actions: ban => [act(t('bans.review'), '', () => reviewed(ban)), act(t('bans.lift'), '', () => lift(ban), { danger: true })],
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ]),
    ];
  },
});

export default defineComponent({
  setup: () => () => h(Page, { title: t('menu.callers'), lead: t('callers.lead') }, () => [
    h(Tabs, { name: 'tab', tabs: [{ value: 'callers', label: t('callers.tab') }, { value: 'bans', label: t('bans.tab') }] }),
    route.query.tab === 'bans' ? h(Bans) : h(Callers, { onBanned: () => narrow({ tab: 'bans' }) }),
  ]),
});
