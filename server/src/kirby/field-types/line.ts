import { displayType } from './display.ts';

export const line = displayType('line');
