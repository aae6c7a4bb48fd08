/* What the line heeds: opening hours, holidays, limits, how long things are kept; and what groups can be about. */
import { defineComponent, h } from '../vue.js';
import { all, del, get, post, put } from '../api.js';
import { has, t } from '../i18n/index.js';
import { route } from '../router.js';
import { confirm } from '../ui/dialog.js';
import { edit, Form } from '../ui/form.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Page, Tabs } from '../ui/page.js';
import { act, Table } from '../ui/table.js';
import { attempt, told } from '../ui/toast.js';

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
const GROUPS = ['limits', 'shortCalls', 'lateHost', 'caps', 'bans', 'retention'];

/** '18:00-22:00, 06:00-08:00', of opening hours; and back. */
function hoursText(hours) {
  return hours.map(one => `${one.from.slice(0, 5)}-${one.to.slice(0, 5)}`).join(', ');
}

function hoursOf(text) {
  return text.split(',').map(one => one.trim()).filter(Boolean).map(one => {
    const [from, to] = one.split(/\s*[-–]\s*/);
    return { from, to };
  });
}

/** The settings as flat values of a form, and back; numbers are found in what REST gives, so that new ones appear. */
function valuesOf(settings) {
  const values = { closedNow: settings.closedNow, holidays: settings.holidays.map(one => `${one.date} ${one.name}`).join('\n') };
  for (const day of DAYS) values['hours.' + day] = hoursText(settings.hours[day] || []);
  for (const group of GROUPS) for (const [name, value] of Object.entries(settings[group] || {})) values[`${group}.${name}`] = value;
  return values;
}

function settingsOf(values, before) {
  const settings = { ...before, closedNow: values.closedNow, hours: {}, holidays: [] };
  for (const day of DAYS) settings.hours[day] = hoursOf(values['hours.' + day]);
  settings.holidays = values.holidays.split('\n').map(line => line.trim()).filter(Boolean).map(line => ({ date: line.slice(0, 10), name: line.slice(10).trim() }));
  for (const group of GROUPS) settings[group] = Object.fromEntries(Object.keys(before[group] || {}).map(name => [name, values[`${group}.${name}`]]));
  return settings;
}

function fields(settings) {
  const numbers = GROUPS.flatMap(group => Object.entries(settings[group] || {}).filter(([, value]) => typeof value === 'number').map(([name]) => {
    const key = `settings.${group}.${name}`;
    return { name: `${group}.${name}`, label: has(key) ? t(key) : `${group} · ${name}`, type: 'number', min: 0, required: true };
  }));
  return [
    { name: 'closedNow', label: t('settings.closedNow'), type: 'check', hint: t('settings.closedNow-hint') },
    ...DAYS.map(day => ({ name: 'hours.' + day, label: t('settings.hours', { day: t('day.' + day) }), hint: day === 'SUNDAY' ? t('settings.hours-hint') : '' })),
    { name: 'holidays', label: t('settings.holidays'), type: 'textarea', rows: 3, hint: t('settings.holidays-hint') },
    ...numbers,
  ];
}

const Settings = defineComponent({
  setup() {
    let now = null;
    const read = async () => {
      const { data, etag } = await get('/admin/settings');
      now = data;
      return { values: valuesOf(data), etag, data };
    };
    const state = useLoad(read);
    return () => h(Loaded, { state }, ({ values, etag, data }) => h('section', { class: 'card-plain settings' }, h(Form, {
      key: etag, fields: fields(data), values, etag, reread: read,
      save: (typed, seen) => put('/admin/settings', settingsOf(typed, now), seen),
      onSaved: () => { told(t('saved')); state.reload(); },
    })));
  },
});

