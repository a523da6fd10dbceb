import { type Command, type Option, UsageError } from './command.ts';

const stdio: Option = { name: 'stdio', summary: 'Speaks through the input and the output.' };

/** The server itself is loaded only for this: the other commands start without it. */
export const lsp: Command = {
  name: 'lsp',
  usage: ['kirby-author lsp --stdio'],
  summary:
    'Starts the language server, for editors other than VS Code. docs/editors.md says how they are set up.',
  operands: 'none',
  options: [stdio],
  examples: [
    { line: 'kirby-author lsp --stdio', what: 'What an editor starts; it ends with the editor.' },
  ],
  codes: { 1: 'the editor is gone without a farewell' },
  async run(given) {
    if (!given.has(stdio)) {
      throw new UsageError('An editor starts the server, with --stdio: kirby-author lsp --stdio.');
    }
    await import('../node/main.ts');
    // It goes on until the editor ends it.
    return 0;
  },
};
