/*
 * Runs in each page of the panel's tests before any script of its own, and knows what is on its way, so that a test can
 * wait until nothing is: a time that is enough on one machine is not on the next.
 */
(() => {
  /** Requests whose answer nobody has read yet. */
  const asked = new Set();

  const realTimeout = window.setTimeout.bind(window);
  const realFetch = window.fetch.bind(window);
  window.fetch = async (path, options) => {
    const request = { what: `${options?.method ?? 'GET'} ${path}` };
    const ends = () => realTimeout(() => asked.delete(request)); // when whoever waited for it has gone on
    asked.add(request);
    let answer;
    try {
      answer = await realFetch(path, options);
    } catch (e) {
      ends();
      throw e;
    }
    if (answer.status === 204) {
      ends();
    } else {
      request.what += ` (${answer.status})`;
      for (const how of ['text', 'json']) {
        const read = answer[how].bind(answer);
        answer[how] = () => read().finally(ends);
      }
    }
    return answer;
  };

  /** The address that the page knows of; the event comes later than the address. */
  let taken = location.hash;
  addEventListener('hashchange', () => { taken = location.hash; });
  const realReplace = history.replaceState.bind(history);
  history.replaceState = (...told) => {
    realReplace(...told);
    taken = location.hash;
  };

  /** What a page waits for, in words; nothing when it is settled. */
  window.onItsWay = () => [
    ...[...asked].map(request => request.what),
    ...[...document.querySelectorAll('.loading, .fetching')].map(place => place.outerHTML),
    ...(taken === location.hash ? [] : [location.hash]),
    ...(document.querySelector('main h1') ? [] : ['a heading']),
  ];

  /** Notes vanish after some seconds; here they stay until the test goes on, so that it can't come too late for one. */
  const notes = [];
  window.setTimeout = (what, ...more) => {
    const caller = new Error().stack.split('\n')[2];
    if (!caller.includes('/ui/toast.js')) return realTimeout(what, ...more);
    notes.push(what);
    return 0;
  };
  window.letNotesVanish = () => notes.splice(0).forEach(what => what());
})();
