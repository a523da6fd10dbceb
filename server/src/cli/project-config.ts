import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleSeverities } from '../features/diagnostics.ts';
import {
  isIgnored,
  PROJECT_CONFIG,
  type ProjectConfig,
  readProjectConfig,
  severitiesFor,
} from '../features/project-config.ts';
import { UsageError } from './command.ts';

/** What is wanted of the rules in one file. */
export interface Wanted {
  readonly isIgnored: boolean;
  readonly severities: RuleSeverities;
}

/**
 * What the project and the command line want of the rules.
 *
 * @param wished the severities of the command line, which count before those of the project
 * @param folder where the command runs: messages name files from there
 * @param read the text of a file; `undefined` when it cannot be read
 * @returns the answer for an absolute path of a file and the folder from which the nearest
 *   `kirby-author.config.json` is looked for upwards; it throws a UsageError for one that is wrong
 */
export function projectConfigs(
  wished: RuleSeverities,
  folder: string,
  read = textOfFile,
): (file: string, start: string) => Wanted {
  const known = new Map<string, FoundConfig | undefined>();
  return (file, start) => {
    if (!known.has(start)) known.set(start, configAbove(start, folder, read));
    const found = known.get(start);
    if (found === undefined) return { isIgnored: false, severities: wished };
    const fromConfig = path.relative(found.folder, file).split(path.sep).join('/');
    return {
      isIgnored: isIgnored(found.config, fromConfig),
      severities: severitiesFor(found.config, fromConfig, wished),
    };
  };
}

interface FoundConfig {
  readonly folder: string;
  readonly config: ProjectConfig;
}

function configAbove(
  start: string,
  folder: string,
  read: typeof textOfFile,
): FoundConfig | undefined {
  for (let at = start; ; at = path.dirname(at)) {
    const file = path.join(at, PROJECT_CONFIG);
    const text = read(file);
    if (text !== undefined)
      return { folder: at, config: configIn(text, path.relative(folder, file)) };
    if (path.dirname(at) === at) return undefined;
  }
}

function configIn(text: string, name: string): ProjectConfig {
  const { config, faults } = readProjectConfig(text);
  if (faults.length === 0) return config;
  throw new UsageError(faults.map((fault) => `${name}: ${fault}`).join('\n'));
}

function textOfFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
