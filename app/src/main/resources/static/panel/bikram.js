/*
 * Bikram Sambat, Nepal's calendar. No rule tells how long its months are; the year's calendar does. Days of each month,
 * from Baisakh on. To 2083 independent tables agree. From 2084 on they contradict each other; those taken here are the
 * ones that the sun's entry into the signs, reckoned by the Surya Siddhanta, bears out within a day: to be checked when
 * the year's calendar is published. 1 Shrawan is held against saathi.analytics.shrawan-first by a test.
 */
const MONTHS = {
  2070: [31, 31, 31, 32, 31, 31, 29, 30, 30, 29, 30, 30],
  2071: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2072: [31, 32, 31, 32, 31, 30, 30, 29, 30, 29, 30, 30],
  2073: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 31],
  2074: [31, 31, 31, 32, 31, 31, 30, 29, 30, 29, 30, 30],
  2075: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2076: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 30],
  2077: [31, 32, 31, 32, 31, 30, 30, 30, 29, 30, 29, 31],
  2078: [31, 31, 31, 32, 31, 31, 30, 29, 30, 29, 30, 30],
  2079: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2080: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 30],
  2081: [31, 32, 31, 32, 31, 30, 30, 30, 29, 30, 29, 31],
  2082: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2083: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2084: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 31],
  2085: [30, 32, 31, 32, 31, 30, 30, 30, 29, 30, 29, 31],
  2086: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2087: [31, 31, 32, 32, 31, 30, 30, 29, 30, 29, 30, 30],
  2088: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 31],
  2089: [30, 32, 31, 32, 31, 30, 30, 30, 29, 30, 29, 31],
  2090: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2091: [31, 31, 32, 32, 31, 30, 30, 29, 30, 29, 30, 30],
  2092: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 31],
  2093: [31, 31, 31, 32, 31, 31, 29, 30, 30, 29, 29, 31],
  2094: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2095: [31, 31, 32, 32, 31, 30, 30, 29, 30, 29, 30, 30],
};
const FIRST_YEAR = 2070;
const FIRST_DAY = Date.UTC(2013, 3, 14);
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
