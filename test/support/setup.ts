import fc from 'fast-check';
import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './folders.ts';

/*
 * `npm test` tries the same random cases each time: a change is not to blame for what it has not touched.
 * `npx vitest` tries others, and says the seed of what fails.
 */
const seed = process.env['TEST_SEED'];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });

// Here, because this is run for each file, while what files import is loaded once for many of them.
afterAll(removeTemporaryFolders);
