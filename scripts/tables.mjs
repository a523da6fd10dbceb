// Writes what is made of the rules' pages and of the manifest: the tables of rules, settings and commands
// in the documentation, the number of checks in the README, and the schema of kirby-author.config.json.
//   node scripts/tables.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { manifestIn } from './manifest.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFileSync(`${root}/${path}`, 'utf8');

const tables = { rules, settings, commands };

/** The pages that hold nothing but a table and a few words. */
export const tablePages = Object.keys(tables).map((name) => `docs/${name}.md`);

/** A page with its table as it should be. */
export function withTable(page) {
  return Object.entries(tables).reduce((text, [name, rows]) => fill(text, name, rows), page);
}

/** The README with as many checks as there are. */
export function withCount(page) {
  return page.replace(/\*\*\d+ checks\*\*/, `**${pages().length} checks**`);
}

/** The schema of a project's config, as the file should be. */
export function configSchema() {
  const severity = { enum: ['off', 'hint', 'information', 'warning', 'error'] };
  const patterns = 'A pattern of paths from the folder of this file: `content/archive/**`.';
  const rules = pages();
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Kirby Author',
    description: 'What a project wants of the rules of Kirby Author, in the editor and in `check`.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: 'Severities by rule; a rule that is `off` is silent.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map(({ code, what }) => [code, { ...severity, description: what }]),
        ),
      },
      ignore: {
        description: 'Files in which nothing is said, or nothing of some rules.',
        type: 'array',
        items: {
          anyOf: [
            { type: 'string', description: patterns },
            {
              type: 'object',
              additionalProperties: false,
              required: ['files'],
              properties: {
                files: { type: 'string', description: patterns },
                rules: {
                  description: 'The rules that are silent there; all where this is left out.',
                  type: 'array',
                  uniqueItems: true,
                  items: { enum: rules.map(({ code }) => code) },
                },
              },
            },
          ],
        },
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** The rules as their pages describe them. */
function pages() {
  const files = readdirSync(`${root}/docs/rules`).filter((file) => file.endsWith('.md'));
  return files.sort().map((file) => {
    const page = read(`docs/rules/${file}`);
    const what = /^# .+\n+([^]+?)\n\n/.exec(page)?.[1].replace(/\s+/g, ' ') ?? '';
    const severity = /^\*\*Severity:\*\* (.+)$/m.exec(page)?.[1].replace(/\.$/, '') ?? '';
    return { code: file.slice(0, -3), what, severity };
  });
}

function fill(text, name, rows) {
  const pattern = new RegExp(`<!-- ${name} -->\\n[^]*?<!-- /${name} -->`);
  return text.replace(pattern, () =>
    [`<!-- ${name} -->`, ...rows(), `<!-- /${name} -->`].join('\n'),
  );
}

function rules() {
  const rows = pages().map(
    ({ code, what, severity }) => `| [${code}](rules/${code}.md) | ${what} | ${severity} |`,
  );
  return ['| rule | what is found | severity |', '| --- | --- | --- |', ...rows];
}

function settings() {
  const { contributes } = manifestIn();
  const groups = [contributes.configuration ?? []].flat();
  const rows = groups.flatMap(({ properties }) =>
    Object.entries(properties).map(
      ([name, { default: value, markdownDescription, description, ...one }]) => {
        const choices = (one.enum ?? []).map(
          (choice, index) => `\`${JSON.stringify(choice)}\`: ${one.enumDescriptions?.[index]}`,
        );
        const what = [markdownDescription ?? description ?? '', ...choices].join(' ');
        return `| \`${name}\` | \`${JSON.stringify(value)}\` | ${what.replace(/\s+/g, ' ')} |`;
      },
    ),
  );
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows];
}

function commands() {
  const { contributes } = manifestIn();
  const keysOf = (wanted) => {
    const own = contributes.keybindings.filter(({ command }) => command === wanted);
    // In an editor and in a view it is often the same.
    return [...new Set(own.map(({ key }) => `\`${key}\``))];
  };
  const rows = contributes.commands.map(
    ({ command, title }) => `| ${title} | \`${command}\` | ${keysOf(command).join(', ')} |`,
  );
  return ['| command | name for keybindings | key |', '| --- | --- | --- |', ...rows];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of tablePages) writeFileSync(`${root}/${page}`, withTable(read(page)));
  writeFileSync(`${root}/README.md`, withCount(read('README.md')));
  writeFileSync(`${root}/schemas/kirby-author.config.schema.json`, configSchema());
}
