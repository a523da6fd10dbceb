import { type RuleSeverities, severityNames } from '../features/diagnostics.ts';
import type { Severity } from '../rules/rule.ts';

/** The author's settings under `kirbyAuthor`, as the server needs them. A new object per change. */
export interface Settings {
  /** `rules`: severities by rule code. */
  readonly rules: RuleSeverities;
  /** `contentFolder`: where the content is, relative to the workspace folder; empty: found by itself. */
  readonly contentFolder: string;
  /** `referenceNames`: whether names are shown behind UUIDs. */
  readonly referenceNames: boolean;
  /** `problems.scope`: which files are checked. */
  readonly scope: 'openFiles' | 'wholeSite';
}

export const defaultSettings: Settings = {
  rules: {},
  contentFolder: '',
  referenceNames: true,
  scope: 'openFiles',
};

/** The name under which editors keep the author's settings. */
export const SECTION = 'kirbyAuthor';

/** Our part of all the settings that an editor has. */
export function sectionOf(settings: unknown): unknown {
  return isRecord(settings) ? settings[SECTION] : undefined;
}

/** Reads what the editor sends; whatever has another form counts as not set. */
export function readSettings(value: unknown): Settings {
  if (!isRecord(value)) return defaultSettings;
  const { contentFolder, problems } = value;
  return {
    rules: readRules(value['rules']),
    contentFolder: typeof contentFolder === 'string' ? contentFolder : '',
    referenceNames: value['referenceNames'] !== false,
    scope: isRecord(problems) && problems['scope'] === 'wholeSite' ? 'wholeSite' : 'openFiles',
  };
}

function readRules(value: unknown): RuleSeverities {
  if (!isRecord(value)) return {};
  const rules: Record<string, Severity | 'off'> = {};
  for (const [code, wanted] of Object.entries(value)) {
    const severity = severityNames.find((name) => name === wanted);
    if (severity !== undefined) rules[code] = severity;
  }
  return rules;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
