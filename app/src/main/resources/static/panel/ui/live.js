/* What changes by itself: server-sent events. The browser comes back by itself when the line is lost, and says so. */
import { h, onBeforeUnmount, reactive } from '../vue.js';
import { get } from '../api.js';
import { clock } from '../time.js';
import { t } from '../i18n/index.js';

const COME_BACK_MILLIS = 3_000;

/**
 * @param path of the stream
 * @param event its events' name
 * @param isOver of the data: then nothing more comes
 * @returns {data: the newest, lost: since when it is not new any more}
 */
export function useStream(path, event, isOver = () => false) {
  const state = reactive({ data: null, lost: null });
  let source = null;
  let timer = null;
  function open() {
    source = new EventSource(path);
    source.addEventListener(event, message => {
      state.data = JSON.parse(message.data);
      state.lost = null;
      if (isOver(state.data)) source.close();
    });
    source.onerror = () => {
      state.lost ??= new Date().toISOString();
      // After an answer that was no stream the browser gives up: it may be that we are signed out.
      if (source.readyState === EventSource.CLOSED) get('/account').catch(() => {}).finally(comeBack);
    };
  }
  function comeBack() {
    clearTimeout(timer);
    if (source) timer = setTimeout(open, COME_BACK_MILLIS);
  }
  open();
  onBeforeUnmount(() => {
    clearTimeout(timer);
    source.close();
    source = null;
  });
  return state;
}

/** Says that what is shown is old; a place of its own, so that nothing jumps. */
export function Lost({ since }) {
  return h('p', { class: ['lost', since && 'lost-now'], role: 'status' }, since ? t('live.lost', { at: clock(since) }) : t('live.on'));
}
Lost.props = ['since'];
