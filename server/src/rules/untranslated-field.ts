import { isUntranslated } from '../site/translations.ts';
import type { Rule } from './rule.ts';
import { keyOf, removal, translationOf } from './translation.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A field of a translation that is `translate: false` in the blueprint. Kirby reads it all the same,
 * but takes it away when the Panel saves (`Kirby\Content\Version::prepareFieldsBeforeWrite()`).
 */
export const untranslatedField: Rule = {
  code: 'untranslated-field',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const { document } = context;
    const { site, file } = translationOf(context) ?? {};
    const blueprint = site === undefined ? undefined : file && site.blueprints.of(file.model);
    if (blueprint === undefined) return;
    for (const field of document.fields) {
      if (!isUntranslated(blueprint.fields.get(field.name))) continue;
      yield {
        message: say`"${keyOf(document, field)}" is the same in all languages: its blueprint says translate: false. Kirby shows this value in place of the default language's, and the next save in the Panel deletes it. Write it in the default language, and remove it here.`,
        span: field.nameSpan,
        fixes: () => removal(document, field, { title: say`Remove the field`, safe: false }),
      };
    }
  },
};
