import { countsInDefaultOnly, isUntranslated } from '../site/translations.ts';
import type { Rule } from './rule.ts';
import { removal, translationOf } from './translation.ts';
import { say } from '../kirby/text/say.ts';

/**
 * An empty field of a translation, where the default language has a text. Kirby lays the fields of
 * a translation over those of the default language by their names (`Kirby\Content\Version::read()`
 * and `content()`), so that a field that is there, however empty, hides the other.
 */
export const hiddenFallback: Rule = {
  code: 'hidden-fallback',
  severity: 'information',
  reads: 'site',
  *check(context) {
    const { fields } = context.document;
    if (fields.every(({ value }) => value.text !== '')) return;
    const { site, file, original } = translationOf(context) ?? {};
    if (site === undefined || file === undefined || original === undefined) return;
    const blueprint = site.blueprints.of(file.model);
    const last = new Map(fields.map((field) => [field.name, field]));
    for (const [name, field] of last) {
      if (field.value.text !== '' || !original.isFilled(name)) continue;
      if (countsInDefaultOnly(name, file.model) || isUntranslated(blueprint?.fields.get(name))) {
        continue;
      }
      // Without the last field of a name an earlier one would show, and not the default language.
      const isOnly = fields.every((other) => other === field || other.name !== name);
      yield {
        message: say`This empty field hides the text of the default language: Kirby falls back to it only where a translation does not have the field at all. Translate it, or remove the field.`,
        span: field.nameSpan,
        fixes: () =>
          isOnly
            ? removal(context.document, field, {
                title: say`Remove the field, so that the default language shows`,
                safe: false,
              })
            : [],
      };
    }
  },
};
