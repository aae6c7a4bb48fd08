/* What volunteers and admins changed or tried to: who, when, what; never what they sent. */
import { defineComponent, h } from '../vue.js';
import { get, url } from '../api.js';
import { t } from '../i18n/index.js';
import { narrow, route } from '../router.js';
import { instant } from '../time.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Filter, Filters, Moment, Page } from '../ui/page.js';
import { Pager, Table } from '../ui/table.js';

export default defineComponent({
  setup() {
    const list = useLoad(async signal => {
      const { account, method, route: path, from, to, page } = route.query;
      return (await get(url('/admin/audit', {
        account: /^[1-9]{6}$/.test(account || '') ? account : null, method, route: path, from: from && instant(from + 'T00:00'), to: to && instant(to + 'T24:00'), page,
      }), { signal })).data;
    }, () => JSON.stringify(route.query));

    return () => h(Page, { title: t('menu.audit'), lead: t('audit.lead') }, () => [
      h(Filters, () => [
        h(Filter, { name: 'account', label: t('audit.account') }),
        h(Filter, { name: 'method', label: t('audit.method'), options: ['GET', 'POST', 'PUT', 'DELETE'].map(value => ({ value, label: t('audit.' + value) })) }),
        h(Filter, { name: 'route', label: t('audit.route') }),
        h(Filter, { name: 'from', label: t('from'), type: 'date' }),
        h(Filter, { name: 'to', label: t('to'), type: 'date' }),
      ]),
      h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('audit.none') }, page => [
        h(Table, {
          caption: t('menu.audit'), rows: page.items, keyed: one => one.at + one.route + one.variables,
          columns: [
            { key: 'at', label: t('audit.at'), cell: one => h(Moment, { at: one.at }) },
            { key: 'accountId', label: t('audit.account'), cell: one => h('span', [one.accountId, h('small', { class: 'text-secondary d-block' }, t('role.' + one.role))]) },
            { key: 'method', label: t('audit.method'), cell: one => t('audit.' + one.method) },
            { key: 'route', label: t('audit.route'), cell: one => h('span', [h('code', one.route), h('small', { class: 'text-secondary d-block' }, one.variables)]) },
            { key: 'status', label: t('audit.status'), cell: one => h(Badge, { tone: one.status < 400 ? 'good' : 'bad' }, () => t(one.status < 400 ? 'audit.went' : 'audit.refused') + ' · ' + one.status) },
          ],
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ]),
    ]);
  },
});
