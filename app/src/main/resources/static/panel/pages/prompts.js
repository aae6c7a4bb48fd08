/* Every sentence the line says: to be heard, read, replaced by a recording, and reviewed by a native reader. */
import { defineComponent, h, reactive } from '../vue.js';
import { del, get, put, upload, url } from '../api.js';
import { languages, labelOf, options } from '../choices.js';
import { language, number, t } from '../i18n/index.js';
import { narrow, route } from '../router.js';
import { Dialog, show } from '../ui/dialog.js';
import { Drop, Progress } from '../ui/drop.js';
import { edit } from '../ui/form.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Filter, Filters, Page } from '../ui/page.js';
import { words } from '../ui/problem.js';
import { act, Pager } from '../ui/table.js';
import { attempt, told } from '../ui/toast.js';

const STATES = ['LACKING', 'SYNTHETIC', 'RECORDED', 'UNREVIEWED', 'REVIEWED', 'TOO_LONG'];
const path = one => `/admin/prompts/${one.language}/${one.key}`;

const Replace = defineComponent({
  props: { sentence: Object },
  emits: ['done'],
  setup(props, { emit }) {
    const form = reactive({ file: null, sent: null, problem: null });
    async function send(e) {
      e.preventDefault();
      if (!form.file || form.sent !== null) return;
      const body = new FormData();
      body.append('audio', form.file);
      form.problem = null;
      form.sent = 0;
      try {
        const { etag } = await get(path(props.sentence));
        emit('done', (await upload(path(props.sentence) + '/recording', body, part => { form.sent = part; }, { method: 'PUT', etag })).data);
      } catch (problem) {
        form.problem = problem;
      } finally {
        form.sent = null;
      }
    }
    return () => h(Dialog, { title: t('prompts.replace'), onClose: () => emit('done') }, () => h('form', { onSubmit: send }, [
      h('blockquote', { class: 'sentence', lang: props.sentence.language }, props.sentence.text),
      h('p', { class: 'text-secondary' }, t('prompts.replace-text', { max: number(props.sentence.max, 1) })),
      form.problem && h('div', { class: 'alert alert-danger', role: 'alert' }, form.problem.status ? words(form.problem) : t('drop.broken')),
      h(Drop, { label: t('prompts.file'), accept: 'audio/*,video/mp4,video/webm,.amr,.3gp,.caf', hint: t('prompts.file-hint'), file: form.file, onFile: file => { form.file = file; form.problem = null; } }),
      form.sent !== null && h(Progress, { of: form.sent }),
      h('div', { class: 'window-foot' }, [
        h('button', { type: 'button', class: 'btn btn-outline-secondary', onClick: () => emit('done') }, t('cancel')),
        h('button', { type: 'submit', class: 'btn btn-primary', disabled: !form.file || form.sent !== null }, t(form.problem ? 'again' : 'prompts.replace')),
      ]),
    ]));
  },
});

function Sentence({ one, spoken }, { emit }) {
  const problem = one.seconds === null || one.seconds === undefined;
  return h('article', { class: 'card-plain sentence-card', 'aria-label': one.key }, [
    h('header', { class: 'd-flex flex-wrap gap-2 align-items-center' }, [
      h('code', one.key), h('small', { class: 'text-secondary' }, `${labelOf(spoken, one.language)} · ${one.section}`),
      h(Badge, { tone: one.source === 'SYNTHETIC' ? 'warn' : 'good' }, () => t('prompts.' + one.source)),
      h(Badge, { tone: one.reviewed ? 'good' : 'still' }, () => t(one.reviewed ? 'prompts.REVIEWED' : 'prompts.UNREVIEWED')),
      one.tooLong && h(Badge, { tone: 'bad' }, () => t('prompts.TOO_LONG')),
      one.vital && h(Badge, { tone: 'calm' }, () => t('prompts.vital')),
      h('small', { class: 'text-secondary ms-auto' }, t('prompts.seconds', { seconds: number(one.seconds, 1), max: number(one.max, 1) })),
    ]),
    h('blockquote', { class: 'sentence', lang: one.language }, one.text),
    h('div', { class: 'd-flex flex-wrap gap-2 align-items-center' }, [
      problem ? h('span', { class: 'text-secondary' }, t('prompts.silent')) : h('audio', { controls: true, preload: 'none', src: `${path(one)}/audio?${encodeURIComponent(one.version)}`, 'aria-label': t('prompts.listen', { key: one.key }) }),
      h('span', { class: 'ms-auto actions' }, [
        act(t('prompts.replace'), one.key, () => emit('replace')),
        one.source === 'REPLACED' && act(t('prompts.restore'), one.key, () => emit('restore')),
        one.reviewed ? act(t('prompts.unreview'), one.key, () => emit('review', false)) : act(t('prompts.review'), one.key, () => emit('review', true)),
      ]),
    ]),
  ]);
}
Sentence.props = ['one', 'spoken'];
Sentence.emits = ['replace', 'restore', 'review'];