/** Categories and languages: lists with a code, an order, and whether they are offered. */
const Choices = defineComponent({
  props: { kind: String },
  setup(props) {
    const isCategory = props.kind === 'categories';
    const path = '/admin/' + props.kind;
    const state = useLoad(async () => ({ items: await all('/' + props.kind), languages: await all('/languages') }));

    const names = () => state.data.languages.map(one => ({ name: 'name.' + one.code, label: t('choices.name-in', { language: one.name }), maxlength: 60 }));
    const form = code => [
      ...(code ? [] : [{ name: 'code', label: t('choices.code'), required: true, hint: t(isCategory ? 'choices.code-hint' : 'choices.language-hint') }]),
      ...(isCategory ? names() : [{ name: 'name', label: t('name'), required: true, maxlength: 40 }]),
      { name: 'position', label: t('choices.position'), type: 'number', min: 0, max: 127, required: true },
      ...(isCategory ? [{ name: 'voiceDisguise', label: t('choices.disguise'), type: 'check' }] : []),
      { name: 'active', label: t('choices.active'), type: 'check' },
    ];
    function valuesOfOne(one) {
      const values = { code: one.code, position: one.position, active: one.active };
      if (!isCategory) return { ...values, name: one.name };
      for (const { code } of state.data.languages) values['name.' + code] = one.names[code] || '';
      return { ...values, voiceDisguise: one.voiceDisguise };
    }
    function bodyOf({ code, position, active, voiceDisguise, name, ...rest }) {
      if (!isCategory) return { code, name, position, active };
      const filled = Object.entries(rest).filter(([, value]) => value).map(([key, value]) => [key.slice('name.'.length), value]);
      return { code, names: Object.fromEntries(filled), position, voiceDisguise, active };
    }
    const read = async code => {
      const found = (await all('/' + props.kind)).find(one => one.code === code);
      return { values: valuesOfOne(found), etag: `"${found.version}"` };
    };

    async function open(one) {
      const saved = await attempt(async () => edit(one ? one.code : t('choices.new'), one
        ? { fields: form(one.code), ...await read(one.code), reread: () => read(one.code), save: (values, etag) => put(`${path}/${one.code}`, bodyOf(values), etag) }
        : { fields: form(), values: valuesOfOne({ code: '', position: state.data.items.length + 1, active: true, names: {}, name: '', voiceDisguise: false }), save: (values, _, key) => post(path, bodyOf(values), { key }) }));
      if (saved && saved !== true) {
        told(t('saved'));
        state.reload();
      }
    }

    async function remove(one) {
      if (await confirm(t('delete'), t('choices.delete-text', { code: one.code }), t('delete')) && await attempt(() => del(`${path}/${one.code}`), t('deleted'))) state.reload();
    }

    return () => h(Loaded, { state }, ({ items, languages }) => [
      h('div', { class: 'section-head' }, [h('h2', t('settings.' + props.kind)), h('button', { type: 'button', class: 'btn btn-outline-primary', onClick: () => open() }, t('choices.new'))]),
      h(Table, {
        caption: t('settings.' + props.kind), rows: items, keyed: one => one.code,
        columns: [
          { key: 'code', label: t('choices.code'), cell: one => h('code', one.code) },
          ...(isCategory ? languages.map(spoken => ({ key: spoken.code, label: spoken.name, cell: one => one.names[spoken.code] })) : [{ key: 'name', label: t('name') }]),
          { key: 'position', label: t('choices.position'), end: true },
          { key: 'active', label: t('state'), cell: one => h(Badge, { tone: one.active ? 'good' : 'still' }, () => t(one.active ? 'choices.active' : 'choices.inactive')) },
        ],
        actions: one => [act(t('change'), one.code, () => open(one)), act(t('delete'), one.code, () => remove(one), { danger: true })],
      }),
    ]);
  },
});

export default defineComponent({
  setup: () => () => h(Page, { title: t('menu.settings'), lead: t('settings.lead') }, () => [
    h(Tabs, { name: 'tab', tabs: ['operating', 'categories', 'languages'].map(value => ({ value, label: t('settings.' + value) })) }),
    route.query.tab === 'categories' || route.query.tab === 'languages' ? h(Choices, { key: route.query.tab, kind: route.query.tab }) : h(Settings),
  ]),
});
