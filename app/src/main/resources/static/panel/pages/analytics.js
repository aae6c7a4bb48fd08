/* How the line is used: charts, and the same numbers as a table. Counts under ten are not told. */
import { defineComponent, h, onBeforeUnmount, onMounted, ref, watch } from '../vue.js';
import { get, url } from '../api.js';
import { choices, labelOf, options } from '../choices.js';
import { language, number, t } from '../i18n/index.js';
import { route } from '../router.js';
import { bikramDay, day, today } from '../time.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Filter, Filters, Page } from '../ui/page.js';
import { Table } from '../ui/table.js';

const percent = value => (value === null || value === undefined ? null : value * 100);

/** What is told of a period: how it is called, its value, how many decimals. */
const FIGURES = {
  calls: { of: row => row.calls },
  callers: { of: row => row.callersPerDay, fraction: 1 },
  median: { of: row => row.waiting?.medianSeconds, fraction: 0 },
  p95: { of: row => row.waiting?.p95Seconds, fraction: 0 },
  abandonment: { of: row => percent(row.abandonment), fraction: 1 },
  rating: { of: row => row.ratings?.mean, fraction: 1 },
  occupancy: { of: row => percent(row.occupancy), fraction: 0 },
  crisis: { of: row => row.crisis?.presses },
  hours: { of: row => row.volunteerHours, fraction: 1 },
};
const CHARTS = [['calls', 'callers'], ['median', 'p95'], ['abandonment', 'occupancy'], ['rating'], ['crisis'], ['hours']];
const COLOURS = ['#1f5f63', '#b9722a'];

let library = null;

/** Chart.js comes as one file for all; it is fetched when there is a first chart to draw. */
function chartLibrary() {
  library ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = '/webjars/chart.js/dist/chart.umd.min.js';
    script.onload = () => done(window.Chart);
    script.onerror = () => {
      library = null;
      script.remove();
      failed(new Error('no charts'));
    };
    document.head.append(script);
  });
  return library;
}

const Chart = defineComponent({
  props: { names: Array, rows: Array },
  setup(props) {
    const canvas = ref(null);
    const without = ref(false);
    let chart = null;
    const nothing = () => props.names.every(name => props.rows.every(row => (FIGURES[name].of(row) ?? null) === null));
    async function draw() {
      if (nothing()) return;
      try {
        const Library = await chartLibrary();
        if (!canvas.value) return;
        chart?.destroy();
        chart = new Library(canvas.value, {
          type: 'line',
          data: {
            labels: props.rows.map(row => day(row.from, true)),
            datasets: props.names.map((name, at) => ({
              label: t('figure.' + name), data: props.rows.map(row => FIGURES[name].of(row) ?? null), borderColor: COLOURS[at], backgroundColor: COLOURS[at], borderDash: at ? [6, 4] : [], borderWidth: 2, pointRadius: 2, tension: 0.25, spanGaps: true,
            })),
          },
          options: { animation: false, responsive: true, maintainAspectRatio: false, scales: { y: { beginAtZero: true, ticks: { callback: value => number(value, 1) } }, x: { ticks: { maxTicksLimit: 8 } } } },
        });
      } catch {
        without.value = true; // the table below tells the same
      }
    }
    onMounted(draw);
    watch(() => [props.rows, language.value], draw);
    onBeforeUnmount(() => chart?.destroy());
    return () => h('figure', { class: 'card-plain chart' }, [
      h('figcaption', props.names.map(name => t('figure.' + name)).join(' · ')),
      nothing() ? h('p', { class: 'text-secondary chart-room' }, t('analytics.nothing')) : without.value ? h('p', { class: 'text-secondary' }, t('analytics.no-charts'))
        : h('div', { class: 'chart-room' }, h('canvas', { ref: canvas, role: 'img', 'aria-label': t('analytics.chart-label', { what: props.names.map(name => t('figure.' + name)).join(', ') }) })),
    ]);
  },
});

export default defineComponent({
  setup() {
    const choice = useLoad(() => choices(), () => language.value);
    const query = () => ({
      from: route.query.from || today(-30), to: route.query.to || today(), group: route.query.group || 'day', category: route.query.category, language: route.query.language,
    });
    const figures = useLoad(async signal => (await get(url('/admin/analytics', query()), { signal })).data, () => JSON.stringify(route.query));
    const label = row => h('span', { class: 'moment' }, [h('span', day(row.from)), h('small', { class: 'text-secondary fw-normal' }, bikramDay(row.from))]);
    const columns = () => Object.entries(FIGURES).map(([name, figure]) => ({ key: name, label: t('figure.' + name), end: true, cell: row => number(figure.of(row), figure.fraction) }));

    return () => h(Page, { title: t('menu.analytics'), lead: t('analytics.lead') }, {
      actions: () => [
        h('a', { class: 'btn btn-outline-primary', href: url('/admin/analytics.csv', query()), download: 'saathi.csv' }, t('analytics.csv')),
        h('a', { class: 'btn btn-outline-primary', href: url('/admin/analytics/donors.csv', { from: query().from, to: query().to, by: 'fiscalYear' }), download: 'saathi-donors.csv' }, t('analytics.donors')),
      ],
      default: () => [
        h(Filters, () => [
          h(Filter, { name: 'from', label: t('from'), type: 'date', usual: query().from }), h(Filter, { name: 'to', label: t('to'), type: 'date', usual: query().to }),
          h(Filter, { name: 'group', label: t('analytics.by'), usual: 'day', options: options('analytics', ['day', 'week', 'month']) }),
          h(Filter, { name: 'category', label: t('category'), options: choice.data?.categories || [] }),
          h(Filter, { name: 'language', label: t('language'), options: choice.data?.languages || [] }),
        ]),
        h(Loaded, { state: figures }, ({ periods, total }) => [
          h('dl', { class: 'totals' }, ['calls', 'callers', 'median', 'abandonment', 'rating', 'hours'].map(name => h('div', { key: name }, [
            h('dt', t('figure.' + name)), h('dd', number(FIGURES[name].of(total), FIGURES[name].fraction)),
          ]))),
          periods.length ? [
            h('div', { class: 'charts' }, CHARTS.map(names => h(Chart, { key: names.join(), names, rows: periods }))),
            h('h2', { class: 'mt-4' }, t('analytics.table')),
            h(Table, { caption: t('analytics.table'), rows: periods, keyed: row => row.from, columns: [{ key: 'from', label: t('analytics.period'), cell: label }, ...columns()] }),
          ] : h('p', { class: 'empty' }, t('analytics.none')),
          h('p', { class: 'text-secondary mt-3' }, t('analytics.tens', { category: labelOf(choice.data?.categories, query().category || '') })),
        ]),
      ],
    });
  },
});
