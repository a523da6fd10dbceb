import type { Command, Option } from './command.ts';

/** What `kirby-author help` prints. */
export function helpOfAll(commands: readonly Command[]): string {
  return [
    'Checks, reads and renders Kirby content files.',
    '',
    'Usage: kirby-author COMMAND [OPTION …]',
    '',
    ...columns(commands.map(({ name, summary }) => [name, firstSentence(summary)])),
    '',
    'kirby-author help COMMAND tells more, with examples.',
    '',
  ].join('\n');
}

/** What `kirby-author help COMMAND` prints. */
export function helpOf({ usage, summary, options, examples, codes = {} }: Command): string {
  const exits = { 0: 'done', 2: 'could not run', ...codes };
  return [
    summary,
    '',
    ...usage,
    ...section('Options', columns(options.map((option) => [signature(option), option.summary]))),
    ...section(
      'Examples',
      examples.flatMap(({ line, what }) => [`  ${line}`, `      ${what}`]),
    ),
    ...section('Exit codes', columns(Object.entries(exits))),
    '',
  ].join('\n');
}

function firstSentence(text: string): string {
  return /^[^.]*\./u.exec(text)?.[0] ?? text;
}

function signature({ name, value }: Option): string {
  if (value === undefined) return `--${name}`;
  const shown = value.choices?.join('|') ?? value.placeholder;
  return value.isOptional === true ? `--${name}[=${shown}]` : `--${name} ${shown}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

/** A longer name than this has its explanation in the next line. */
const WIDEST = 24;

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const names = rows.map(([name]) => name.length).filter((length) => length <= WIDEST);
  const width = Math.max(0, ...names);
  return rows.flatMap(([name, text]) =>
    name.length > width
      ? [`  ${name}`, `  ${' '.repeat(width)}  ${text}`]
      : [`  ${name.padEnd(width)}  ${text}`],
  );
}
