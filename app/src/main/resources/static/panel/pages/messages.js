/* Messages of callers: opened by one volunteer at a time, heard or read, answered in writing or by voice. */
import { defineComponent, h, onBeforeUnmount, reactive } from '../vue.js';
import { get, keys, post, upload, url } from '../api.js';
import { categories, labelOf } from '../choices.js';
import { digits, language, t } from '../i18n/index.js';
import { narrow, route } from '../router.js';
import { clock } from '../time.js';
import { Dialog, show } from '../ui/dialog.js';
import { Progress } from '../ui/drop.js';
import { Field } from '../ui/field.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Badge, Moment, Page } from '../ui/page.js';
import { words } from '../ui/problem.js';
import { act, Pager } from '../ui/table.js';
import { record } from '../ui/tape.js';
import { attempt, told } from '../ui/toast.js';

const TONES = { NEW: 'warn', HELD: 'calm', HEARD: 'still', ANSWERED: 'good' };

const Answer = defineComponent({
  props: { message: Object },
  emits: ['done'],
  setup(props, { emit }) {
    const form = reactive({ text: '', tape: null, voice: null, sent: null, problem: null });
    const key = keys();
    onBeforeUnmount(() => {
      form.tape?.drop();
      if (form.voice) URL.revokeObjectURL(form.voice.url);
    });

    async function begin() {
      form.problem = null;
      try {
        form.tape = await record();
      } catch {
        form.problem = { type: 'microphone', message: t('messages.microphone') };
      }
    }
    async function end() {
      const blob = await form.tape.stop();
      form.tape = null;
      form.voice = { blob, url: URL.createObjectURL(blob) };
    }
    async function send(e) {
      e.preventDefault();
      form.problem = null;
      form.sent = 0;
      try {
        if (form.voice) {
          const body = new FormData();
          body.append('inReplyTo', props.message.id);
          body.append('audio', form.voice.blob, 'answer.wav');
          await upload('/private-message', body, part => { form.sent = part; }, { key: key(form.voice.url) });
        } else {
          await post('/private-message', { text: form.text, inReplyTo: props.message.id }, { key: key(form.text) });
        }
        emit('done', true);
      } catch (problem) {
        form.problem = problem;
      } finally {
        form.sent = null;
      }
    }
    return () => h(Dialog, { title: t('messages.answer-to', { name: props.message.nickname || '' }), onClose: () => emit('done') }, () => h('form', { onSubmit: send }, [
      form.problem && h('div', { class: 'alert alert-danger', role: 'alert' }, form.problem.status === 0 ? t('drop.broken') : words(form.problem)),
      h(Words, { message: props.message }),
      form.voice
        ? h('div', { class: 'my-3' }, [h('audio', { controls: true, src: form.voice.url, 'aria-label': t('messages.yours') }), h('button', { type: 'button', class: 'btn btn-link', onClick: () => { form.voice = null; } }, t('messages.throw-away'))])
        : h(Field, { label: t('messages.text'), type: 'textarea', maxlength: 1000, modelValue: form.text, hint: t('messages.text-hint'), 'onUpdate:modelValue': value => { form.text = value; } }),
      form.sent !== null && form.voice && h(Progress, { of: form.sent }),
      h('div', { class: 'window-foot' }, [
        !form.voice && (form.tape
          ? h('button', { type: 'button', class: 'btn btn-danger me-auto', onClick: end }, t('messages.stop'))
          : h('button', { type: 'button', class: 'btn btn-outline-primary me-auto', onClick: begin }, t('messages.record'))),
        h('button', { type: 'button', class: 'btn btn-outline-secondary', onClick: () => emit('done') }, t('cancel')),
        h('button', { type: 'submit', class: 'btn btn-primary', disabled: form.tape !== null || form.sent !== null || !(form.voice || form.text.trim()) }, t('messages.send')),
      ]),
    ]));
  },
});

function Words({ message }) {
  if (message.text) return h('blockquote', { class: 'sentence pre-line', lang: message.language }, message.text);
  return h('audio', { controls: true, preload: 'none', src: `/private-message/${message.id}/audio`, 'aria-label': t('messages.voice') });
}
Words.props = ['message'];

export default defineComponent({
  setup() {
    const topics = useLoad(() => categories(), () => language.value);
    const list = useLoad(async signal => (await get(url('/cmhv/messages', { page: route.query.page }), { signal })).data, () => route.query.page);

    async function open(message) {
      if (await attempt(() => post(`/private-message/${message.id}/open`))) list.reload();
    }

    async function answer(message) {
      if (!await show(Answer, { message })) return;
      told(t('messages.sent'));
      list.reload();
    }

    const from = message => (message.from === 'CALLER' ? message.nickname || t('messages.caller') : t('messages.volunteer', { name: message.nickname || '' }));
    return () => h(Page, { title: t('menu.messages'), lead: t('messages.lead') }, () => h(Loaded, { state: list, isEmpty: page => page.items.length === 0, empty: t('messages.none') }, page => [
      page.items.map(message => h('article', { key: message.id, class: ['card-plain', message.from === 'VOLUNTEER' && 'message-ours'], 'aria-label': from(message) }, [
        h('header', { class: 'd-flex flex-wrap gap-2 align-items-center mb-2' }, [
          h('strong', from(message)), message.category && h(Badge, { tone: 'calm' }, () => labelOf(topics.data, message.category)),
          h(Badge, { tone: TONES[message.status] }, () => t('message.' + message.status)), h('span', { class: 'ms-auto' }, h(Moment, { at: message.sentAt })),
        ]),
        message.mine ? h(Words, { message }) : h('p', { class: 'text-secondary mb-0' }, message.seconds ? digits(t('messages.closed-voice', { seconds: message.seconds })) : t('messages.closed')),
        message.from === 'CALLER' && h('div', { class: 'd-flex flex-wrap gap-2 mt-2 align-items-center' }, message.mine
          ? [act(t('messages.answer'), from(message), () => answer(message)), message.status === 'HELD' && h('small', { class: 'text-secondary' }, t('messages.held', { time: clock(message.heldUntil) }))]
          : act(t('messages.open'), from(message), () => open(message), { disabled: message.status === 'HELD' })),
      ])),
      h(Pager, { page, onGo: to => narrow({ page: to }) }),
    ]));
  },
});
