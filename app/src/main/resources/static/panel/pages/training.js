/* Training material: uploaded, looked at, published. */
import { defineComponent, h, reactive } from '../vue.js';
import { del, get, keys, put, upload, url } from '../api.js';
import { languages, labelOf, options } from '../choices.js';
import { digits, language, number, t } from '../i18n/index.js';
import { narrow, route } from '../router.js';
import { confirm, Dialog, show } from '../ui/dialog.js';
import { Drop, Progress } from '../ui/drop.js';
import { Field } from '../ui/field.js';
import { edit } from '../ui/form.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Filter, Filters, Moment, Page } from '../ui/page.js';
import { words } from '../ui/problem.js';
import { act, Pager, Table } from '../ui/table.js';
import { attempt, told } from '../ui/toast.js';

const AUDIENCES = ['CALLERS', 'VOLUNTEERS'];

const Upload = defineComponent({
  props: { spoken: Array },
  emits: ['done'],
  setup(props, { emit }) {
    const form = reactive({ title: '', audience: 'VOLUNTEERS', language: props.spoken[0]?.value, file: null, sent: null, problem: null });
    const key = keys();
    let chosen = 0;
    function choose(file) {
      chosen++;
      form.file = file;
      form.problem = null;
      if (!form.title) form.title = file.name.replace(/\.\w+$/, '');
    }
    async function send(e) {
      e.preventDefault();
      if (!form.file || form.sent !== null) return;
      const body = new FormData();
      for (const name of ['title', 'audience', 'language', 'file']) body.append(name, form[name]);
      form.problem = null;
      form.sent = 0;
      try {
        emit('done', (await upload('/admin/training', body, part => { form.sent = part; }, { key: key([chosen, form.title, form.audience, form.language]) })).data);
      } catch (problem) {
        form.problem = problem;
      } finally {
        form.sent = null;
      }
    }
    const field = (name, more) => h(Field, { ...more, name, modelValue: form[name], 'onUpdate:modelValue': value => { form[name] = value; } });
    return () => h(Dialog, { title: t('material.new'), onClose: () => emit('done') }, () => h('form', { onSubmit: send }, [
      form.problem && h('div', { class: 'alert alert-danger', role: 'alert' }, form.problem.status ? words(form.problem) : t('drop.broken')),
      h(Drop, { label: t('material.file'), accept: '.pdf,application/pdf,audio/*,video/mp4,video/webm,.amr,.3gp,.caf', hint: t('material.file-hint'), file: form.file, onFile: choose }),
      field('title', { label: t('material.title'), maxlength: 120, required: true }),
      field('audience', { label: t('material.audience'), type: 'select', options: options('audience', AUDIENCES) }),
      field('language', { label: t('language'), type: 'select', options: props.spoken }),
      form.sent !== null && h(Progress, { of: form.sent }),
      h('div', { class: 'window-foot' }, [
        h('button', { type: 'button', class: 'btn btn-outline-secondary', onClick: () => emit('done') }, t('cancel')),
        h('button', { type: 'submit', class: 'btn btn-primary', disabled: !form.file || form.sent !== null }, t(form.problem ? 'again' : 'material.send')),
      ]),
    ]));
  },
});

/** What it is, to be heard here or opened elsewhere. */
export function Preview({ material }) {
  return material.mediaType.startsWith('audio/')
    ? h('audio', { controls: true, preload: 'none', src: material.file, 'aria-label': material.title })
    : h('a', { href: material.file, download: `${material.title}.pdf` }, t('material.open', { size: number(material.size / 1_048_576, 1) }));
}
Preview.props = ['material'];

export default defineComponent({
  setup() {
    const spoken = useLoad(() => languages(), () => language.value);
    const list = useLoad(async signal => {
      const { audience, language: code, page } = route.query;
      return (await get(url('/admin/training', { audience, language: code, page }), { signal })).data;
    }, () => JSON.stringify(route.query));

    const read = async id => {
      const { data, etag } = await get('/admin/training/' + id);
      return { values: { title: data.title, audience: data.audience, language: data.language, published: data.published }, etag };
    };

    async function add() {
      if (!await show(Upload, { spoken: spoken.data })) return;
      told(t('material.sent'));
      list.reload();
    }

    async function change(one) {
      const saved = await attempt(async () => edit(one.title, {
        fields: [
          { name: 'title', label: t('material.title'), maxlength: 120, required: true }, { name: 'audience', label: t('material.audience'), type: 'select', options: options('audience', AUDIENCES) },
          { name: 'language', label: t('language'), type: 'select', options: spoken.data }, { name: 'published', label: t('material.published'), type: 'check' },
        ],
        ...await read(one.id), reread: () => read(one.id), save: (values, etag) => put('/admin/training/' + one.id, values, etag),
      }));
      if (saved && saved !== true) {
        told(t('saved'));
        list.reload();
      }
    }

    async function publish(one, published, canUndo = true) {
      const done = await attempt(async () => {
        const { values, etag } = await read(one.id);
        await put('/admin/training/' + one.id, { ...values, published }, etag);
      }, t(published ? 'material.published-now' : 'material.taken-back'), canUndo ? () => publish(one, !published, false) : null);
      if (done) list.reload();
    }

    async function remove(one) {
      if (await confirm(t('delete'), t('material.delete-text', { title: one.title }), t('delete')) && await attempt(() => del('/admin/training/' + one.id), t('deleted'))) list.reload();
    }

    return () => h(Page, { title: t('menu.training'), lead: t('material.lead') }, {
      actions: () => h('button', { type: 'button', class: 'btn btn-primary', disabled: !spoken.data, onClick: add }, t('material.new')),
      default: () => [
        h(Filters, () => [h(Filter, { name: 'audience', label: t('material.audience'), options: options('audience', AUDIENCES) }), h(Filter, { name: 'language', label: t('language'), options: spoken.data || [] })]),
        h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('material.none') }, page => [
          h(Table, {
            caption: t('menu.training'), rows: page.items,
            columns: [
              { key: 'title', label: t('material.title') }, { key: 'audience', label: t('material.audience'), cell: one => t('audience.' + one.audience) },
              { key: 'language', label: t('language'), cell: one => labelOf(spoken.data, one.language) },
              { key: 'file', label: t('material.preview'), cell: one => h('span', [h(Preview, { material: one }), one.seconds && h('small', { class: 'text-secondary d-block' }, digits(t('seconds', { seconds: one.seconds })))]) },
              { key: 'uploadedAt', label: t('material.uploaded'), cell: one => h(Moment, { at: one.uploadedAt }) },
              { key: 'published', label: t('state'), cell: one => h(Badge, { tone: one.published ? 'good' : 'still' }, () => t(one.published ? 'material.published' : 'material.unpublished')) },
            ],
            actions: one => [
              act(t(one.published ? 'material.take-back' : 'material.publish'), one.title, () => publish(one, !one.published)),
              act(t('change'), one.title, () => change(one)), act(t('delete'), one.title, () => remove(one), { danger: true }),
            ],
          }),
          h(Pager, { page, onGo: to => narrow({ page: to }) }),
        ]),
      ],
    });
  },
});
