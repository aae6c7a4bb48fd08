/* What a volunteer files after a session: how risky it was, what follows, and how they are themselves. */
import { defineComponent, h } from '../vue.js';
import { all, get, post, put, url } from '../api.js';
import { categories, labelOf, titleOf } from '../choices.js';
import { digits, language, t } from '../i18n/index.js';
import { narrow, route } from '../router.js';
import { full } from '../time.js';
import { edit } from '../ui/form.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Moment, Page } from '../ui/page.js';
import { act, Pager, Table } from '../ui/table.js';
import { attempt, told } from '../ui/toast.js';

/** Who reports later must look for the session in the form. As the phone asks for reports. */
const DUE_FOR = 7 * 86_400_000;

export const RISK_TONES = { 1: 'good', 2: 'warn', 3: 'bad' };

export default defineComponent({
  setup() {
    const topics = useLoad(() => categories(), () => language.value);
    /** Ids of sessions that need no report any more. */
    const reported = useLoad(async () => new Set((await all('/cmhv/reports')).map(one => one.sessionId)));
    const held = useLoad(async signal => (await get(url('/cmhv/sessions', { state: 'ENDED', size: 100 }), { signal })).data.items);
    const list = useLoad(async signal => (await get(url('/cmhv/reports', { page: route.query.page }), { signal })).data, () => route.query.page);

    const fields = sessions => [
      ...(sessions ? [{ name: 'sessionId', label: t('reports.session'), type: 'select', options: sessions.map(one => ({ value: String(one.id), label: `${named(one)} · ${full(one.startsAt)}` })), required: true }] : []),
      { name: 'risk', label: t('reports.risk'), type: 'select', options: [1, 2, 3].map(value => ({ value: String(value), label: t('risk.' + value) })), required: true, hint: t('reports.risk-hint') },
      { name: 'followUp', label: t('reports.followUp'), type: 'check' },
      { name: 'topics', label: t('reports.topics'), type: 'checks', options: topics.data },
      { name: 'notes', label: t('reports.notes'), type: 'textarea', rows: 5, maxlength: 2000, hint: t('reports.notes-hint') },
      { name: 'wellbeing', label: t('reports.wellbeing'), type: 'select', options: [{ value: '', label: t('reports.no-answer') }, ...[1, 2, 3, 4, 5].map(value => ({ value: String(value), label: t('wellbeing.' + value) }))], hint: t('reports.wellbeing-hint') },
    ];
    const valuesOf = one => ({ sessionId: String(one.sessionId), risk: String(one.risk), followUp: one.followUp, topics: one.topics, notes: one.notes || '', wellbeing: one.wellbeing ? String(one.wellbeing) : '' });
    const bodyOf = values => ({ sessionId: Number(values.sessionId), risk: Number(values.risk), followUp: values.followUp, topics: values.topics, notes: values.notes || null, wellbeing: values.wellbeing ? Number(values.wellbeing) : null });

    async function after(form) {
      const saved = await attempt(form);
      if (saved && saved !== true) {
        told(t('reports.filed'));
        reported.reload();
        list.reload();
      }
    }

    const named = one => titleOf(one, topics.data);
    const unreported = () => (held.data && reported.data ? held.data.filter(one => !reported.data.has(one.id)) : []);
    const due = () => unreported().filter(one => Date.now() - Date.parse(one.startsAt) < DUE_FOR);
    /** What is not known yet of what stands above the list: it would push it down. */
    const missing = () => [held, reported].find(one => one.data === null);
    const file = session => after(() => edit(t('reports.new'), {
      fields: fields(unreported()), values: { sessionId: String(session.id), risk: '1', followUp: false, topics: [], notes: '', wellbeing: '' },
      button: t('reports.file'), save: (values, _, key) => post('/cmhv/report', bodyOf(values), { key }),
    }, { wide: true }));

    const read = async id => {
      const { data, etag } = await get('/cmhv/report/' + id);
      return { values: valuesOf(data), etag };
    };
    const change = one => after(async () => edit(t('reports.change'), { fields: fields(null), ...await read(one.id), reread: () => read(one.id), save: (values, etag) => put('/cmhv/report/' + one.id, bodyOf(values), etag) }, { wide: true }));

    const session = one => held.data?.find(other => other.id === one.sessionId);
    const name = one => (session(one) ? named(session(one)) : digits('#' + one.sessionId));
    const notes = one => [
      (one.notes || !one.hasVoice) && h('span', { class: 'pre-line' }, one.notes || '–'),
      one.hasVoice && h('audio', { controls: true, preload: 'none', src: `/cmhv/report/${one.id}/audio`, 'aria-label': t('reports.voice') }),
    ];
    const open = one => Date.now() - Date.parse(one.filedAt) < 86_400_000;

    return () => h(Page, { title: t('menu.reports'), lead: t('reports.lead') }, {
      actions: () => h('button', { type: 'button', class: 'btn btn-primary', disabled: !unreported().length || !topics.data, onClick: () => file(unreported()[0]) }, t('reports.new')),
      default: () => (missing() ? h(Loaded, { state: missing() }) : [due().length > 0 && h('section', { class: 'card-plain card-sun' }, [
        h('h2', t('reports.due')),
        h(Table, {
          caption: t('reports.due'), rows: due(),
          columns: [{ key: 'title', label: t('reports.session'), cell: named }, { key: 'startsAt', label: t('sessions.starts'), cell: one => h(Moment, { at: one.startsAt }) }],
          actions: one => act(t('reports.write'), named(one), () => file(one), { disabled: !topics.data }),
        }),
      ]), h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('reports.none') }, page => [
        h(Table, {
          caption: t('menu.reports'), rows: page.items,
          columns: [
            { key: 'sessionId', label: t('reports.session'), cell: name },
            { key: 'risk', label: t('reports.risk'), cell: one => h(Badge, { tone: RISK_TONES[one.risk] }, () => t('risk.' + one.risk)) },
            { key: 'followUp', label: t('reports.followUp'), cell: one => t(one.followUp ? 'yes' : 'no') },
            { key: 'topics', label: t('reports.topics'), cell: one => one.topics.map(code => labelOf(topics.data, code)).join(', ') || '–' },
            { key: 'notes', label: t('reports.notes'), cell: notes },
            { key: 'filedAt', label: t('reports.filed-at'), cell: one => h(Moment, { at: one.filedAt }) },
          ],
          actions: one => open(one) && act(t('change'), name(one), () => change(one)),
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ])]),
    });
  },
});
