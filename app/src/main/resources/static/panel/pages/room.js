/* A volunteer's own room while it lives; opened from the list of their sessions. */
import { defineComponent, h } from '../vue.js';
import { get, put } from '../api.js';
import { categories, labelOf, titleOf } from '../choices.js';
import { language, t } from '../i18n/index.js';
import { link, route } from '../router.js';
import { Lost, useStream } from '../ui/live.js';
import { Loaded, useLoad } from '../ui/load.js';
import { Page } from '../ui/page.js';
import { Room } from '../ui/room.js';

const isOver = room => ['ENDED', 'CANCELLED'].includes(room.state);

const LiveRoom = defineComponent({
  props: { session: Object },
  setup(props) {
    const { id } = props.session;
    const topics = useLoad(() => categories(), () => language.value);
    const live = useStream(`/cmhv/session/${id}/live`, 'room', isOver);
    return () => [
      h(Lost, { since: live.lost }),
      live.data && isOver(live.data) && h('p', { role: 'status' }, [t('room.over') + ' ', h('a', { href: link('reports', { session: id }) }, t('room.report'))]),
      live.data && h(Room, {
        room: live.data, heading: titleOf(props.session, topics.data), about: labelOf(topics.data, props.session.category), child: true,
        order: (action, seat) => put('/cmhv/session/' + id, { action, seat }),
      }),
    ];
  },
});

export default defineComponent({
  setup() {
    const session = useLoad(async signal => (await get('/sessions/' + route.query.session, { signal })).data, () => route.query.session);
    return () => h(Page, { title: t('menu.room'), lead: t('room.lead') }, () => h(Loaded, { state: session }, { default: found => h(LiveRoom, { key: found.id, session: found }) }));
  },
});
