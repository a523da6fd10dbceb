// Writes the tables of the README: rules from docs/rules, settings from package.json.
//   node scripts/tables.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFileSync(`${root}/${path}`, 'utf8');

/** The README with its tables as they should be. */
export function withTables(readme) {
  return fill(fill(readme, 'rules', rules()), 'settings', settings());
}

function fill(text, name, rows) {
  const pattern = new RegExp(`<!-- ${name} -->\\n[^]*?<!-- /${name} -->`);
  return text.replace(pattern, () => [`<!-- ${name} -->`, ...rows, `<!-- /${name} -->`].join('\n'));
}

function rules() {
  const files = readdirSync(`${root}/docs/rules`).filter((file) => file.endsWith('.md'));
  const rows = files.sort().map((file) => {
    const page = read(`docs/rules/${file}`);
    const what = /^# .+\n+([^]+?)\n\n/.exec(page)?.[1].replace(/\s+/g, ' ') ?? '';
    const severity = /^\*\*Severity:\*\* (.+)$/m.exec(page)?.[1].replace(/\.$/, '') ?? '';
    return `| [${file.slice(0, -3)}](docs/rules/${file}) | ${what} | ${severity} |`;
  });
  return ['| rule | what is found | severity |', '| --- | --- | --- |', ...rows];
}

function settings() {
  const { contributes } = JSON.parse(read('package.json'));
  const groups = [contributes.configuration ?? []].flat();
  const rows = groups.flatMap(({ properties }) =>
    Object.entries(properties).map(
      ([name, { default: value, markdownDescription, description }]) => {
        const what = (markdownDescription ?? description ?? '').replace(/\s+/g, ' ');
        return `| \`${name}\` | \`${JSON.stringify(value)}\` | ${what} |`;
      },
    ),
  );
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${root}/README.md`, withTables(read('README.md')));
}
