/* The frame: who is in, the menu, the page, and what lies over it. */
import { computed, createApp, defineComponent, h, nextTick, onErrorCaptured, ref, shallowRef, watch } from './vue.js';
import { language, speak, t } from './i18n/index.js';
import { pagesOf } from './pages/index.js';
import { link, redirect, route } from './router.js';
import { Dialogs } from './ui/dialog.js';
import { words } from './ui/problem.js';
import { SignInAgain, SignInPage } from './ui/signin.js';
import { failed, Toasts } from './ui/toast.js';
import { recall, signOut, who } from './who.js';

const offline = ref(!navigator.onLine);
addEventListener('offline', () => { offline.value = true; });
addEventListener('online', () => { offline.value = false; });

const menuOpen = ref(false);
const shown = shallowRef(null);
const broken = ref(null);

const pages = computed(() => pagesOf(who.role));
const current = computed(() => pages.value.find(page => page.path === route.path));

async function showPage() {
  menuOpen.value = false;
  broken.value = null;
  const page = current.value;
  if (!page) {
    shown.value = null;
    if (pages.value.length) redirect(pages.value[0].path);
    return;
  }
  document.title = `${t('menu.' + page.path)} · ${t('app.short')}`;
  if (shown.value?.path === page.path) return;
  try {
    const module = await page.load();
    // While it came, they may have gone on, or another run of this may have shown it.
    if (current.value !== page || shown.value?.path === page.path) return;
    shown.value = { path: page.path, component: module.default };
    await nextTick();
    // Who works by ear or by keyboard is told where they are now. On the page that the panel opens with, they begin at
    // the top, as on every page of the web, however long it takes to come.
    if (route.moved) document.getElementById('page-title')?.focus();
  } catch (e) {
    if (current.value === page) broken.value = e;
  }
}
watch([() => route.path, () => who.role, language], showPage);

const Languages = () => h('div', { class: 'btn-group btn-group-sm languages', role: 'group', 'aria-label': t('language') }, [['ne', 'नेपाली'], ['en', 'English']].map(([code, name]) =>
  h('button', { key: code, type: 'button', lang: code, class: 'btn btn-outline-light', 'aria-pressed': String(language.value === code), onClick: () => speak(code) }, name)));

const Menu = () => h('nav', { class: ['menu', menuOpen.value && 'menu-open'], id: 'menu', 'aria-label': t('menu') }, [
  h('ul', pages.value.filter(page => !page.hidden).map(page => h('li', { key: page.path }, h('a', {
    href: link(page.path), class: page.path === route.path && 'here', 'aria-current': page.path === route.path ? 'page' : null, onClick: () => { menuOpen.value = false; },
  }, [h('span', { class: 'icon icon-' + page.icon, 'aria-hidden': 'true' }), t('menu.' + page.path)])))),
]);

const Bar = () => h('header', { class: 'bar' }, [
  h('button', { type: 'button', class: 'btn btn-outline-light btn-sm menu-button', 'aria-expanded': String(menuOpen.value), 'aria-controls': 'menu', onClick: () => { menuOpen.value = !menuOpen.value; } }, t('menu')),
  h('span', { class: 'bar-name' }, [h('img', { src: '/panel/icon.svg', alt: '', width: 28, height: 28 }), h('span', t('app.short'))]),
  h(Languages),
  who.id && h('span', { class: 'bar-who' }, who.nickname),
  who.id && h('button', { type: 'button', class: 'btn btn-outline-light btn-sm', onClick: () => signOut().catch(failed) }, t('signout')),
]);

const NoPage = () => h('main', { class: 'door', id: 'main' }, h('div', { class: 'door-card' }, [
  h('h1', { id: 'page-title', tabindex: -1, class: 'h4' }, t('app.name')), h('p', t('not-for-callers')),
]));

const Broken = () => h('div', { class: 'alert alert-warning d-flex gap-2 align-items-center', role: 'alert' }, [
  h('span', { class: 'flex-grow-1' }, t('page-broken')),
  h('button', { type: 'button', class: 'btn btn-sm btn-outline-dark', onClick: () => location.reload() }, t('again')),
]);

const Frame = defineComponent({
  setup() {
    const start = ref(null);
    const begin = () => recall().then(() => {
      start.value = null;
      if (who.id === null) route.moved = true; // from signing in one goes on to another page
    }, problem => { start.value = problem; });
    begin();
    onErrorCaptured(e => {
      console.error(e);
      broken.value = e;
      return false;
    });
    return () => {
      if (!who.known) {
        return start.value && h('div', { class: 'door' }, h('div', { class: 'door-card' }, [
          h('p', { role: 'alert' }, words(start.value)), h('button', { type: 'button', class: 'btn btn-primary', onClick: begin }, t('again')),
        ]));
      }
      return [
        who.id !== null && h('a', { class: 'skip', href: '#main', onClick: e => { e.preventDefault(); document.getElementById('page-title')?.focus(); } }, t('skip')),
        h(Bar),
        offline.value && h('div', { class: 'offline', role: 'status' }, t('offline')),
        who.id === null ? h(SignInPage) : pages.value.length === 0 ? h(NoPage) : h('div', { class: 'frame' }, [
          h(Menu),
          h('main', { id: 'main', 'data-page': shown.value?.path }, broken.value ? h(Broken) : shown.value && h(shown.value.component, { key: shown.value.path })),
        ]),
        h(Dialogs), h(SignInAgain), h(Toasts),
      ];
    };
  },
});

createApp(Frame).mount('#app');
