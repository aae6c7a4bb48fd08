/* What a problem of REST is called in the language of the panel. */
import { has, t } from '../i18n/index.js';

/** By its type where we have words for it, else what the server said. */
export function words(problem) {
  if (has('problem.' + problem.type)) return t('problem.' + problem.type, { seconds: problem.retryAfter });
  if (problem.status >= 500 || !problem.status) return t('problem.internal');
  return problem.message;
}
