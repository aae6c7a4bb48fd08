/* A room as it lives: who sits where, who talks, whose hand is up; and what may be done about it. */
import { computed, defineComponent, h, onBeforeUnmount, ref } from '../vue.js';
import { number, t } from '../i18n/index.js';
import { clock } from '../time.js';
import { confirm } from './dialog.js';
import { Badge } from './page.js';
import { act, Table } from './table.js';
import { attempt } from './toast.js';

const TONES = { WAITING: 'warn', LIVE: 'good', HELD: 'warn', ENDED: 'still', CANCELLED: 'bad' };

/** The time, as often as "waiting for 3 minutes" changes. */
function useNow() {
  const now = ref(Date.now());
  const timer = setInterval(() => { now.value = Date.now(); }, 10_000);
  onBeforeUnmount(() => clearInterval(timer));
  return now;
}

function name(person) {
  return `${person.role === 'CALLER' ? t('room.seat', { seat: number(person.seat) }) : t('room.role.' + person.role)} · ${person.nickname || t('room.unknown')}`;
}

function standing(person, room, now) {
  const minutes = number(Math.max(0, Math.floor((now - Date.parse(person.since)) / 60_000)));
  return [
    !person.inRoom ? h(Badge, { key: 'away', tone: 'warn' }, () => t('room.away'))
      : room.state === 'WAITING' ? h(Badge, { key: 'waits', tone: 'warn' }, () => t('room.waits', { minutes }))
        : room.state === 'HELD' ? h(Badge, { key: 'held', tone: 'warn' }, () => t('room.music'))
          : person.muted ? h(Badge, { key: 'muted', tone: 'bad' }, () => t(person.silenced ? 'room.silenced' : 'room.muted'))
            : person.talking ? h(Badge, { key: 'talks', tone: 'good' }, () => t('room.talks'))
              : h(Badge, { key: 'hears', tone: 'still' }, () => t('room.hears')),
    person.hand && h(Badge, { key: 'hand', tone: 'calm' }, () => t('room.hand', { place: number(person.hand) })),
  ];
}

/**
 * One room. `order` is (action, seat) → promise of the room as it is then.
 */
export const Room = defineComponent({
  props: { room: Object, heading: String, about: String, order: Function, child: Boolean },
  setup(props) {
    const now = useNow();
    const begun = computed(() => ['LIVE', 'HELD'].includes(props.room.state));
    const order = (action, seat, done) => attempt(() => props.order(action, seat), done);

    async function remove(person) {
      if (await confirm(t('room.remove'), t('room.remove-text', { who: name(person) }), t('room.remove'))) {
        await order('REMOVE', person.seat, t('room.removed'));
      }
    }
    async function child(person) {
      if (await confirm(t('room.child'), t('room.child-text', { who: name(person) }), t('room.child-do'), false)) {
        await order('CHILD', person.seat, t('room.child-done'));
      }
    }
    async function end() {
      if (await confirm(t('room.end'), t('room.end-text'), t('room.end'))) await order('END', undefined, t('room.ended'));
    }

    function actions(person) {
      if (person.role !== 'CALLER' || !begun.value) return [];
      return [
        person.hand && act(t('room.floor'), name(person), () => order('FLOOR', person.seat)),
        person.hand && act(t('room.lower'), name(person), () => order('LOWER', person.seat)),
        person.silenced
          ? act(t('room.unmute'), name(person), () => order('UNMUTE', person.seat))
          : act(t('room.mute'), name(person), () => order('MUTE', person.seat)),
        act(t('room.remove'), name(person), () => remove(person), { danger: true }),
        props.child && act(t('room.child'), name(person), () => child(person)),
      ];
    }

    function buttons() {
      const { locked, extensionsLeft, people } = props.room;
      const callers = people.filter(person => person.role === 'CALLER');
      const allOff = callers.length > 0 && callers.every(person => person.silenced);
      return h('div', { class: 'room-keys' }, [
        h('button', { type: 'button', class: 'btn btn-outline-primary btn-sm', onClick: () => order(allOff ? 'OPEN_ALL' : 'MUTE_ALL') }, t(allOff ? 'room.open-all' : 'room.mute-all')),
        h('button', { type: 'button', class: 'btn btn-outline-primary btn-sm', onClick: () => order(locked ? 'UNLOCK' : 'LOCK') }, t(locked ? 'room.unlock' : 'room.lock')),
        h('button', { type: 'button', class: 'btn btn-outline-primary btn-sm', disabled: extensionsLeft === 0, onClick: () => order('EXTEND', undefined, t('room.extended')) },
          t('room.extend', { left: number(extensionsLeft) })),
        h('button', { type: 'button', class: 'btn btn-outline-danger btn-sm', onClick: end }, t('room.end')),
      ]);
    }

    return () => {
      const { room } = props;
      return h('section', { class: 'room', 'aria-label': props.heading }, [
        h('header', { class: 'room-head' }, [
          h('h2', { class: 'h5 mb-0' }, props.heading),
          h(Badge, { tone: TONES[room.state] }, () => t('state.' + room.state)),
          room.locked && h(Badge, { tone: 'calm' }, () => t('room.locked')),
        ]),
        h('p', { class: 'text-secondary mb-2' }, [props.about && props.about + ' · ', t('room.ends', { at: clock(room.endsAt) })]),
        room.people.length === 0 ? h('p', { class: 'empty' }, t('room.nobody')) : h(Table, {
          caption: t('room.people', { room: props.heading }), rows: room.people, keyed: person => person.role + person.seat + person.since,
          columns: [
            { key: 'seat', label: t('room.who'), cell: name },
            { key: 'standing', label: t('room.standing'), cell: person => h('span', { class: 'tags' }, standing(person, room, now.value)) },
          ],
          actions: begun.value ? actions : null,
        }),
        begun.value && buttons(),
      ]);
    };
  },
});
