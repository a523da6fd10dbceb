import type { BlockTab } from './block-tab.ts';

/** What an author has to know of a tab that is not as its source is. */
export function problemOf({ state, source, problem }: BlockTab): string | undefined {
  const file = source.path.slice(source.path.lastIndexOf('/') + 1);
  switch (state) {
    case 'linked':
      return undefined;
    case 'lost':
      return `This text is no longer in ${file}: its block was deleted, or it cannot be told which row it was. Nothing is written until it comes back, as when you undo the change in ${file}.`;
    case 'refused':
      if (problem !== undefined)
        return `${problem.message} Nothing is written to ${file} until it can be read.`;
      return `This edit is not written to ${file}, because it would change more there than this text. Undo it, or make it in ${file}.`;
  }
}
