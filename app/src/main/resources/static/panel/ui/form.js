/*
 * A form in a window, told as a list of fields. It keeps what was typed until it is saved: through problems, through
 * signing in again, and when somebody else has changed the same thing meanwhile (both are shown then).
 */
import { defineComponent, h, reactive, ref } from '../vue.js';
import { keys } from '../api.js';
import { t } from '../i18n/index.js';
import { confirm, Dialog, show } from './dialog.js';
import { Field } from './field.js';
import { words } from './problem.js';

function copy(values) {
  return JSON.parse(JSON.stringify(values));
}

function same(one, other) {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** What REST found wrong, by the name of the field: 'caps.day' belongs to the field of that name, or to 'caps'. */
function wrongFields(problem, fields) {
  const wrong = {};
  for (const { field, message } of problem.errors || []) {
    const plain = field.replace(/\[.*?\]/g, '');
    const found = fields.find(one => one.name === plain) || fields.find(one => one.name === plain.split('.')[0]);
    if (found) wrong[found.name] = t('wrong-value', { why: message });
  }
  return wrong;
}

function readable(field, value) {
  if (value === null || value === undefined || value === '') return '–';
  if (field.show) return field.show(value);
  const name = one => field.options?.find(option => option.value === one)?.label ?? String(one);
  if (Array.isArray(value)) return value.map(name).join(', ') || '–';
  return typeof value === 'boolean' ? t(value ? 'yes' : 'no') : name(value);
}

/** Mine and theirs beside each other. Says 'mine', 'theirs', or nothing. */
const Stale = defineComponent({
  props: { fields: Array, mine: Object, theirs: Object },
  emits: ['done'],
  setup: (props, { emit }) => () => h(Dialog, { title: t('stale.title'), wide: true, onClose: () => emit('done') }, () => [
    h('p', t('stale.text')),
    h('table', { class: 'table align-middle stale' }, [
      h('thead', h('tr', [h('th', { scope: 'col' }, t('stale.field')), h('th', { scope: 'col' }, t('stale.mine')), h('th', { scope: 'col' }, t('stale.theirs'))])),
      h('tbody', props.fields.filter(field => !same(props.mine[field.name], props.theirs[field.name])).map(field => h('tr', { key: field.name }, [
        h('th', { scope: 'row' }, field.label), h('td', { class: 'pre-line' }, readable(field, props.mine[field.name])), h('td', { class: 'pre-line' }, readable(field, props.theirs[field.name])),
      ]))),
    ]),
    h('div', { class: 'window-foot' }, [
      h('button', { type: 'button', class: 'btn btn-outline-secondary', onClick: () => emit('done', 'theirs') }, t('stale.take-theirs')),
      h('button', { type: 'button', class: 'btn btn-primary', onClick: () => emit('done', 'mine') }, t('stale.keep-mine')),
    ]),
  ]),
});

/**
 * The fields, a problem above them, and what saves them.
 *
 * fields: [{name, label, type …as Field, shown: values → whether it is asked}]
 * save: (values, etag, key of idempotency) → promise; what it gives is emitted as `saved`
 * reread: () → {values, etag} of what is stored now; needed where there are versions
 */
export const Form = defineComponent({
  props: { fields: Array, values: Object, etag: String, save: Function, reread: Function, button: String, cancel: Boolean },
  emits: ['saved', 'cancel', 'dirty'],
  setup(props, { emit, slots }) {
    const values = reactive(copy(props.values));
    const start = copy(props.values);
    const problem = ref(null);
    const wrong = ref({});
    const busy = ref(false);
    let etag = props.etag;
    let key = keys();

    async function stale() {
      const now = await props.reread();
      const choice = await show(Stale, { fields: props.fields, mine: copy(values), theirs: now.values });
      etag = now.etag;
      if (choice === 'theirs') Object.assign(values, copy(now.values));
      return choice === 'mine';
    }

    async function submit(e) {
      e?.preventDefault();
      if (busy.value) return;
      busy.value = true;
      problem.value = null;
      wrong.value = {};
      try {
        const saved = await props.save(copy(values), etag, key(values));
        key = keys(); // the same once more is meant to be done once more
        emit('saved', saved);
      } catch (refused) {
        if (refused.status === 412 && props.reread) {
          busy.value = false;
          if (await stale()) await submit();
          return;
        }
        problem.value = refused;
        wrong.value = wrongFields(refused, props.fields);
      } finally {
        busy.value = false;
      }
    }

    return () => h('form', { onSubmit: submit }, [
      problem.value && h('div', { class: 'alert alert-danger', role: 'alert' }, words(problem.value)),
      ...props.fields.filter(field => !field.shown || field.shown(values)).map(field => h(Field, {
        key: field.name, ...field, error: wrong.value[field.name], modelValue: values[field.name],
        'onUpdate:modelValue': value => {
          values[field.name] = value;
          field.changed?.(values);
          emit('dirty', !same(start, values));
        },
      })),
      slots.default?.(values),
      h('div', { class: 'window-foot' }, [
        props.cancel && h('button', { type: 'button', class: 'btn btn-outline-secondary', onClick: () => emit('cancel') }, t('cancel')),
        h('button', { type: 'submit', class: 'btn btn-primary', disabled: busy.value }, busy.value ? t('saving') : props.button || t('save')),
      ]),
    ]);
  },
});

const Editor = defineComponent({
  props: { title: String, wide: Boolean, form: Object, lead: String },
  emits: ['done'],
  setup(props, { emit }) {
    const dirty = ref(false);
    async function close() {
      if (!dirty.value || await confirm(t('leave.title'), t('leave.text'), t('leave.yes'))) emit('done');
    }
    return () => h(Dialog, { title: props.title, wide: props.wide, onClose: close }, () => [
      props.lead && h('p', { class: 'text-secondary' }, props.lead),
      h(Form, { ...props.form, cancel: true, onSaved: result => emit('done', result ?? true), onCancel: close, onDirty: changed => { dirty.value = changed; } }),
    ]);
  },
});

/** Opens a form in a window; promises what `save` gave, or undefined when it was closed. `form` as the props of Form. */
export function edit(title, form, { wide = false, lead = '' } = {}) {
  return show(Editor, { title, form, wide, lead });
}
