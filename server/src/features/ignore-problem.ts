import { editJson, type JsonChange } from '../kirby/json/edit.ts';
import { jsonText } from '../kirby/json/json-text.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../kirby/json/value.ts';
import { plainText } from '../kirby/text/mapped-text.ts';
import type { Edit } from '../rules/rule.ts';

/** What a project is to say nothing of any more: a rule in one file, or everywhere. */
export interface IgnoreWish {
  readonly code: string;
  /** The file, from the folder of the config, `content/home/home.txt`; `undefined`: everywhere. */
  readonly path?: string | undefined;
}

/**
 * The smallest edits that add a wish to a `kirby-author.config.json`.
 *
 * @param text of the file, without a byte order mark; an empty one stands for a file that is not there
 * @returns `undefined` where the file holds something else than a config, which is left alone
 */
export function ignoring(text: string, wish: IgnoreWish): readonly Edit[] | undefined {
  if (text.trim() === '') return [{ span: { start: 0, end: text.length }, text: newConfig(wish) }];
  const json = jsonText(plainText(text, 0));
  const change = isObject(json.value) ? changeFor(json.value, wish) : undefined;
  if (change === undefined) return undefined;
  const edit = editJson(json, change);
  return edit.ok ? edit.edits : undefined;
}

function changeFor(config: JsonObject, { code, path }: IgnoreWish): JsonChange | undefined {
  return path === undefined ? turnedOff(config, code) : ignored(config, code, patternOf(path));
}

function turnedOff({ rules }: JsonObject, code: string): JsonChange | undefined {
  if (rules === undefined) return { kind: 'set', path: ['rules'], value: { [code]: 'off' } };
  return isObject(rules) ? { kind: 'set', path: ['rules', code], value: 'off' } : undefined;
}

function ignored({ ignore }: JsonObject, code: string, files: string): JsonChange | undefined {
  const item = { files, rules: [code] };
  if (ignore === undefined) return { kind: 'set', path: ['ignore'], value: [item] };
  if (!isArray(ignore)) return undefined;
  const at = ignore.findIndex((one) => rulesFor(one, files) !== undefined);
  if (at < 0) return { kind: 'insert', path: ['ignore'], index: ignore.length, value: item };
  const index = rulesFor(ignore[at], files)?.length ?? 0;
  return { kind: 'insert', path: ['ignore', at, 'rules'], index, value: code };
}

/** The rules that an item of the list silences in just these files. */
function rulesFor(item: JsonValue | undefined, files: string): readonly JsonValue[] | undefined {
  if (!isObject(item) || item['files'] !== files) return undefined;
  const { rules } = item;
  return isArray(rules) ? rules : undefined;
}

/** A path as a pattern: characters that mean something in one are any character. */
function patternOf(path: string): string {
  return path.replace(/[*?{}]/gu, '?');
}

function newConfig({ code, path }: IgnoreWish): string {
  const config =
    path === undefined
      ? { rules: { [code]: 'off' } }
      : { ignore: [{ files: patternOf(path), rules: [code] }] };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
