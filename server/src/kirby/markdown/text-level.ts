/** Elements that never begin a block (Parsedown's `textLevelElements`). */
export const textLevel: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b basefont bdo big blink br cite code del em font i ins kbd listing mark ' +
    'marquee nextid nobr q rp rt ruby s small spacer span strike strong sub sup time tt u var wbr xm'
  ).split(' '),
);
