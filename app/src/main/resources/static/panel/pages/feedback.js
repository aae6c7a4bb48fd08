/* What was said of a session: ratings and notes, without who said it or when. */
import { defineComponent, h } from '../vue.js';
import { get, url } from '../api.js';
import { categories, titleOf } from '../choices.js';
import { digits, language, number, t } from '../i18n/index.js';
import { narrow, route } from '../router.js';
import { full } from '../time.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Field } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { who } from '../who.js';

export default defineComponent({
  setup() {
    const sessions = useLoad(async signal => {
      const path = who.role === 'ADMIN' ? '/admin/sessions' : '/cmhv/sessions';
      return (await get(url(path, { state: 'ENDED', sort: '-startsAt', size: 100 }), { signal })).data.items;
    });
    const topics = useLoad(() => categories(), () => language.value);
    const said = useLoad(async signal => (route.query.session ? (await get('/feedback/' + encodeURIComponent(route.query.session), { signal })).data : { count: null }), () => route.query.session);

    return () => h(Page, { title: t('menu.feedback'), lead: t('feedback.lead') }, () => h(Loaded, { state: sessions }, list => [
      h('div', { class: 'narrow' }, h(Field, {
        label: t('feedback.session'), type: 'select', modelValue: route.query.session || '', 'onUpdate:modelValue': session => narrow({ session }),
        options: [{ value: '', label: t('feedback.choose') }, ...list.map(one => ({ value: String(one.id), label: `${titleOf(one, topics.data)} · ${full(one.startsAt)}` }))],
      })),
      route.query.session && h(Loaded, { state: said, isEmpty: all => !all.count, empty: t('feedback.none') }, all => h('section', { class: 'card-plain' }, [
        h('p', { class: 'h5' }, t('feedback.average', { average: number(all.average, 1), count: number(all.count) })),
        h('table', { class: 'table bars' }, [
          h('caption', { class: 'visually-hidden' }, t('feedback.ratings')),
          h('tbody', Object.entries(all.ratings).reverse().map(([rating, count]) => h('tr', { key: rating }, [
            h('th', { scope: 'row' }, t('rating.' + rating)), h('td', h('meter', { min: 0, max: all.count, value: count, 'aria-label': t('rating.' + rating) })), h('td', { class: 'text-end' }, digits(count)),
          ]))),
        ]),
        h('h2', t('feedback.notes')),
        all.voices.length > 0 && h('ul', { class: 'list-unstyled' }, all.voices.map((name, at) => h('li', { key: name, class: 'my-2' },
          h('audio', { controls: true, preload: 'none', src: `/feedback/${all.sessionId}/voices/${name}`, 'aria-label': t('feedback.voice', { number: number(at + 1) }) })))),
        all.notes.length ? h('ul', { class: 'notes' }, all.notes.map((note, at) => h('li', { key: at, class: 'pre-line' }, note))) : !all.voices.length && h('p', { class: 'text-secondary' }, t('none')),
      ])),
    ]));
  },
});
