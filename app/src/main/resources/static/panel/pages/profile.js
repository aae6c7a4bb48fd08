/* One's own account: the password of the web, the PIN of the phone. */
import { defineComponent, h, ref } from '../vue.js';
import { post } from '../api.js';
import { t } from '../i18n/index.js';
import { Form } from '../ui/form.js';
import { Page } from '../ui/page.js';
import { told } from '../ui/toast.js';
import { clock } from '../time.js';
import { who } from '../who.js';

/** A form that begins empty again once it was saved. */
function useFresh() {
  const round = ref(0);
  return { round, saved: words => () => { round.value++; told(words); } };
}

export default defineComponent({
  setup() {
    const password = useFresh();
    const pin = useFresh();
    const code = ref(null);
    return () => h(Page, { title: t('menu.profile'), lead: t('profile.lead', { name: who.nickname, id: who.id }) }, () => h('div', { class: 'two' }, [
      h('section', { class: 'card-plain' }, [h('h2', t('profile.password')), h(Form, {
        key: password.round.value, button: t('profile.password-do'), values: { current: '', password: '' },
        fields: [
          { name: 'current', label: t('profile.current'), type: 'password', autocomplete: 'current-password', required: true },
          { name: 'password', label: t('profile.new-password'), type: 'password', autocomplete: 'new-password', required: true, hint: t('profile.password-hint') },
        ],
        save: values => post('/account/password', values), onSaved: password.saved(t('profile.password-saved')),
      })]),
      who.role === 'CMHV' && h('section', { class: 'card-plain' }, [h('h2', t('profile.pin')), h(Form, {
        key: pin.round.value, button: t('profile.pin-do'), values: { password: '', pin: '' },
        fields: [
          { name: 'password', label: t('profile.current'), type: 'password', autocomplete: 'current-password', required: true },
          { name: 'pin', label: t('profile.new-pin'), type: 'password', inputmode: 'numeric', autocomplete: 'off', required: true, hint: t('profile.pin-hint') },
        ],
        save: values => post('/account/pin', values), onSaved: pin.saved(t('profile.pin-saved')),
      })]),
      who.role === 'CMHV' && h('section', { class: 'card-plain' }, [h('h2', t('profile.code')), h('p', t('profile.code-why')),
        h('p', { role: 'status' }, code.value && t('profile.code-is', { code: code.value.code, until: clock(code.value.expiresAt) })),
        h(Form, {
          button: t('profile.code-do'), values: {}, fields: [],
          save: async () => { code.value = (await post('/cmhv/host-code')).data; }, onSaved: () => told(t('profile.code-made')),
        })]),
    ]));
  },
});
