import { mentionFixes } from './mention-fixes.ts';
import { type Miss, misses } from './mentions.ts';
import type { Rule } from './rule.ts';
import { effectInTag } from './tag-effect.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A file that is named and is not there, nor its metadata. `toFiles()` passes over it without a
 * word; the `(image:)` tag prints an address that leads nowhere.
 */
export const missingFile: Rule = {
  code: 'missing-file',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const miss of misses(context)) {
      const { reference, metadataOf } = miss;
      if (reference.kind !== 'file-name' || metadataOf !== undefined) continue;
      yield {
        message: say`The file "${reference.name}" does not exist ${where(miss)}. ${effect(context.document.text, miss)}`,
        span: reference.span,
        fixes: () => mentionFixes(context.document, miss),
      };
    }
  },
};

function where({ from, reference }: Miss): string {
  if ('name' in reference && reference.name.includes('/')) return say`on this site`;
  return from.kind === 'site' ? say`among the files of the site` : say`on this page`;
}

function effect(text: string, { reference }: Miss): string {
  return reference.place === 'tag'
    ? effectInTag(text, reference)
    : say`Kirby leaves it out without a word; choose another file or remove it.`;
}
