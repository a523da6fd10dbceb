import type { Reporter } from '../report.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** The formats of `check --format`. */
export const reporters: readonly Reporter[] = [pretty, json, github, sarif, junit];
