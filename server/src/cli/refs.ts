import { targetOfPath } from '../features/references.ts';
import { usePlace } from '../features/where-used.ts';
import { findMentions } from '../site/mentions/find.ts';
import { type Command, UsageError } from './command.ts';
import { placesAt } from './disk.ts';
import { listFormat } from './list-format.ts';
import { lineAndColumn, lineStarts } from './report.ts';

export const refs: Command = {
  name: 'refs',
  usage: ['kirby-author refs FILE|FOLDER [--format pretty|json]'],
  summary:
    'Lists the places in the content that mention a file, the page of a folder or content file, or the user of an account. Exits with 1 when there are none.',
  operands: 'paths',
  options: [listFormat],
  examples: [
    { line: 'kirby-author refs content/home/cover.jpg', what: 'Where a picture is mentioned.' },
    { line: 'kirby-author refs content/1_blog --format json', what: 'Where a page is.' },
  ],
  codes: { 1: 'nothing mentions it' },
  async run(given, terminal) {
    const [wanted, ...others] = given.operands;
    if (wanted === undefined || others.length > 0) throw new UsageError('Name one file or folder.');
    const format = given.choice(listFormat);
    const [place] = await placesAt(wanted, terminal.folder);
    const target = place && targetOfPath(place.live.site, place.path);
    if (place === undefined || target === undefined) {
      throw new UsageError(`${wanted} is no page, no file and no user.`);
    }
    const found = (await findMentions(place.live, [target])).flatMap(
      ({ file, document, mentions }) => {
        const starts = lineStarts(document.text);
        return mentions.map((mention) => {
          const { field, excerpt } = usePlace(place.live.site, file, document, mention);
          const { line, column } = lineAndColumn(starts, mention.span.start);
          return { path: place.shown(file.path), line, column, field, excerpt };
        });
      },
    );
    terminal.write(
      format === 'json'
        ? `${JSON.stringify(found, undefined, 2)}\n`
        : found
            .map(
              ({ path, line, column, field, excerpt }) =>
                `${path}:${String(line)}:${String(column)} ${[field, excerpt].filter((part) => part !== '').join(': ')}\n`,
            )
            .join(''),
    );
    return found.length === 0 ? 1 : 0;
  },
};
