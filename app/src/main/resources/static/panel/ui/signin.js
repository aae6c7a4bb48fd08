/* Coming in: a page of its own for a stranger, a window over the page for who was signed out in the middle of work. */
import { defineComponent, h, ref } from '../vue.js';
import { digits, t } from '../i18n/index.js';
import { signIn, signOut, who } from '../who.js';
import { Dialog } from './dialog.js';
import { Field } from './field.js';
import { words } from './problem.js';

const SignInForm = defineComponent({
  props: { id: String },
  setup(props) {
    const id = ref(props.id || '');
    const password = ref('');
    const problem = ref(null);
    const busy = ref(false);
    async function submit(e) {
      e.preventDefault();
      busy.value = true;
      problem.value = null;
      try {
        await signIn(id.value.trim(), password.value);
      } catch (refused) {
        problem.value = refused;
      } finally {
        busy.value = false;
      }
    }
    return () => h('form', { onSubmit: submit }, [
      problem.value && h('div', { class: 'alert alert-danger', role: 'alert' }, words(problem.value)),
      h(Field, { label: t('signin.id'), name: 'id', inputmode: 'numeric', autocomplete: 'username', maxlength: 32, required: true, modelValue: id.value, 'onUpdate:modelValue': value => { id.value = value; } }),
      h(Field, { label: t('signin.password'), name: 'password', type: 'password', autocomplete: 'current-password', required: true, modelValue: password.value, 'onUpdate:modelValue': value => { password.value = value; } }),
      h('button', { type: 'submit', class: 'btn btn-primary w-100', disabled: busy.value }, t(busy.value ? 'signin.busy' : 'signin.do')),
    ]);
  },
});

export const SignInPage = () => h('main', { class: 'door' }, [
  h('div', { class: 'door-card' }, [
    h('img', { src: '/panel/icon.svg', alt: '', width: 56, height: 56 }),
    h('h1', { id: 'page-title', tabindex: -1, class: 'h4' }, t('app.name')),
    h('p', { class: 'text-secondary' }, t('signin.lead')),
    h(SignInForm),
  ]),
]);

/** Shown while `who.again`; the page below keeps all that was typed. */
export const SignInAgain = () => who.again && h(Dialog, { title: t('signin.again'), sticky: true }, () => [
  h('p', t('signin.again-text', { id: digits(who.id) })),
  h(SignInForm, { id: who.id }),
  h('button', { type: 'button', class: 'btn btn-link w-100 mt-2', onClick: signOut }, t('signin.leave')),
]);
