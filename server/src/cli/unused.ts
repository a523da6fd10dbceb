import { parseArgs } from 'node:util';
import { unusedFiles } from '../site/mentions/unused.ts';
import { type Command, UsageError } from './command.ts';
import { placesAt } from './disk.ts';

export const unused: Command = {
  name: 'unused',
  usage: ['kirby-author unused [PATH] [--format pretty|json]'],
  summary:
    'Lists the files that nothing in the content mentions; a template may show them all the same.',
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'pretty' } },
    });
    const [given = '.', ...others] = positionals;
    if (others.length > 0) throw new UsageError('Name one site or folder of its content.');
    if (values.format !== 'pretty' && values.format !== 'json') {
      throw new UsageError('--format is pretty or json.');
    }
    const paths: string[] = [];
    for (const { live, path } of await placesAt(given, terminal.folder)) {
      await live.searchable();
      for (const found of unusedFiles(live)) {
        for (const { path: file } of found?.files ?? []) {
          if (path === '' || file === path || file.startsWith(`${path}/`)) paths.push(file);
        }
      }
    }
    terminal.write(
      values.format === 'json'
        ? `${JSON.stringify(paths, undefined, 2)}\n`
        : paths.map((path) => `${path}\n`).join(''),
    );
    return 0;
  },
};
