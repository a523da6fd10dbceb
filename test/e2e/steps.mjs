// What an author does, in order: each step goes on where the one before it ended.
import assert from 'node:assert/strict';
import { contentOf } from './content.mjs';
import { fileSteps } from './files.mjs';
import { looksSteps } from './looks.mjs';
import { mergeSteps } from './merge.mjs';
import { previewSafetySteps } from './preview-safety.mjs';
import { previewSteps } from './preview.mjs';
import { remotePictureSteps } from './remote-pictures.mjs';
import { sitePageSteps } from './site-page.mjs';
import { structureSteps } from './structure.mjs';
import { textSteps } from './text.mjs';

/**
 * The steps with their names. `foreign` collects what was asked of other machines; in the file
 * `visits` the site's own page writes down who rendered it.
 */
export function steps({ manifest, workspace, foreign, visits }) {
  const content = contentOf({ manifest, workspace });
  const { language } = content;
  return Object.entries({
    ...textSteps(content),
    ...fileSteps(content),
    ...structureSteps(content),
    ...previewSteps(content),
    ...remotePictureSteps(content, foreign),
    ...mergeSteps({ language, workspace }),
    ...looksSteps({ language, workspace }),
    ...sitePageSteps({ language, workspace, visits }),

    // Last, because nothing is to go on with the keyboard where hostile content has been.
    ...previewSafetySteps(content),

    'no request leaves this machine': async () => {
      assert.deepEqual(foreign, []);
    },
  });
}
