/*
 * The line's REST, as the panel uses it: the cookie goes along by itself, the CSRF token from the other cookie, errors
 * are Problems. Who has been signed out signs in again over the page, and the request goes on where it stopped.
 */
import { signInAgain } from './who.js';

/** What the server takes of JSON at once (np.saathi.web.Bodies). */
const MOST_BYTES = 256 * 1024;

/** What REST answers when it does not do what was asked (RFC 9457); `offline` when nobody answers at all. */
export class Problem extends Error {
  constructor(status, body = {}, retryAfter = null) {
    super(body.detail || body.title || String(status));
    this.status = status;
    this.type = String(body.type || '').replace('urn:saathi:problem:', '') || (status ? 'internal' : 'offline');
    this.errors = body.errors || [];
    this.volunteer = body.volunteer || null;
    this.retryAfter = retryAfter;
  }
}

function csrf() {
  const found = document.cookie.split('; ').find(one => one.startsWith('XSRF-TOKEN='));
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : '';
}

function headers(method, { body, form, etag, key }) {
  const told = { Accept: 'application/json, application/problem+json' };
  if (body !== undefined && !form) told['Content-Type'] = 'application/json';
  if (method !== 'GET') told['X-XSRF-TOKEN'] = csrf();
  if (etag) told['If-Match'] = etag;
  if (key) told['Idempotency-Key'] = key;
  return told;
}

async function problemOf(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    // A proxy before us answers in HTML: its status is all there is to know.
  }
  return new Problem(response.status, body, response.headers.get('Retry-After'));
}

/**
 * @param options {body: to be JSON, form: a FormData, etag, key: of idempotency, signal, again: false where being
 *   signed out is an answer}
 * @returns {data, etag}
 */
export async function call(method, path, options = {}) {
  const text = options.body === undefined ? undefined : JSON.stringify(options.body);
  // Sent all the same, the server would hang up in the middle, which looks like a lost line.
  if (text && new Blob([text]).size > MOST_BYTES) throw new Problem(413, { type: 'urn:saathi:problem:content-too-large' });
  for (let attempt = 0; ; attempt++) {
    let response;
    try {
      response = await fetch(path, {
        method,
        headers: headers(method, options),
        body: options.form || text,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: options.signal,
      });
    } catch (e) {
      if (e.name === 'AbortError') throw e;
      throw new Problem(0);
    }
    if (response.ok) {
      const answer = response.status === 204 ? '' : await response.text();
      const json = (response.headers.get('Content-Type') || '').includes('json');
      return { data: answer && json ? JSON.parse(answer) : answer || null, etag: response.headers.get('ETag') };
    }
    const problem = await problemOf(response);
    if (problem.type === 'csrf' && attempt === 0) continue; // the refusal brought a new token
    if (problem.type === 'signed-out' && options.again !== false && await signInAgain()) continue;
    throw problem;
  }
}

export const get = (path, options) => call('GET', path, options);
export const post = (path, body, options) => call('POST', path, { body, ...options });
export const put = (path, body, etag, options) => call('PUT', path, { body, etag, ...options });
export const del = (path, etag, options) => call('DELETE', path, { etag, ...options });

/**
 * Keys of idempotency for what one form sends: the same one as long as the same is sent, so that what is sent again
 * because its answer was lost on the way is done once.
 *
 * @returns what is sent, as JSON can tell it → key
 */
export function keys() {
  let key = null;
  let sent = null;
  return content => {
    const now = JSON.stringify(content);
    if (now !== sent) [key, sent] = [crypto.randomUUID(), now];
    return key;
  };
}

/** '/sessions?state=LIVE'; what is empty is left out. */
export function url(path, query = {}) {
  const told = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return told.length ? path + '?' + new URLSearchParams(told) : path;
}

/** All items of a list that can't be long: categories, languages, volunteers. */
export async function all(path, query = {}) {
  const items = [];
  for (let page = 0; ; page++) {
    const { data } = await get(url(path, { ...query, page, size: 100 }));
    items.push(...data.items);
    if (items.length >= data.total || data.items.length === 0) return items;
  }
}

/**
 * Sends a form and tells how far it has come; fetch can't tell.
 *
 * @param progress called with 0 to 1
 */
export async function upload(path, form, progress, { method = 'POST', etag, key } = {}) {
  for (;;) {
    const { request, sent } = send(method, path, form, progress, { etag, key });
    await sent;
    if (request.status >= 200 && request.status < 300) {
      return { data: request.responseText ? JSON.parse(request.responseText) : null, etag: request.getResponseHeader('ETag') };
    }
    let body = {};
    try {
      body = JSON.parse(request.responseText);
    } catch {
      // No words of ours: broken off, or from a proxy.
    }
    const problem = new Problem(request.status, body, request.getResponseHeader('Retry-After'));
    if (problem.type === 'signed-out' && await signInAgain()) continue;
    throw problem;
  }
}

function send(method, path, form, progress, told) {
  const request = new XMLHttpRequest();
  request.open(method, path);
  for (const [name, value] of Object.entries(headers(method, { ...told, form }))) request.setRequestHeader(name, value);
  request.upload.onprogress = e => e.lengthComputable && progress(e.loaded / e.total);
  const sent = new Promise(resolve => { request.onloadend = resolve; });
  request.send(form);
  return { request, sent };
}
