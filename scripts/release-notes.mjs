// Prints what CHANGELOG.md says of a version: `node scripts/release-notes.mjs 1.2.3`. Fails where the
// package has another version or the section is missing or empty.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';

const [wanted] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
const notes = sectionOf(changelog, version);
if (wanted !== version) fail(`package.json has version ${version}, not ${wanted}.`);
if (notes === '') fail(`CHANGELOG.md has no section for ${version}.`);
process.stdout.write(`${notes}\n`);

/** The text below `## [1.2.3] - 2026-01-31`, up to the next heading of that kind. */
function sectionOf(text, name) {
  const [, ...sections] = text.split(/^## /m);
  const section = sections.find((one) => one.startsWith(`[${name}]`)) ?? '';
  return section.slice(section.indexOf('\n') + 1).trim();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
