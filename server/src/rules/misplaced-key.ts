import { countsInDefaultOnly } from '../site/translations.ts';
import type { Rule } from './rule.ts';
import { keyOf, removal, translationOf } from './translation.ts';
import { say } from '../kirby/text/say.ts';

/**
 * `Uuid`, and of files `Template` and `Sort`, in a translation. Kirby reads them in the default
 * language only (`Kirby\Uuid\ModelUuid::retrieveId()`) and takes them away here when it saves.
 */
export const misplacedKey: Rule = {
  code: 'misplaced-key',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const { document } = context;
    const { file, original } = translationOf(context) ?? {};
    if (file === undefined) return;
    for (const field of document.fields) {
      if (!countsInDefaultOnly(field.name, file.model)) continue;
      // Where the default language has none, this one may be the only record of what it was.
      const safe = original?.isFilled(field.name) === true || field.value.text === '';
      yield {
        message: say`"${keyOf(document, field)}" counts in the file of the default language only. Kirby ignores it here, and the next save in the Panel deletes it. ${safe ? say`Remove it.` : say`Move it there, or remove it.`}`,
        span: field.nameSpan,
        fixes: () => removal(document, field, { title: say`Remove the field`, safe }),
      };
    }
  },
};
