// Stands for `node:assert/strict` in the web suite: the npm package of the same code.
import assert from 'assert';

export default assert.strict;
