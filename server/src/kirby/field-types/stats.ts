import { displayType } from './display.ts';

export const stats = displayType('stats');
