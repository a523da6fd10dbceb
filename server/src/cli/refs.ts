import { parseArgs } from 'node:util';
import { targetOfPath } from '../features/references.ts';
import { usePlace } from '../features/where-used.ts';
import { findMentions } from '../site/mentions/find.ts';
import { type Command, UsageError } from './command.ts';
import { placesAt } from './disk.ts';
import { lineAndColumn, lineStarts } from './report.ts';

export const refs: Command = {
  name: 'refs',
  usage: ['kirby-author refs FILE|FOLDER [--format pretty|json]'],
  summary:
    'Lists the places in the content that mention a file, or the page of a folder or content file. Exits with 1 when there are none.',
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'pretty' } },
    });
    const [given, ...others] = positionals;
    if (given === undefined || others.length > 0) throw new UsageError('Name one file or folder.');
    if (values.format !== 'pretty' && values.format !== 'json') {
      throw new UsageError('--format is pretty or json.');
    }
    const [place] = await placesAt(given, terminal.folder);
    const target = place && targetOfPath(place.live.site, place.path);
    if (place === undefined || target === undefined) {
      throw new UsageError(`${given} is no page and no file of a page.`);
    }
    const found = (await findMentions(place.live, [target])).flatMap(
      ({ file, document, mentions }) => {
        const starts = lineStarts(document.text);
        return mentions.map((mention) => {
          const { field, excerpt } = usePlace(place.live.site, file, document, mention);
          const { line, column } = lineAndColumn(starts, mention.span.start);
          return { path: file.path, line, column, field, excerpt };
        });
      },
    );
    terminal.write(
      values.format === 'json'
        ? `${JSON.stringify(found, undefined, 2)}\n`
        : found
            .map(
              ({ path, line, column, field, excerpt }) =>
                `${path}:${String(line)}:${String(column)} ${field}: ${excerpt}\n`,
            )
            .join(''),
    );
    return found.length === 0 ? 1 : 0;
  },
};
