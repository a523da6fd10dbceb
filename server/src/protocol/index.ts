/**
 * What the client and the server say to each other beyond the Language Server Protocol: the names
 * of the messages and their payloads. Both sides import it, so neither can drift. Everything here
 * survives JSON: absent values are left out, and an answer that may be absent is `null`.
 *
 * Every message is optional for a client: an editor that sends none of them has a full language
 * server all the same.
 */

export * from './block-text.ts';
export * from './block-text-places.ts';
export * from './duplicate.ts';
export * from './files.ts';
export * from './ignoring.ts';
export * from './insertion.ts';
export * from './merge.ts';
export * from './panel-changes.ts';
export * from './position.ts';
export * from './preview.ts';
export * from './readable.ts';
export * from './recognition.ts';
export * from './rule-page.ts';
export * from './search.ts';
export * from './shown-names.ts';
export * from './site-check.ts';
export * from './structure.ts';
export * from './style.ts';
export * from './translations.ts';
export * from './uses.ts';
