/* Moments as they are read in Nepal, whatever the browser's own zone: 5 h 45 min ahead of UTC, all the year. */
import { bikram } from './bikram.js';
import { digits, t } from './i18n/index.js';

const AHEAD = 345 * 60_000;

/** '2026-11-25T18:00' in Nepal, of a moment; also what a datetime-local input wants. */
export function nepal(moment) {
  return new Date(new Date(moment).getTime() + AHEAD).toISOString().slice(0, 16);
}

/** The moment of a Nepalese wall clock's '2026-11-25T18:00', as REST wants it. */
export function instant(wall) {
  return new Date(Date.parse(wall + ':00Z') - AHEAD).toISOString();
}

/** Today in Nepal, shifted by days: '2026-11-25'. */
export function today(days = 0) {
  return nepal(Date.now() + days * 86_400_000).slice(0, 10);
}

/** 'Wed 25 Nov 2026', of '2026-11-25'; in short 'Wed 25 Nov'. By our own words: not every browser knows Nepali ones. */
export function day(date, short = false) {
  const [year, month, number] = date.split('-').map(Number);
  const weekday = new Date(date + 'T00:00:00Z').getUTCDay();
  return digits(`${t('weekday.' + weekday)} ${number} ${t('month.' + month)}${short ? '' : ' ' + year}`);
}

/** '9 Mangsir 2083', of the Gregorian '2026-11-25'; nothing where the calendar is not known. In short '9 Mangsir'. */
export function bikramDay(date, short = false) {
  const there = bikram(date);
  return there ? digits(`${there.day} ${t('bikram.' + there.month)}${short ? '' : ' ' + there.year}`) : '';
}

/** '18:00' in Nepal. */
export function clock(moment) {
  return digits(nepal(moment).slice(11));
}

/** Day and time of a moment, in both calendars: for text; ui/moment.js has it as an element. */
export function full(moment) {
  const date = nepal(moment).slice(0, 10);
  const there = bikramDay(date);
  return `${day(date)}${there ? ' · ' + there : ''} · ${clock(moment)}`;
}
