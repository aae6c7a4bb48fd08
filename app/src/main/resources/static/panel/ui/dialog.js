/*
 * Windows over the page, as the browser has them: it keeps the focus inside, closes with Esc, and gives the focus back.
 */
import { defineComponent, h, onBeforeUnmount, onMounted, reactive, ref, useId } from '../vue.js';
import { t } from '../i18n/index.js';

/** Shown as long as it is rendered. `close` is emitted on Esc and on the cross; `sticky` ones have neither. */
export const Dialog = defineComponent({
  props: { title: String, wide: Boolean, sticky: Boolean },
  emits: ['close'],
  setup(props, { slots, emit }) {
    const element = ref(null);
    const id = useId();
    const before = document.activeElement;
    onMounted(() => element.value.showModal());
    onBeforeUnmount(() => {
      element.value.close();
      if (before && before.isConnected) before.focus();
    });
    return () => h('dialog', {
      ref: element,
      class: ['window', props.wide && 'window-wide'],
      'aria-labelledby': id,
      onCancel: e => {
        if (e.target !== element.value) return;
        e.preventDefault();
        if (!props.sticky) emit('close');
      },
    }, [
      h('header', { class: 'window-head' }, [
        h('h2', { id, class: 'h5 mb-0' }, props.title),
        !props.sticky && h('button', { type: 'button', class: 'btn-close', 'aria-label': t('close'), onClick: () => emit('close') }),
      ]),
      h('div', { class: 'window-body' }, slots.default?.()),
    ]);
  },
});

const open = reactive([]);

/** Shows a component as a window and waits for what it says in `done`; undefined when it was closed. */
export function show(component, props = {}) {
  return new Promise(resolve => {
    const entry = { key: Math.random(), component, props };
    entry.done = answer => {
      open.splice(open.findIndex(one => one.key === entry.key), 1);
      resolve(answer);
    };
    open.push(entry);
  });
}

/** Where windows appear; once, in the frame. */
export const Dialogs = () => open.map(one => h(one.component, { key: one.key, ...one.props, onDone: one.done }));

const Question = defineComponent({
  props: { title: String, text: String, yes: String, danger: Boolean, reason: Object },
  emits: ['done'],
  setup: (props, { emit }) => () => h(Dialog, { title: props.title, onClose: () => emit('done', false) }, () => [
    h('p', { class: 'pre-line' }, props.text),
    h('div', { class: 'window-foot' }, [
      h('button', { type: 'button', class: 'btn btn-outline-secondary', autofocus: true, onClick: () => emit('done', false) }, t('cancel')),
      h('button', { type: 'button', class: props.danger ? 'btn btn-danger' : 'btn btn-primary', onClick: () => emit('done', true) }, props.yes),
    ]),
  ]),
});

/** Asks before something is done that can't be undone. @returns whether to do it */
export async function confirm(title, text, yes, danger = true) {
  return await show(Question, { title, text, yes, danger }) === true;
}
