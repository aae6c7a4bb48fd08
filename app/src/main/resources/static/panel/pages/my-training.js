/* What is published to volunteers. */
import { defineComponent, h } from '../vue.js';
import { get, url } from '../api.js';
import { languages } from '../choices.js';
import { language, t } from '../i18n/index.js';
import { narrow, route } from '../router.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Filter, Filters, Moment, Page } from '../ui/page.js';
import { Pager, Table } from '../ui/table.js';
import { Preview } from './training.js';

export default defineComponent({
  setup() {
    const spoken = useLoad(() => languages(), () => language.value);
    const list = useLoad(async signal => (await get(url('/training', { language: route.query.language, page: route.query.page }), { signal })).data, () => JSON.stringify(route.query));
    return () => h(Page, { title: t('menu.my-training'), lead: t('my-training.lead') }, () => [
      h(Filters, () => h(Filter, { name: 'language', label: t('language'), options: spoken.data || [] })),
      h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('my-training.none') }, page => [
        h(Table, {
          caption: t('menu.my-training'), rows: page.items,
          columns: [
            { key: 'title', label: t('material.title') }, { key: 'file', label: t('material.preview'), cell: material => h(Preview, { material }) },
            { key: 'uploadedAt', label: t('material.uploaded'), cell: one => h(Moment, { at: one.uploadedAt }) },
          ],
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ]),
    ]);
  },
});
