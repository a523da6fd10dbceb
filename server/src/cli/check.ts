import path from 'node:path';
import { ruleCodes, type RuleSeverities, severityNames } from '../features/diagnostics.ts';
import { allChanged } from './changed.ts';
import { checkedFiles, checkedInput, type Portions, targetsOf } from './checked-files.ts';
import { type Checking, reportOn } from './checking.ts';
import { CheckCache } from './check-cache.ts';
import { type Command, explain, type Option, type Terminal, UsageError } from './command.ts';
import { isWithin } from './disk.ts';
import { didYouMean, type Given } from './given.ts';
import { textOf } from './input.ts';
import { projectConfigs } from './project-config.ts';
import { relativeName } from './relative-name.ts';
import type { PrintOptions } from './report.ts';
import { reporters } from './reporters/index.ts';
import type { Witness } from './witness.ts';

const format: Option = {
  name: 'format',
  summary: 'How problems are printed; pretty by default.',
  value: { placeholder: 'FORMAT', choices: reporters.map(({ name }) => name) },
};
const maxWarnings: Option = {
  name: 'max-warnings',
  summary: 'More warnings than N fail like an error.',
  value: { placeholder: 'N' },
};
const rule: Option = {
  name: 'rule',
  summary: `Makes a rule more or less serious; SEVERITY is ${severityNames.join(', ')}. As often as needed.`,
  value: {
    placeholder: 'CODE=SEVERITY',
    suggestions: [...ruleCodes].map((code) => `${code}=off`),
  },
};
const fix: Option = { name: 'fix', summary: 'Applies the fixes that are safe.' };
const dryRun: Option = {
  name: 'fix-dry-run',
  summary: 'Tells what --fix would leave, and writes nothing.',
};
const changed: Option = {
  name: 'changed',
  summary: 'Only files that are new or differ from a git revision, the last commit by default.',
  value: { placeholder: 'BASE', isOptional: true },
};
const cache: Option = {
  name: 'cache',
  summary:
    'Keeps in FILE what is found, and looks again only where something has changed. Not with --fix or the input.',
  value: { placeholder: 'FILE', takes: 'file' },
};
const stdinFilename: Option = {
  name: 'stdin-filename',
  summary: 'With -: the file for which the input stands.',
  value: { placeholder: 'FILE', takes: 'file' },
};

export const check: Command = {
  name: 'check',
  usage: [
    'kirby-author check [PATH …] [OPTION …]',
    'kirby-author check - [--stdin-filename FILE] [OPTION …] < FILE',
  ],
  summary:
    'Looks for problems in the content and the blueprints of a site. A PATH is a site, a folder or a file of its content or its blueprints; without one the sites in this folder are checked. The nearest kirby-author.config.json in the folder of a site or above says which rules count.',
  operands: 'paths',
  options: [format, maxWarnings, rule, changed, cache, fix, dryRun, stdinFilename],
  examples: [
    { line: 'kirby-author check', what: 'The site in this folder.' },
    {
      line: 'kirby-author check content/blog --rule missing-binary=off',
      what: 'The pages below one, without a rule.',
    },
    {
      line: 'kirby-author check --format sarif --max-warnings 0 > report.sarif',
      what: 'For code scanning; warnings fail as well.',
    },
    {
      line: 'kirby-author check --changed=origin/main --format github',
      what: 'What a pull request changes, as annotations; the branch has to be fetched.',
    },
    {
      line: 'kirby-author check - --stdin-filename content/home/home.txt < draft.txt',
      what: 'A text as if it stood in that file.',
    },
    {
      line: 'kirby-author check --cache .kirby-author.cache',
      what: 'Only what has changed since the last time, with the report of everything.',
    },
    { line: 'kirby-author check --fix', what: 'Mends what can be mended without asking.' },
  ],
  codes: { 1: 'there are errors, or more warnings than --max-warnings' },
  async run(given, terminal) {
    const name = given.choice(format) ?? 'pretty';
    const reporter = reporters.find((one) => one.name === name);
    if (given.has(fix) && given.has(dryRun)) throw new UsageError('Choose --fix or --fix-dry-run.');
    const most = readNumber(given.value(maxWarnings));
    const kept = cacheFor(given, terminal.folder);
    const witness = kept?.witness;
    const wished = readSeverities(given.values(rule));
    const say = progressOn(terminal);
    const tell = (sentence: string): void => {
      say('');
      terminal.writeError(`kirby-author check: ${sentence}\n`);
    };
    const failed: string[] = [];
    const how: Checking = {
      wanted: projectConfigs(wished, terminal.folder, witness && ((file) => witness.text(file))),
      withFixes: reporter?.printsFixes === true,
      fix: given.has(fix) ? 'write' : given.has(dryRun) ? 'try' : 'none',
      cache: kept,
      tell,
      failed: (file, { rule: { code }, error }) => {
        failed.push(code);
        tell(`The rule ${code} failed in ${file}: ${explain(error)}`);
      },
      progress: (files) => {
        say(`${files} files checked …`);
      },
    };
    const { targets, portions } = await filesOf(given, terminal, witness);
    // In another checkout there may be other settings further up.
    const asked = JSON.stringify([targets, wished, how.withFixes]);
    let report = kept?.lastReport(asked, terminal.folder);
    if (report === undefined) {
      say('Reading …');
      report = await reportOn(portions, how).finally(() => {
        say('');
      });
      if (failed.length === 0) await kept?.save(asked);
    }
    const options: PrintOptions = {
      color: terminal.isInteractive,
      isDryRun: how.fix === 'try',
      inRepository: pathsInRepository(terminal),
    };
    terminal.write(reporter?.print(report, options) ?? '');
    const count = (severity: string): number =>
      report.problems.filter((problem) => problem.severity === severity).length;
    if (failed.length > 0) return 2;
    return count('error') > 0 || count('warning') > most ? 1 : 0;
  },
};

