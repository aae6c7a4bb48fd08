/* Who is rung for crisis calls, and the helplines: what is changed here rings with app and database dead. */
import { defineComponent, h } from '../vue.js';
import { all, del, get, post, put } from '../api.js';
import { options } from '../choices.js';
import { t } from '../i18n/index.js';
import { confirm } from '../ui/dialog.js';
import { edit } from '../ui/form.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Moment, Page } from '../ui/page.js';
import { act, Table } from '../ui/table.js';
import { attempt, told } from '../ui/toast.js';

const HELPLINES = ['suicide', 'ambulance', 'women', 'children', 'police'];

const when = () => [
  { name: 'position', label: t('duty.position'), type: 'number', min: 1, max: 999, required: true },
  { name: 'times', label: t('duty.times'), hint: t('duty.times-hint') },
  { name: 'days', label: t('duty.days'), hint: t('duty.days-hint') },
  { name: 'languages', label: t('duty.languages'), hint: t('duty.languages-hint') },
];
const DUTY = {
  path: '/admin/duty',
  fields: () => [
    { name: 'label', label: t('duty.label'), maxlength: 80, required: true },
    { name: 'number', label: t('duty.number'), type: 'tel', required: true, hint: t('duty.number-hint') }, ...when(),
  ],
  fresh: { label: '', number: '', position: 1, times: '', days: '', languages: '' },
  name: one => one.label,
};
const HELP = {
  path: '/admin/helplines',
  fields: () => [
    { name: 'prompt', label: t('duty.words'), type: 'select', options: HELPLINES.map(one => ({ value: 'helpline.' + one, label: helplineName('helpline.' + one) })), required: true },
    { name: 'dial', label: t('duty.dial'), type: 'tel', hint: t('duty.dial-hint') },
    { name: 'spoken', label: t('duty.spoken'), inputmode: 'numeric', hint: t('duty.spoken-hint') },
    { name: 'reading', label: t('duty.reading'), type: 'select', options: [{ value: '', label: t('duty.reading-none') }, ...options('duty.reading', ['FIRST', 'MORE'])] }, ...when(),
  ],
  fresh: { prompt: 'helpline.suicide', dial: '', spoken: '', reading: '', position: 1, times: '', days: '', languages: '' },
  name: one => helplineName(one.prompt),
};

function helplineName(prompt) {
  const known = prompt.replace('helpline.', '');
  return HELPLINES.includes(known) ? t('helpline.' + known) : prompt;
}

/** What stands in a form: always and all are empty there. */
function valuesOf(kind, one) {
  return Object.fromEntries(Object.keys(kind.fresh).map(name => [name, one[name] === '*' ? '' : one[name] ?? '']));
}

function bodyOf(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === '' ? null : value]));
}

function open(kind, title, one) {
  const read = async () => {
    const { data, etag } = await get(`${kind.path}/${one.id}`);
    return { values: valuesOf(kind, data), etag };
  };
  const form = { fields: kind.fields(), reread: read, save: async (values, etag, key) => (one ? put(`${kind.path}/${one.id}`, bodyOf(values), etag) : post(kind.path, bodyOf(values), { key })) };
  return one ? read().then(now => edit(title, { ...form, ...now })) : edit(title, { ...form, values: kind.fresh });
}

