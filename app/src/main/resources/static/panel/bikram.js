/*
 * Bikram Sambat, Nepal's calendar. No rule tells how long its months are; the year's calendar does. Days of each month,
 * from Baisakh on; the years after 2083 are reckoned, to be checked when their calendar is published. 1 Shrawan is
 * held against saathi.analytics.shrawan-first by a test.
 */
const MONTHS = {
  2080: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 30],
  2081: [31, 32, 31, 32, 31, 30, 30, 30, 29, 30, 29, 31],
  2082: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2083: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2084: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 31],
  2085: [30, 32, 31, 32, 31, 30, 30, 30, 29, 30, 29, 31],
};
const FIRST_YEAR = 2080;
const FIRST_DAY = Date.UTC(2023, 3, 14);
const DAY = 86_400_000;

/**
 * @param day a Gregorian day, '2026-11-25'
 * @returns {year, month, day}, month from 1; null beyond the years that are known
 */
export function bikram(day) {
  let left = Math.round((Date.parse(day + 'T00:00:00Z') - FIRST_DAY) / DAY);
  if (!(left >= 0)) return null;
  for (let year = FIRST_YEAR; MONTHS[year]; year++) {
    for (let month = 0; month < 12; month++) {
      if (left < MONTHS[year][month]) return { year, month: month + 1, day: left + 1 };
      left -= MONTHS[year][month];
    }
  }
  return null;
}
