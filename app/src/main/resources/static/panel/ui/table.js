/* A list as a table; on narrow screens each row becomes a card, and still is a row to screen readers. */
import { h } from '../vue.js';
import { digits, number, t } from '../i18n/index.js';

/**
 * columns: [{key, label, cell: row → what to show, end: whether numbers stand to the right}]; the first names its row.
 * actions: row → buttons. keyed: row → what tells it from others.
 */
export function Table({ columns, rows, caption, actions, keyed }) {
  const cell = (column, row) => (column.cell ? column.cell(row) : row[column.key]) ?? '–';
  return h('table', { class: 'table align-middle cards', role: 'table' }, [
    h('caption', { class: 'visually-hidden' }, caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, [
      ...columns.map(column => h('th', { key: column.key, scope: 'col', role: 'columnheader', class: column.end && 'text-end' }, column.label)),
      actions && h('th', { key: '-', scope: 'col', role: 'columnheader' }, h('span', { class: 'visually-hidden' }, t('actions'))),
    ])),
    h('tbody', { role: 'rowgroup' }, rows.map((row, at) => h('tr', { key: keyed ? keyed(row) : row.id ?? at, role: 'row' }, [
      ...columns.map((column, first) => h(first === 0 ? 'th' : 'td', {
        key: column.key, role: first === 0 ? 'rowheader' : 'cell', scope: first === 0 ? 'row' : null, class: column.end && 'text-end',
      }, [h('span', { class: 'cell-label', 'aria-hidden': 'true' }, column.label), h('span', { class: 'cell' }, cell(column, row))])),
      actions && h('td', { key: '-', role: 'cell', class: 'actions' }, [actions(row)]),
    ]))),
  ]);
}
Table.props = ['columns', 'rows', 'caption', 'actions', 'keyed'];

/** A small button of a row; its label names the row for who can't see where it stands. */
export function act(label, what, onClick, { danger = false, disabled = false, key = label } = {}) {
  return h('button', {
    key, type: 'button', disabled, class: ['btn', 'btn-sm', danger ? 'btn-outline-danger' : 'btn-outline-primary'], onClick,
  }, [label, what && h('span', { class: 'visually-hidden' }, ' ' + what)]);
}

/** page: as REST gave it. Emits the page wanted. */
export function Pager({ page }, { emit }) {
  const last = Math.max(0, Math.ceil(page.total / page.size) - 1);
  if (last === 0 && page.page === 0) return h('p', { class: 'pager text-secondary' }, t('pager.all', { total: number(page.total) }));
  return h('nav', { class: 'pager', 'aria-label': t('pager.label') }, [
    h('button', { type: 'button', class: 'btn btn-outline-secondary btn-sm', disabled: page.page === 0, onClick: () => emit('go', page.page - 1) }, t('pager.before')),
    h('span', digits(t('pager.where', { page: page.page + 1, pages: last + 1, total: page.total }))),
    h('button', { type: 'button', class: 'btn btn-outline-secondary btn-sm', disabled: page.page >= last, onClick: () => emit('go', page.page + 1) }, t('pager.after')),
  ]);
}
Pager.props = ['page'];
Pager.emits = ['go'];
