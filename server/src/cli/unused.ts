import { keysOutside, unusedFiles } from '../site/mentions/unused.ts';
import { type Command, UsageError } from './command.ts';
import { placesAt } from './disk.ts';
import { listFormat } from './list-format.ts';

export const unused: Command = {
  name: 'unused',
  usage: ['kirby-author unused [PATH] [--format pretty|json]'],
  summary:
    'Lists the files that nothing in the content mentions; a template may show them all the same.',
  operands: 'paths',
  options: [listFormat],
  examples: [
    { line: 'kirby-author unused', what: 'Those of the site in this folder.' },
    { line: 'kirby-author unused content/blog', what: 'Those below a page.' },
  ],
  async run(given, terminal) {
    const [place = '.', ...others] = given.operands;
    if (others.length > 0) throw new UsageError('Name one site or folder of its content.');
    const format = given.choice(listFormat);
    const paths: string[] = [];
    for (const { live, path, shown } of await placesAt(place, terminal.folder)) {
      await live.searchable();
      for (const found of unusedFiles(live, await keysOutside(live))) {
        for (const { path: file } of found?.files ?? []) {
          if (path === '' || file === path || file.startsWith(`${path}/`)) paths.push(shown(file));
        }
      }
    }
    terminal.write(
      format === 'json'
        ? `${JSON.stringify(paths, undefined, 2)}\n`
        : paths.map((path) => `${path}\n`).join(''),
    );
    return 0;
  },
};