const Approval = defineComponent({
  setup() {
    const read = async () => {
      const { data, etag } = await get('/admin/prompts/approval');
      return { data, etag, values: { override: data.override, reason: '' } };
    };
    const state = useLoad(read);
    async function decide() {
      const done = await attempt(async () => edit(t('approval.title'), {
        fields: [{ name: 'override', label: t('approval.override'), type: 'check' }, { name: 'reason', label: t('approval.reason'), type: 'textarea', maxlength: 500, required: true }],
        ...await read(), reread: read, save: (values, etag) => put('/admin/prompts/approval', values, etag),
      }, { lead: t('approval.lead') }));
      if (done && done !== true) state.reload();
    }
    return () => h(Loaded, { state }, ({ data }) => h('div', { class: ['alert d-flex flex-wrap gap-2 align-items-center', data.groupsMayOpen ? 'alert-success' : 'alert-warning'], role: 'status' }, [
      h('span', { class: 'flex-grow-1' }, [
        t(data.groupsMayOpen ? (data.override ? 'approval.overridden' : data.required ? 'approval.whole' : 'approval.not-needed') : 'approval.waiting'), ' ',
        data.lacking.length > 0 && t('approval.lacking', { count: number(data.lacking.length) }), data.override && data.reason ? ` “${data.reason}”` : '',
      ]),
      h('button', { type: 'button', class: 'btn btn-sm btn-outline-dark', onClick: decide }, t('approval.decide')),
    ]));
  },
});

export default defineComponent({
  setup() {
    const spoken = useLoad(() => languages(), () => language.value);
    const list = useLoad(async signal => {
      const { language: code, state, search, page } = route.query;
      return (await get(url('/admin/prompts', { language: code, state, search, page, size: 10 }), { signal })).data;
    }, () => JSON.stringify(route.query));

    async function replace(one) {
      if (!await show(Replace, { sentence: one })) return;
      told(t('prompts.replaced'), () => restore(one));
      list.reload();
    }

    async function restore(one) {
      if (await attempt(() => del(path(one) + '/recording'), t('prompts.restored'))) list.reload();
    }

    async function review(one, yes, canUndo = true) {
      const done = await attempt(() => (yes ? put(path(one) + '/review', undefined, `"${one.version}"`) : del(path(one) + '/review')), t(yes ? 'prompts.reviewed-now' : 'prompts.unreviewed-now'), canUndo ? () => review(one, !yes, false) : null);
      if (done) list.reload();
    }

    return () => h(Page, { title: t('menu.prompts'), lead: t('prompts.lead') }, () => [
      h(Approval),
      h(Filters, () => [
        h(Filter, { name: 'search', label: t('prompts.search') }), h(Filter, { name: 'language', label: t('language'), options: spoken.data || [] }),
        h(Filter, { name: 'state', label: t('state'), options: options('prompts', STATES) }),
      ]),
      h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('prompts.none') }, page => [
        page.items.map(one => h(Sentence, { key: one.language + one.key, one, spoken: spoken.data, onReplace: () => replace(one), onRestore: () => restore(one), onReview: yes => review(one, yes) })),
        h(Pager, { page, onGo: to => narrow({ page: to }) }),
      ]),
    ]);
  },
});
