/* What goes on at this moment: the line's health, and all open rooms, moved by the server. */
import { defineComponent, h, onMounted, ref } from '../vue.js';
import { all, put } from '../api.js';
import { categoryName } from '../choices.js';
import { language, number, t } from '../i18n/index.js';
import { clock } from '../time.js';
import { Lost, useStream } from '../ui/live.js';
import { Badge, Page } from '../ui/page.js';
import { Room } from '../ui/room.js';

/** What the page speaks of, in this order; the rest of the line's parts are for machines. */
const PARTS = ['asterisk', 'trunk', 'agi', 'db', 'dbWrite', 'prompts'];

export default defineComponent({
  setup() {
    const now = useStream('/admin/now/live', 'now');
    const categories = ref([]);
    const languages = ref([]);
    onMounted(async () => {
      // Without the database there are no names; then the codes stand there.
      [categories.value, languages.value] = await Promise.all(['/categories', '/languages'].map(path => all(path).catch(() => [])));
    });
    const category = code => {
      const found = categories.value.find(one => one.code === code);
      return found ? categoryName(found) : code;
    };

    const spoken = code => languages.value.find(one => one.code === code)?.name ?? code;

    function health(line) {
      return h('ul', { class: 'health', 'aria-label': t('now.line') }, PARTS.filter(part => line[part]).map(part => h('li', { key: part }, [
        t('now.part.' + part) + ' ', h(Badge, { tone: line[part] === 'UP' ? 'good' : 'bad' }, () => t(line[part] === 'UP' ? 'now.up' : 'now.down')),
      ])));
    }

    function trouble(line) {
      return PARTS.filter(part => line[part] && line[part] !== 'UP').map(part => h('div', { key: part, class: 'alert alert-warning', role: 'alert' }, t('now.trouble.' + part)));
    }

    function busy({ now: many, most, reserve }) {
      return h('p', { class: 'text-secondary mb-3' }, [
        h('strong', { class: 'text-nowrap' }, t('now.calls', { many: number(many), most: number(most) })), ' · ', t('now.reserve', { reserve: number(reserve) }),
        many >= most && [' ', h(Badge, { tone: 'warn' }, () => t('now.full'))],
      ]);
    }

    function figures(rooms) {
      const callers = rooms.flatMap(one => one.room.people.filter(person => person.role === 'CALLER').map(() => one.room.state));
      const waiting = callers.filter(state => state === 'WAITING').length;
      return h('dl', { class: 'figures' }, [
        ['now.rooms', rooms.length], ['now.talking', callers.length - waiting], ['now.waiting', waiting],
      ].map(([key, count]) => h('div', { key }, [h('dt', t(key)), h('dd', number(count))])));
    }

    function room(one) {
      return h(Room, {
        key: one.room.sessionId, room: one.room, heading: one.title || category(one.category),
        about: `${category(one.category)} · ${spoken(one.language)} · ${t('now.since', { at: clock(one.startsAt) })}`,
        order: (action, seat) => put('/admin/now/' + one.room.sessionId, { action, seat }),
      });
    }

    function content({ line, calls, rooms }) {
      return [
        trouble(line), health(line), calls && busy(calls),
        rooms && figures(rooms),
        rooms && (rooms.length === 0 ? h('p', { class: 'empty' }, t('now.none')) : h('div', { class: 'rooms' }, rooms.map(room))),
      ];
    }

    return () => h(Page, { title: t('menu.now'), lead: t('now.lead'), lang: language.value }, () => [
      h(Lost, { since: now.lost }),
      now.data ? content(now.data) : h('div', { class: 'loading', role: 'status' }, [
        h('span', { class: 'visually-hidden' }, t('loading')), h('span', { class: 'bone w-50' }), h('span', { class: 'bone w-100' }), h('span', { class: 'bone w-75' }),
      ]),
    ]);
  },
});
