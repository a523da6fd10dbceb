// What the npm packages of the web suite expect of a global `process` and `global`.
import process from 'process/browser.js';

export { process };
export const global = globalThis;
