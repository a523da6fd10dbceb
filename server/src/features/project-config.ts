import { isArray, isObject, type JsonValue, parseJson } from '../kirby/json/value.ts';
import { pathPattern } from '../kirby/text/glob.ts';
import { likelyWord } from '../kirby/text/near.ts';
import { ruleCodes, type RuleSeverities, severityNames } from './diagnostics.ts';
import { say } from '../kirby/text/say.ts';

/** The name of the file, which counts for its folder and all below. */
export const PROJECT_CONFIG = 'kirby-author.config.json';

/** What a project has agreed on: the editor and the command line follow it. */
export interface ProjectConfig {
  readonly rules: RuleSeverities;
  readonly ignore: readonly Ignored[];
}

/** Files in which nothing is said, or nothing of some rules: content has no comments for that. */
interface Ignored {
  /** Whether it is about a file, by its path from the folder of the config. */
  readonly matches: (path: string) => boolean;
  /** `undefined`: all rules. */
  readonly rules: readonly string[] | undefined;
}

export interface ReadConfig {
  /** What of the file can be used. */
  readonly config: ProjectConfig;
  /** What is wrong with it, in sentences. */
  readonly faults: readonly string[];
}

const none: ProjectConfig = { rules: {}, ignore: [] };
const allOff: RuleSeverities = Object.fromEntries([...ruleCodes].map((code) => [code, 'off']));

/** Reads the text of a `kirby-author.config.json`; what has another form counts as not there. */
export function readProjectConfig(text: string): ReadConfig {
  const value = parseJson(text.replace(/^\uFEFF/u, ''));
  if (!isObject(value)) return { config: none, faults: [say`It is no JSON object.`] };
  const faults: string[] = [];
  let { rules, ignore } = none;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'rules') rules = rulesIn(member, faults);
    else if (key === 'ignore') ignore = ignoredIn(member, faults);
    else if (key !== '$schema') faults.push(noSetting(key, ['rules', 'ignore']));
  }
  return { config: { rules, ignore }, faults };
}

/**
 * The severities that count for a file: those that are wished for (in the editor's settings, on the
 * command line) before those of the project; and what the project ignores is ignored in any case.
 *
 * @param path from the folder of the config, `content/home/home.txt`
 */
export function severitiesFor(
  { rules, ignore }: ProjectConfig,
  path: string,
  wished: RuleSeverities,
): RuleSeverities {
  const ignored = ignore.filter(({ matches }) => matches(path));
  if (ignored.some((one) => one.rules === undefined)) return allOff;
  const off = ignored.flatMap((one) => one.rules ?? []).map((code) => [code, 'off'] as const);
  return { ...rules, ...wished, ...Object.fromEntries(off) };
}

/** Whether a file is ignored as a whole. */
export function isIgnored({ ignore }: ProjectConfig, path: string): boolean {
  return ignore.some(({ matches, rules }) => rules === undefined && matches(path));
}

function rulesIn(value: JsonValue, faults: string[]): RuleSeverities {
  if (!isObject(value)) {
    faults.push(say`"rules" is an object: {"missing-file": "warning"}.`);
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([code, wanted]) => {
      const severity = severityNames.find((name) => name === wanted);
      if (severity === undefined) {
        faults.push(say`The severity of "${code}" is one of ${severityNames.join(', ')}.`);
      }
      return isRule(code, faults) && severity !== undefined ? [[code, severity]] : [];
    }),
  );
}

function ignoredIn(value: JsonValue, faults: string[]): readonly Ignored[] {
  if (isArray(value)) return value.flatMap((item) => ignoredItem(item, faults) ?? []);
  faults.push(say`"ignore" is a list of patterns: ["content/archive/**"].`);
  return [];
}

function ignoredItem(item: JsonValue, faults: string[]): Ignored | undefined {
  if (typeof item === 'string') return { matches: pathPattern(item), rules: undefined };
  const { files, rules } = isObject(item) ? item : {};
  if (!isObject(item) || typeof files !== 'string' || (rules !== undefined && !isArray(rules))) {
    faults.push(
      say`Each of "ignore" is a pattern, or {"files": "content/archive/**", "rules": ["missing-file"]}.`,
    );
    return undefined;
  }
  const odd = Object.keys(item).filter((key) => !settingsOfIgnored.includes(key));
  faults.push(...odd.map((key) => noSetting(key, settingsOfIgnored)));
  // All rules would be silent where the name of `rules` has a slip.
  if (odd.length > 0) return undefined;
  const codes = rules?.map((code) => (typeof code === 'string' ? code : JSON.stringify(code)));
  return {
    matches: pathPattern(files),
    rules: codes?.filter((code) => isRule(code, faults)),
  };
}

const settingsOfIgnored: readonly string[] = ['files', 'rules'];

function noSetting(key: string, known: readonly string[]): string {
  return say`There is no setting "${key}".` + meant(key, known);
}

function isRule(code: string, faults: string[]): boolean {
  if (ruleCodes.has(code)) return true;
  faults.push(say`There is no rule "${code}".` + meant(code, ruleCodes));
  return false;
}

function meant(word: string, words: Iterable<string>): string {
  const near = likelyWord(word, words);
  return near === undefined ? '' : ` ${say`Did you mean "${near}"?`}`;
}
