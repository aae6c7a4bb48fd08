/* What hosts reported after their sessions, for admins: what waits to be seen to first. Each reading is written down. */
import { defineComponent, h, ref } from '../vue.js';
import { get, put, url } from '../api.js';
import { categories, labelOf } from '../choices.js';
import { digits, language, t } from '../i18n/index.js';
import { link, narrow, route } from '../router.js';
import { Dialog, show } from '../ui/dialog.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Filter, Filters, Moment } from '../ui/page.js';
import { words } from '../ui/problem.js';
import { act, Pager, Table } from '../ui/table.js';
import { attempt, told } from '../ui/toast.js';
import { RISK_TONES } from './reports.js';

const path = id => '/admin/reports/' + id;

const Risk = ({ report }) => h(Badge, { tone: RISK_TONES[report.risk] }, () => t('risk.' + report.risk));
Risk.props = ['report'];

const Standing = ({ report }) => (report.toFollowUp ? h(Badge, { tone: 'warn' }, () => t('flags.open'))
  : report.handledAt ? h(Badge, { tone: 'good' }, () => t('flags.handled')) : h(Badge, () => t('desk.nothing')));
Standing.props = ['report'];

/** One report, with its words and its voice. Says in `done` {handled, etag} when it was seen to, or opened again. */
const Reading = defineComponent({
  props: { id: Number, topics: Function },
  emits: ['done'],
  setup(props, { emit }) {
    const problem = ref(null);
    const read = useLoad(async signal => get(path(props.id), { signal }));

    async function handle(handled) {
      problem.value = null;
      try {
        const { etag } = await put(path(props.id), { handled }, read.data.etag);
        emit('done', { handled, etag });
      } catch (refused) {
        problem.value = refused;
        if (refused.status === 412) read.reload(); // its host changed it: the new words are shown
      }
    }

    const fact = (label, what) => h('div', [h('dt', label), h('dd', what)]);
    return () => h(Dialog, { title: t('desk.report'), wide: true, onClose: () => emit('done') }, () => [
      problem.value && h('div', { class: 'alert alert-warning', role: 'alert' }, words(problem.value)),
      h(Loaded, { state: read }, ({ data: report }) => [
        h('dl', { class: 'facts' }, [
          fact(t('reports.risk'), h(Risk, { report })),
          fact(t('reports.session'), h('span', `${labelOf(props.topics(), report.category)} · ${digits('#' + report.sessionId)}`)),
          fact(t('desk.host'), report.volunteerId ? digits(report.volunteerId) : t('desk.gone')),
          fact(t('reports.filed-at'), h(Moment, { at: report.filedAt })),
          fact(t('reports.followUp'), t(report.followUp ? 'yes' : 'no')),
          fact(t('reports.topics'), report.topics.map(code => labelOf(props.topics(), code)).join(', ') || '–'),
          report.handledAt && fact(t('flags.handled'), [h(Moment, { at: report.handledAt }), report.handledBy && h('small', { class: 'text-secondary d-block' }, digits(report.handledBy))]),
        ]),
        report.notes ? h('blockquote', { class: 'sentence pre-line' }, report.notes) : h('p', { class: 'text-secondary' }, t('desk.no-words')),
        report.hasVoice && h('audio', { controls: true, preload: 'none', src: path(report.id) + '/audio', 'aria-label': t('reports.voice') }),
        h('div', { class: 'window-foot' }, [
          h('button', { type: 'button', class: 'btn btn-outline-secondary', onClick: () => emit('done') }, t('close')),
          report.handledAt
            ? h('button', { type: 'button', class: 'btn btn-outline-primary', onClick: () => handle(false) }, t('flags.reopen'))
            : h('button', { type: 'button', class: 'btn btn-primary', onClick: () => handle(true) }, t('flags.handle')),
        ]),
      ]),
    ]);
  },
});

/**
 * Opens one report in a window. `topics` gives the categories as soon as they are there; `changed` is called when it was
 * seen to or opened again, and when that was undone.
 */
export async function read(id, topics, changed) {
  const done = await show(Reading, { id, topics });
  if (!done) return;
  const undo = async () => {
    if (await attempt(() => put(path(id), { handled: !done.handled }, done.etag), t(done.handled ? 'flags.open-again' : 'flags.handled-now'))) changed();
  };
  told(t(done.handled ? 'flags.handled-now' : 'flags.open-again'), undo);
  changed();
}

/** The list, the latest first; of one volunteer where `volunteer` is told. Emits `changed`. */
export const Reports = defineComponent({
  props: { volunteer: String },
  emits: ['changed'],
  setup(props, { emit }) {
    const topics = useLoad(() => categories(), () => language.value);
    const usual = props.volunteer ? 'all' : 'true';
    const list = useLoad(async signal => {
      const { risk, waits = usual, page } = route.query;
      return (await get(url('/admin/reports', { risk, toFollowUp: waits === 'all' ? null : waits, volunteer: props.volunteer, page }), { signal })).data;
    }, () => JSON.stringify(route.query));

    function changed() {
      list.reload();
      emit('changed');
    }

    return () => [
      h(Filters, () => [
        h(Filter, { name: 'waits', label: t('state'), usual, options: [{ value: 'true', label: t('flags.open') }, { value: 'all', label: t('all') }] }),
        h(Filter, { name: 'risk', label: t('reports.risk'), options: [2, 3].map(risk => ({ value: String(risk), label: t('desk.risk-from.' + risk) })) }),
      ]),
      h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t((route.query.waits || usual) === 'true' ? 'desk.none-waits' : 'desk.none') }, page => [
        h(Table, {
          caption: t('desk.tab'), rows: page.items,
          columns: [
            { key: 'filedAt', label: t('reports.filed-at'), cell: report => h(Moment, { at: report.filedAt }) },
            { key: 'risk', label: t('reports.risk'), cell: report => h(Risk, { report }) },
            { key: 'category', label: t('category'), cell: report => labelOf(topics.data, report.category) },
            ...(props.volunteer ? [] : [{ key: 'volunteerId', label: t('desk.host'), cell: report => (report.volunteerId ? h('a', { href: link('volunteer', { id: report.volunteerId }) }, digits(report.volunteerId)) : t('desk.gone')) }]),
            { key: 'toFollowUp', label: t('state'), cell: report => h(Standing, { report }) },
          ],
          actions: report => act(t(report.hasVoice ? 'desk.listen' : 'desk.read'), digits('#' + report.id), () => read(report.id, () => topics.data, changed)),
        }),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ]),
    ];
  },
});