export default defineComponent({
  setup() {
    const state = useLoad(async signal => {
      const [duty, helplines, pushed, phones] = await Promise.all([all('/admin/duty'), all('/admin/helplines'), get('/admin/crisis-numbers', { signal }).then(it => it.data, () => null), all('/admin/test-phones')]);
      return { duty, helplines, pushed, phones };
    });

    async function change(kind, title, one) {
      if (await attempt(async () => (await open(kind, title, one)) && told(t('saved')) === undefined)) state.reload();
    }

    async function remove(kind, one) {
      if (!await confirm(t('delete'), t('duty.delete-text', { name: kind.name(one) }), t('delete'))) return;
      const { data, etag } = await get(`${kind.path}/${one.id}`);
      const gone = await attempt(() => del(`${kind.path}/${one.id}`, etag), t('deleted'), async () => {
        await attempt(() => post(kind.path, bodyOf(valuesOf(kind, data))), t('saved'));
        state.reload();
      });
      if (gone) state.reload();
    }

    async function tested(kind, one) {
      if (await attempt(() => post(`${kind.path}/${one.id}/tested`), t('duty.tested-now'))) state.reload();
    }

    async function addPhone() {
      const added = await edit(t('duty.test-phone-new'), {
        fields: [{ name: 'label', label: t('duty.label'), maxlength: 80, required: true }, { name: 'number', label: t('duty.number'), type: 'tel', required: true, hint: t('duty.test-phone-hint') }],
        values: { label: '', number: '' }, save: (values, _, key) => post('/admin/test-phones', values, { key }),
      });
      if (added) state.reload();
    }

    async function removePhone(one) {
      if (await confirm(t('delete'), t('duty.delete-text', { name: one.label }), t('delete')) && await attempt(() => del('/admin/test-phones/' + one.id), t('deleted'))) state.reload();
    }

    const always = value => (value === '*' ? t('duty.always') : value);
    const whenColumns = () => [
      { key: 'times', label: t('duty.times'), cell: one => always(one.times) }, { key: 'days', label: t('duty.days'), cell: one => always(one.days) },
      { key: 'languages', label: t('duty.languages'), cell: one => (one.languages === '*' ? t('all') : one.languages) },
      { key: 'testedAt', label: t('duty.tested'), cell: one => (one.testedAt ? h(Moment, { at: one.testedAt }) : h(Badge, { tone: 'warn' }, () => t('duty.never'))) },
    ];
    const actions = kind => one => [
      act(t('duty.test-done'), kind.name(one), () => tested(kind, one)),
      act(t('change'), kind.name(one), () => change(kind, kind.name(one), one)),
      act(t('delete'), kind.name(one), () => remove(kind, one), { danger: true }),
    ];
    const head = (title, button, onClick) => h('div', { class: 'section-head' }, [h('h2', title), h('button', { type: 'button', class: 'btn btn-outline-primary', onClick }, button)]);

    return () => h(Page, { title: t('menu.duty'), lead: t('duty.lead') }, () => h(Loaded, { state }, ({ duty, helplines, pushed, phones }) => [
      pushed && h('div', { class: ['alert', pushed.upToDate ? 'alert-success' : 'alert-warning'], role: 'status' }, t(pushed.upToDate ? 'duty.pushed' : 'duty.not-pushed')),
      head(t('duty.roster'), t('duty.new'), () => change(DUTY, t('duty.new'))),
      duty.length ? h(Table, { caption: t('duty.roster'), rows: duty, columns: [{ key: 'label', label: t('duty.label') }, { key: 'number', label: t('duty.number') }, { key: 'position', label: t('duty.position'), end: true }, ...whenColumns()], actions: actions(DUTY) })
        : h('p', { class: 'empty' }, t('duty.nobody')),
      head(t('duty.helplines'), t('duty.help-new'), () => change(HELP, t('duty.help-new'))),
      helplines.length ? h(Table, {
        caption: t('duty.helplines'), rows: helplines,
        columns: [
          { key: 'prompt', label: t('duty.words'), cell: HELP.name }, { key: 'dial', label: t('duty.dial') },
          { key: 'spoken', label: t('duty.spoken'), cell: one => one.spoken && `${one.spoken} (${t('duty.reading.' + one.reading)})` }, { key: 'position', label: t('duty.position'), end: true }, ...whenColumns(),
        ],
        actions: actions(HELP),
      }) : h('p', { class: 'empty' }, t('duty.no-helplines')),
      head(t('duty.test-phones'), t('duty.test-phone-new'), addPhone),
      h('p', { class: 'text-secondary' }, t('duty.test-phones-lead')),
      phones.length > 0 && h(Table, { caption: t('duty.test-phones'), rows: phones, columns: [{ key: 'label', label: t('duty.label') }], actions: one => act(t('delete'), one.label, () => removePhone(one), { danger: true }) }),
    ]));
  },
});
