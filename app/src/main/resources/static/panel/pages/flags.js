/* What callers told by key 3 in their rooms: not who told it. */
import { defineComponent, h } from '../vue.js';
import { get, put, url } from '../api.js';
import { t, digits } from '../i18n/index.js';
import { link, narrow, route } from '../router.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Filter, Filters, Moment, Page } from '../ui/page.js';
import { act, Pager, Table } from '../ui/table.js';
import { attempt } from '../ui/toast.js';

export default defineComponent({
  setup() {
    const list = useLoad(async signal => (await get(url('/admin/flags', { handled: route.query.handled, page: route.query.page }), { signal })).data, () => JSON.stringify(route.query));

    async function handle(flag, handled, canUndo = true) {
      const done = await attempt(async () => put('/admin/flags/' + flag.id, { handled }, (await get('/admin/flags/' + flag.id)).etag), t(handled ? 'flags.handled-now' : 'flags.open-again'), canUndo ? () => handle(flag, !handled, false) : null);
      if (done) list.reload();
    }

    return () => h(Page, { title: t('menu.flags'), lead: t('flags.lead') }, () => [
      h(Filters, () => h(Filter, { name: 'handled', label: t('state'), options: [{ value: 'false', label: t('flags.open') }, { value: 'true', label: t('flags.handled') }] })),
      h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('flags.none') }, page => [
        h(Table, {
          caption: t('menu.flags'), rows: page.items,
          columns: [
            { key: 'kind', label: t('flags.kind'), cell: flag => t('flags.kind.' + flag.kind) },
            { key: 'sessionId', label: t('flags.session'), cell: flag => h('a', { href: link('feedback', { session: flag.sessionId }) }, digits('#' + flag.sessionId)) },
            { key: 'times', label: t('flags.times'), cell: flag => digits(flag.times), end: true },
            { key: 'lastAt', label: t('flags.last'), cell: flag => h(Moment, { at: flag.lastAt }) },
            { key: 'handledAt', label: t('state'), cell: flag => h(Badge, { tone: flag.handledAt ? 'still' : 'warn' }, () => t(flag.handledAt ? 'flags.handled' : 'flags.open')) },
          ],
          actions: flag => act(t(flag.handledAt ? 'flags.reopen' : 'flags.handle'), '#' + flag.id, () => handle(flag, !flag.handledAt)),
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ]),
    ]);
  },
});
