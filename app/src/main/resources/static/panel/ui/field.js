/* One question of a form, with its label, its hint, and what is wrong with the answer. */
import { defineComponent, h, useId } from '../vue.js';
import { t } from '../i18n/index.js';

const INPUTS = ['text', 'number', 'password', 'date', 'datetime-local', 'time', 'tel', 'search'];

/**
 * type: text, number, password, date, datetime-local, time, tel, textarea, select, check, checks. `options` of select
 * and checks: [{value, label}]. What a checks field holds is a list; what an empty number holds is null.
 */
export const Field = defineComponent({
  props: {
    label: String, type: { type: String, default: 'text' }, modelValue: null, options: Array, hint: String, error: String,
    required: Boolean, min: null, max: null, maxlength: Number, rows: Number, step: null, autocomplete: String, inputmode: String,
    pattern: String, name: String, disabled: Boolean,
  },
  emits: ['update:modelValue'],
  setup(props, { emit }) {
    const id = useId();
    const change = value => emit('update:modelValue', value);
    const describedBy = () => [props.error && id + '-error', props.hint && id + '-hint'].filter(Boolean).join(' ') || null;

    function common() {
      return {
        id, name: props.name, required: props.required, disabled: props.disabled, 'aria-describedby': describedBy(),
        'aria-invalid': props.error ? 'true' : null,
      };
    }

    function control() {
      const common_ = common();
      const invalid = props.error && 'is-invalid';
      if (props.type === 'textarea') {
        return h('textarea', { ...common_, class: ['form-control', invalid], rows: props.rows || 4, maxlength: props.maxlength, value: props.modelValue ?? '', onInput: e => change(e.target.value) });
      }
      if (props.type === 'select') {
        return h('select', { ...common_, class: ['form-select', invalid], value: props.modelValue ?? '', onChange: e => change(e.target.value) },
          props.options.map(one => h('option', { value: one.value, selected: one.value === (props.modelValue ?? '') }, one.label)));
      }
      return h('input', {
        ...common_, class: ['form-control', invalid], type: INPUTS.includes(props.type) ? props.type : 'text', min: props.min, max: props.max, step: props.step,
        maxlength: props.maxlength, autocomplete: props.autocomplete, inputmode: props.inputmode, pattern: props.pattern, value: props.modelValue ?? '',
        onInput: e => change(props.type === 'number' ? (e.target.value === '' ? null : Number(e.target.value)) : e.target.value),
      });
    }

    function notes() {
      return [
        props.hint && h('div', { id: id + '-hint', class: 'form-text' }, props.hint),
        props.error && h('div', { id: id + '-error', class: 'wrong', role: 'alert' }, props.error),
      ];
    }

    function label() {
      return [props.label, props.required && h('span', { class: 'needed', 'aria-hidden': 'true' }, ' *')];
    }

    return () => {
      if (props.type === 'check') {
        return h('div', { class: 'mb-3 form-check' }, [
          h('input', { ...common(), class: 'form-check-input', type: 'checkbox', checked: !!props.modelValue, onChange: e => change(e.target.checked) }),
          h('label', { class: 'form-check-label', for: id }, label()), ...notes(),
        ]);
      }
      if (props.type === 'checks') {
        const held = props.modelValue || [];
        return h('fieldset', { class: 'mb-3', 'aria-describedby': describedBy() }, [
          h('legend', { class: 'form-label' }, label()),
          h('div', { class: 'checks' }, props.options.length ? props.options.map(one => h('div', { key: one.value, class: 'form-check' }, [
            h('input', {
              class: 'form-check-input', type: 'checkbox', id: id + one.value, checked: held.includes(one.value),
              onChange: e => change(e.target.checked ? [...held, one.value] : held.filter(other => other !== one.value)),
            }),
            h('label', { class: 'form-check-label', for: id + one.value }, one.label),
          ])) : h('span', { class: 'text-secondary' }, t('none'))), ...notes(),
        ]);
      }
      return h('div', { class: 'mb-3' }, [h('label', { class: 'form-label', for: id }, label()), control(), ...notes()]);
    };
  },
});
