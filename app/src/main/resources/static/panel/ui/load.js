/* What is fetched: shown while it comes, when there is none, when it fails, and when the line is lost. */
import { h, onBeforeUnmount, onMounted, reactive, watch } from '../vue.js';
import { t } from '../i18n/index.js';
import { words } from './problem.js';

/**
 * @param fetcher given an abort signal, promises the data
 * @param when a getter; it is fetched anew when what it gives changes
 */
export function useLoad(fetcher, when = null) {
  const state = reactive({ data: null, problem: null, loading: true, reload: load });
  let last = null;
  let gone = false;
  async function load() {
    if (gone) return; // what was saved on a page that was left meanwhile
    last?.abort();
    const mine = last = new AbortController();
    state.loading = true;
    try {
      const data = await fetcher(mine.signal);
      if (mine === last) Object.assign(state, { data, problem: null });
    } catch (problem) {
      if (mine === last && problem.name !== 'AbortError') state.problem = problem;
    } finally {
      if (mine === last) state.loading = false;
    }
  }
  onMounted(load);
  if (when) watch(when, load);
  addEventListener('online', load);
  onBeforeUnmount(() => {
    removeEventListener('online', load);
    gone = true;
    last?.abort();
  });
  return state;
}

/**
 * @param isEmpty whether there is nothing to show
 * @param content renders what was fetched
 */
export function Loaded({ state, isEmpty, empty }, { slots }) {
  const failure = state.problem && h('div', { class: 'alert alert-warning d-flex flex-wrap gap-2 align-items-center', role: 'alert' }, [
    h('span', { class: 'flex-grow-1' }, words(state.problem)),
    h('button', { type: 'button', class: 'btn btn-sm btn-outline-dark', onClick: state.reload }, t('again')),
  ]);
  if (state.data === null) {
    return failure || h('div', { class: 'loading', role: 'status' }, [
      h('span', { class: 'visually-hidden' }, t('loading')),
      h('span', { class: 'bone w-100' }), h('span', { class: 'bone w-75' }), h('span', { class: 'bone w-50' }),
    ]);
  }
  const nothing = isEmpty && isEmpty(state.data);
  return h('div', { 'aria-busy': state.loading || null, class: state.loading && 'fetching' }, [
    failure,
    nothing ? h('p', { class: 'empty' }, empty || t('nothing')) : slots.default(state.data),
  ]);
}
Loaded.props = ['state', 'isEmpty', 'empty'];
