import type { Reporter } from '../report.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';

/** The formats of `check --format`. */
export const reporters: readonly Reporter[] = [pretty, json];
