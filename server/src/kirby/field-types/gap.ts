import { displayType } from './display.ts';

export const gap = displayType('gap');
