/* What must not wait, what was told from rooms, and which messages wait: never who told it, nor the words of a message. */
import { defineComponent, h } from '../vue.js';
import { get, put, url } from '../api.js';
import { categories, labelOf } from '../choices.js';
import { digits, language, number, t } from '../i18n/index.js';
import { link, narrow, route } from '../router.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Filter, Filters, Moment, Page, Tabs } from '../ui/page.js';
import { act, Pager, Table } from '../ui/table.js';
import { attempt } from '../ui/toast.js';

const ALERT_TONES = { OPEN: 'bad', TAKEN: 'good', UNANSWERED: 'warn' };
const MESSAGE_TONES = { NEW: 'warn', HELD: 'calm', HEARD: 'still' };

const session = id => h('a', { href: link('feedback', { session: id }) }, digits('#' + id));

/** A list of things that an admin marks as looked at, and can take that back. */
const Handled = defineComponent({
  props: { path: String, caption: String, columns: Array, empty: String },
  setup(props) {
    const list = useLoad(async signal => (await get(url(props.path, { handled: route.query.handled, page: route.query.page }), { signal })).data, () => JSON.stringify(route.query));

    async function handle(one, handled, canUndo = true) {
      const path = `${props.path}/${one.id}`;
      const done = await attempt(async () => put(path, { handled }, (await get(path)).etag), t(handled ? 'flags.handled-now' : 'flags.open-again'), canUndo ? () => handle(one, !handled, false) : null);
      if (done) list.reload();
    }

    return () => [
      h(Filters, () => h(Filter, { name: 'handled', label: t('state'), options: [{ value: 'false', label: t('flags.open') }, { value: 'true', label: t('flags.handled') }] })),
      h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: props.empty }, page => [
        h(Table, {
          caption: props.caption, rows: page.items,
          columns: [...props.columns, { key: 'handledAt', label: t('state'), cell: one => h(Badge, { tone: one.handledAt ? 'still' : 'warn' }, () => t(one.handledAt ? 'flags.handled' : 'flags.open')) }],
          actions: one => act(t(one.handledAt ? 'flags.reopen' : 'flags.handle'), '#' + one.id, () => handle(one, !one.handledAt)),
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ]),
    ];
  },
});

const Alerts = defineComponent({
  setup() {
    const topics = useLoad(() => categories(), () => language.value);
    const about = alert => (alert.volunteerId ? h('a', { href: link('volunteer', { id: alert.volunteerId }) }, t('volunteer', { id: digits(alert.volunteerId) }))
      : alert.sessionId ? session(alert.sessionId)
        : alert.category ? labelOf(topics.data, alert.category) : '–');
    return () => h(Handled, {
      path: '/admin/alerts', caption: t('alerts.tab'), empty: t('alerts.none'),
      columns: [
        { key: 'kind', label: t('flags.kind'), cell: alert => t('alerts.kind.' + alert.kind) },
        { key: 'about', label: t('alerts.about'), cell: about },
        { key: 'raisedAt', label: t('alerts.raised'), cell: alert => h(Moment, { at: alert.raisedAt }) },
        { key: 'state', label: t('alerts.duty'), cell: alert => h(Badge, { tone: ALERT_TONES[alert.state] }, () => t('alerts.' + alert.state, { who: alert.takenBy })) },
      ],
    });
  },
});

const FromRooms = () => h(Handled, {
  path: '/admin/flags', caption: t('flags.tab'), empty: t('flags.none'),
  columns: [
    { key: 'kind', label: t('flags.kind'), cell: flag => t('flags.kind.' + flag.kind) },
    { key: 'sessionId', label: t('flags.session'), cell: flag => session(flag.sessionId) },
    { key: 'times', label: t('flags.times'), cell: flag => digits(flag.times), end: true },
    { key: 'lastAt', label: t('flags.last'), cell: flag => h(Moment, { at: flag.lastAt }) },
  ],
});

const Messages = defineComponent({
  setup() {
    const topics = useLoad(() => categories(), () => language.value);
    const list = useLoad(async signal => (await get(url('/admin/messages', { page: route.query.page }), { signal })).data, () => route.query.page);
    return () => h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('waiting.none') }, page => [
      h(Table, {
        caption: t('waiting.tab'), rows: page.items,
        columns: [
          { key: 'sentAt', label: t('waiting.since'), cell: message => h(Moment, { at: message.sentAt }) },
          { key: 'language', label: t('language') },
          { key: 'category', label: t('category'), cell: message => (message.category ? labelOf(topics.data, message.category) : '–') },
          { key: 'seconds', label: t('flags.kind'), cell: message => (message.seconds ? t('waiting.voice', { seconds: number(message.seconds) }) : t('waiting.text')) },
          { key: 'status', label: t('state'), cell: message => h(Badge, { tone: MESSAGE_TONES[message.status] }, () => t('message.' + message.status)) },
        ],
      }),
      h(Pager, { page, onGo: to => narrow({ page: to }) }),
    ]);
  },
});

const PARTS = { alerts: Alerts, rooms: FromRooms, messages: Messages };

export default defineComponent({
  setup: () => () => {
    const part = PARTS[route.query.tab] ? route.query.tab : 'alerts';
    return h(Page, { title: t('menu.flags'), lead: t('flags.lead') }, () => [
      h(Tabs, { name: 'tab', tabs: [{ value: 'alerts', label: t('alerts.tab') }, { value: 'rooms', label: t('flags.tab') }, { value: 'messages', label: t('waiting.tab') }] }),
      h(PARTS[part], { key: part }),
    ]);
  },
});
