/* A volunteer's own sessions, the next first. */
import { defineComponent, h } from '../vue.js';
import { get, url } from '../api.js';
import { number, t } from '../i18n/index.js';
import { link, narrow, route } from '../router.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Moment, Page } from '../ui/page.js';
import { Pager, Table } from '../ui/table.js';
import { State } from './sessions.js';

export default defineComponent({
  setup() {
    const list = useLoad(async signal => (await get(url('/cmhv/sessions', { page: route.query.page }), { signal })).data, () => route.query.page);
    return () => h(Page, { title: t('menu.my-sessions'), lead: t('my-sessions.lead') }, () => h(Loaded, {
      state: list, isEmpty: page => page.items.length === 0, empty: t('my-sessions.none'),
    }, page => [
      h(Table, {
        caption: t('menu.my-sessions'), rows: page.items,
        columns: [
          { key: 'title', label: t('sessions.title-field') },
          { key: 'startsAt', label: t('sessions.starts'), cell: session => h(Moment, { at: session.startsAt }) },
          { key: 'durationMinutes', label: t('sessions.minutes'), cell: session => number(session.durationMinutes), end: true },
          { key: 'state', label: t('state'), cell: session => h(State, { session }) },
        ],
        actions: session => ['WAITING', 'LIVE', 'HELD'].includes(session.state) && h('a', { class: 'btn btn-sm btn-outline-primary', href: link('room', { session: session.id }) }, t('room.open')),
      }),
      h(Pager, { page, onGo: to => narrow({ page: to }) }),
    ]));
  },
});
