/* What a problem of REST is called in the language of the panel. */
import { digits, has, t } from '../i18n/index.js';

/** By its type where we have words for it, else what the server said. */
export function words(problem) {
  const who = problem.volunteer ? t('volunteer', { id: digits(problem.volunteer) }) : t('volunteer.one');
  if (has('problem.' + problem.type)) return t('problem.' + problem.type, { seconds: problem.retryAfter, who });
  if (problem.status >= 500 || !problem.status) return t('problem.internal');
  return problem.message;
}
