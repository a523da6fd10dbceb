import type { Command, Option } from '../command.ts';

/** The words that may follow an option, `undefined` where it may be anything. */
export function wordsAfter({ value }: Option): readonly string[] | undefined {
  return value?.choices ?? value?.suggestions;
}

/** A text in single quotes, in which no shell finds anything to do. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** What is shown beside a command: its first sentence. */
export function purpose({ summary }: Command): string {
  return /^[^.]*/u.exec(summary)?.[0] ?? summary;
}
