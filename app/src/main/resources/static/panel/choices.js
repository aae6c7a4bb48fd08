/* What forms and filters offer: the line's categories, languages and volunteers, as options of a Field. */
import { all } from './api.js';
import { language, t } from './i18n/index.js';

export function categoryName(category) {
  return category.names[language.value] || category.names.en || category.code;
}

export async function categories() {
  return (await all('/categories')).filter(one => one.active).map(one => ({ value: one.code, label: categoryName(one) }));
}

export async function languages() {
  return (await all('/languages')).filter(one => one.active).map(one => ({ value: one.code, label: one.name }));
}

export async function volunteers() {
  return (await all('/admin/volunteers')).map(one => ({
    value: one.id, name: one.nickname, label: `${one.nickname} (${one.id}) · ${t('training.' + one.training)} · ${one.languages.join(', ')}`,
  }));
}

/** All three, or two for who is no admin. */
export async function choices(withVolunteers = false) {
  const [category, spoken, hosts] = await Promise.all([categories(), languages(), withVolunteers ? volunteers() : []]);
  return { categories: category, languages: spoken, volunteers: hosts };
}

/** The label of a value; the value itself where it is not offered any more. */
export function labelOf(options, value) {
  return options?.find(one => one.value === value)?.label ?? value;
}

/** What a session is called: by its category where nobody gave it a title. */
export function titleOf(session, categoryOptions) {
  return session.title && session.title !== session.category ? session.title : labelOf(categoryOptions, session.category);
}

/** Options of an enum whose words are `prefix.VALUE`. */
export function options(prefix, values) {
  return values.map(value => ({ value, label: t(`${prefix}.${value}`) }));
}
