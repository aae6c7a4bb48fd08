/* A place to drop a file on, or to choose one. The file stays chosen until it is sent whole. */
import { defineComponent, h, ref, useId } from '../vue.js';
import { t } from '../i18n/index.js';

export const Drop = defineComponent({
  props: { label: String, accept: String, hint: String, file: Object },
  emits: ['file'],
  setup(props, { emit }) {
    const over = ref(false);
    const id = useId();
    const take = files => files.length && emit('file', files[0]);
    return () => h('div', {
      class: ['drop', over.value && 'drop-over'],
      onDragover: e => { e.preventDefault(); over.value = true; }, onDragleave: () => { over.value = false; },
      onDrop: e => { e.preventDefault(); over.value = false; take(e.dataTransfer.files); },
    }, [
      h('label', { for: id, class: 'form-label' }, props.label),
      h('input', { id, type: 'file', class: 'form-control', accept: props.accept, 'aria-describedby': id + '-hint', onChange: e => take(e.target.files) }),
      h('p', { id: id + '-hint', class: 'form-text mb-0' }, props.file ? t('drop.chosen', { name: props.file.name }) : props.hint || t('drop.hint')),
    ]);
  },
});

/** How far an upload has come: 0 to 1. */
export const Progress = ({ of }) => h('div', { class: 'my-3' }, [
  h('progress', { max: 1, value: of, class: 'w-100', 'aria-label': t('drop.progress') }),
  h('span', { class: 'form-text' }, t('drop.percent', { percent: Math.round(of * 100) })),
]);
Progress.props = ['of'];
