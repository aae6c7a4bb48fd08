/* A volunteer's own sessions: those to come, the next first; and those that were, the latest first. */
import { defineComponent, h } from '../vue.js';
import { get, url } from '../api.js';
import { categories, languages, labelOf, titleOf } from '../choices.js';
import { language, number, t } from '../i18n/index.js';
import { link, narrow, route } from '../router.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Moment, Page, Tabs } from '../ui/page.js';
import { Pager, Table } from '../ui/table.js';
import { who } from '../who.js';
import { State } from './sessions.js';

const OPEN = ['WAITING', 'LIVE', 'HELD'];

export default defineComponent({
  setup() {
    const topics = useLoad(() => categories(), () => language.value);
    const spoken = useLoad(() => languages(), () => language.value);
    const past = () => route.query.tab === 'past';
    const list = useLoad(async signal => {
      const { page } = route.query;
      const path = past() ? url('/cmhv/sessions', { state: 'ENDED,CANCELLED', page }) : url('/sessions', { volunteer: who.id, sort: 'startsAt', page });
      return (await get(path, { signal })).data;
    }, () => JSON.stringify(route.query));

    function action(session) {
      if (OPEN.includes(session.state)) return h('a', { class: 'btn btn-sm btn-primary', href: link('room', { session: session.id }) }, t('room.open'));
      return session.state === 'ENDED' && h('a', { class: 'btn btn-sm btn-outline-primary', href: link('feedback', { session: session.id }) }, t('menu.feedback'));
    }

    return () => h(Page, { title: t('menu.my-sessions'), lead: t('my-sessions.lead') }, () => [
      h(Tabs, { name: 'tab', tabs: [{ value: 'next', label: t('my-sessions.next') }, { value: 'past', label: t('my-sessions.past') }] }),
      h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t(past() ? 'my-sessions.none-past' : 'my-sessions.none') }, page => [
        h(Table, {
          caption: t('menu.my-sessions'), rows: page.items,
          columns: [
            { key: 'title', label: t('sessions.title-field'), cell: session => titleOf(session, topics.data) },
            { key: 'startsAt', label: t('sessions.starts'), cell: session => h(Moment, { at: session.startsAt }) },
            { key: 'durationMinutes', label: t('sessions.minutes'), cell: session => number(session.durationMinutes), end: true },
            { key: 'category', label: t('category'), cell: session => labelOf(topics.data, session.category) },
            { key: 'language', label: t('language'), cell: session => labelOf(spoken.data, session.language) },
            { key: 'state', label: t('state'), cell: session => h(State, { session }) },
          ],
          actions: action,
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ]),
    ]);
  },
});
