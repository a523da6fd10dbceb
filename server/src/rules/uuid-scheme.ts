import { slice } from '../kirby/text/span.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A `Uuid` field that holds a reference instead of the bare id. `Kirby\Uuid\ModelUuid::retrieveId()`
 * takes the value as it is, so that the page is `page://page://…`.
 */
export const uuidScheme: Rule = {
  code: 'uuid-scheme',
  severity: 'error',
  reads: 'site',
  *check(context) {
    if (!holdsUuid(context)) return;
    const { document } = context;
    for (const field of document.fields) {
      if (field.name !== 'uuid') continue;
      const scheme = /^(?:page|file|site|user|block|struct):\/\//iu.exec(
        slice(document.text, field.valueSpan),
      )?.[0];
      if (scheme === undefined) continue;
      const { start, end } = field.valueSpan;
      const isFile = context.file?.model.kind === 'file';
      yield {
        message: isFile
          ? say`The field "Uuid" holds the bare id. With "${scheme}" before it nothing finds the file by its UUID; remove that.`
          : say`The field "Uuid" holds the bare id. With "${scheme}" before it nothing finds the page by its UUID; remove that.`,
        span: { start, end: start + scheme.length },
        fixes: () => (start + scheme.length < end ? [removal(start, scheme)] : []),
      };
    }
  },
};

/** UUIDs of pages and files stand in the file of the default language. */
function holdsUuid({ site, file }: RuleContext): boolean {
  if (site === undefined) return true;
  if (file === undefined || file.isChanges || !site.options.uuids) return false;
  const { kind } = file.model;
  const isDefault = file.language === undefined || file.language === site.options.defaultLanguage;
  return isDefault && (kind === 'page' || kind === 'file');
}

function removal(start: number, scheme: string): Fix {
  return {
    title: say`Remove "${scheme}"`,
    edits: [{ span: { start, end: start + scheme.length }, text: '' }],
    safe: true,
  };
}
