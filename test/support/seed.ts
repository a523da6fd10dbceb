import fc from 'fast-check';

/*
 * `npm test` tries the same random cases each time: a change is not to blame for what it has not touched.
 * `npx vitest` tries others, and says the seed of what fails.
 */
const seed = process.env['TEST_SEED'];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