/** What was found before; a file that is being mended is looked at in any case. */
function cacheFor(given: Given, folder: string): CheckCache | undefined {
  const file = given.value(cache);
  if (file === undefined) return undefined;
  if (given.has(fix) || given.has(dryRun) || given.operands.includes('-'))
    throw new UsageError('--cache goes with files, and without --fix or --fix-dry-run.');
  return CheckCache.open(path.resolve(folder, file), file);
}

/** What is to be checked, and what that is called: the input, or the files behind paths. */
interface Asked {
  readonly targets: readonly unknown[];
  readonly portions: () => Portions;
}

async function filesOf(given: Given, terminal: Terminal, witness?: Witness): Promise<Asked> {
  const { folder } = terminal;
  const paths = given.operands.length === 0 ? ['.'] : given.operands;
  if (!paths.includes('-')) {
    if (given.has(stdinFilename)) throw new UsageError('--stdin-filename goes with -, the input.');
    const files = given.has(changed)
      ? await allChanged(paths, folder, given.value(changed) ?? '')
      : undefined;
    const targets = await targetsOf(paths, folder);
    const isWanted = files && ((file: string) => files.has(file));
    return {
      targets: [...targets, ...(files ?? [])],
      portions: checkedFiles(targets, { folder, isWanted, witness }),
    };
  }
  if (paths.length > 1) throw new UsageError('The input is checked by itself: name no other file.');
  if (given.has(fix))
    throw new UsageError('The input cannot be mended; --fix-dry-run can be tried.');
  if (given.has(changed)) throw new UsageError('The input has no history: leave --changed out.');
  const text = textOf(await terminal.readInput());
  const checked = await checkedInput(text, given.value(stdinFilename), folder);
  return { targets: [], portions: () => [[checked]] };
}

/** Says in one line how far it is, which the next one replaces; on a terminal only. */
function progressOn(terminal: Terminal): (line: string) => void {
  return (line) => {
    if (terminal.showsProgress) terminal.writeError(`\r\u001B[K${line}`);
  };
}

/** A site may be one folder of a repository, and the command run there. */
function pathsInRepository({ folder, workspace }: Terminal): (given: string) => string {
  if (workspace === undefined || !isWithin(workspace, folder)) return (given) => given;
  return (given) => relativeName(workspace, path.resolve(folder, given));
}

function readNumber(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^\d+$/u.test(text)) throw new UsageError('--max-warnings is a number.');
  return Number(text);
}

/** `missing-binary=off`, as the editor's setting `kirbyAuthor.rules` has it. */
function readSeverities(given: readonly string[]): RuleSeverities {
  return Object.fromEntries(
    given.map((text) => {
      const [code = '', name] = text.split('=');
      const severity = severityNames.find((one) => one === name);
      if (!ruleCodes.has(code)) {
        throw new UsageError(`There is no rule "${code}".${didYouMean(code, ruleCodes)}`);
      }
      if (severity === undefined) {
        throw new UsageError(
          `--rule is CODE=SEVERITY; the severity is ${severityNames.join(', ')}.`,
        );
      }
      return [code, severity];
    }),
  );
}
