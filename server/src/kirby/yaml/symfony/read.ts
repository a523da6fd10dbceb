import { parseDocument } from 'yaml';
import type { JsonValue } from '../../json/value.ts';
import { PhpArray, type PhpValue } from '../php-array.ts';
import type { YamlResult } from '../read.ts';
import { isTooDeep } from './depth.ts';
import { symfonyValue } from './value.ts';

/**
 * YAML as Symfony reads it (`Kirby\Data\YamlSymfony::decode()`): near to YAML 1.2, and strict. The
 * package `yaml` finds the structure; what scalars mean and what Symfony refuses beyond that is
 * decided in `value.ts` and `scalar.ts`.
 */
export function readSymfony(text: string): YamlResult {
  const content = text.replace(/\r\n?/g, '\n');
  if (startsIndented(content)) return { ok: false, message: 'Unable to parse.' };
  if (isTooDeep(content)) return { ok: false, message: 'Nested too deeply.' };
  try {
    const document = parseDocument(content, {
      schema: 'failsafe',
      uniqueKeys: false,
      strict: true,
      logLevel: 'error',
      prettyErrors: false,
    });
    const error = document.errors[0];
    if (error !== undefined) return { ok: false, message: error.message };
    const read = symfonyValue(document.contents, content);
    return read.kind === 'error'
      ? { ok: false, message: read.message }
      : { ok: true, value: wrapped(read.value) };
  } catch (error) {
    // The package reports errors as values; this is for what its authors did not think of.
    return { ok: false, message: error instanceof Error ? error.message : 'Unable to parse.' };
  }
}

/** Symfony wants the outermost level at the margin; the package takes any. */
function startsIndented(content: string): boolean {
  const first = /^(?:[ ]*(?:#[^\n]*)?\n)*([ ]*)[^ \n#]/.exec(content);
  return (first?.[1] ?? '') !== '';
}

/** `Kirby\Toolkit\A::wrap()`. */
function wrapped(value: PhpValue): JsonValue {
  if (value === null) return [];
  return value instanceof PhpArray ? value.toJson() : [value];
}
