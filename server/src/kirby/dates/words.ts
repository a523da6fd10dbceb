/** English words that PHP's date parser knows; whatever else looks like a word is an error to it. */

/** By name and abbreviation. */
export const months: ReadonlyMap<string, number> = new Map(
  [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sep sept',
    'october oct',
    'november nov',
    'december dec',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

const phrases: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...split('i ii iii iv v vi vii viii ix x xi xii st nd rd th am pm t'),
  ...split('sunday sun monday mon tuesday tue tues wednesday wed wednes thursday thu thur thurs'),
  ...split('friday fri saturday sat weekday weekdays'),
  ...split('ms msec msecs millisecond milliseconds usec usecs microsecond microseconds'),
  ...split('sec secs second seconds min mins minute minutes hour hours day days week weeks'),
  ...split('fortnight fortnights forthnight forthnights month months year years'),
  ...split('first third fourth fifth sixth seventh eighth eight ninth tenth eleventh twelfth'),
  ...split('next last previous this ago of back front'),
  ...split('now today tomorrow yesterday midnight noon'),
]);

/** Abbreviations of time zones and zones of one word; they end what they stand in. */
const zones: ReadonlySet<string> = new Set([
  ...split('acdt acst act acwst adt aedt aest aft akdt akst almt amst amt anast anat apt aqtt art'),
  ...split('ast awdt awst awt azost azot azst azt bdst bdt bmt bnt bost bot brst brt bst btt capt'),
  ...split('casst cast cat cawt cct cddt cdt cemt cest cet chadt chast chdt chost chot chst chut'),
  ...split('ckt clst clt cmt cost cot cpt cst cvt cwt cxt davt ddut dmt eadt east easst eat ect'),
  ...split('edt eest eet egst egt emt ept est ewt fet ffmt fjst fjt fkst fkt fmt fnt galt gamt'),
  ...split('gdt get gft gilt gmt grnlndst gst gyt hadt hast hdt hkst hkt hkwt hmt hovst hovt hpt'),
  ...split('hst hwt ict iddt idt imt iot irdt irkst irkt irst isst ist jdt jmt jst kdt kgt kizst'),
  ...split('kizt kmt kost krast krat kst kuyst kuyt kwat lhdt lhst lint lmt lst magst magt mart'),
  ...split('mawt mddt mdst mdt mest met mht mist mmt most mpt msd msk mst mut mvt mwt myt nct'),
  ...split('nddt ndt nest net nft novst novt npst npt nrt nst nut nwt nzdt nzmt nzst omsst omst'),
  ...split('orat pddt pdt pet petst pett pgt phot pht phst pkst pkt plmt pmdt pmst pmt pont ppmt'),
  ...split('ppt pst pwt pyst pyt qmt qyzst qyzt ret rmt rott sakst sakt samst samt sast sbt sct'),
  ...split('sdmt sdt set sgt sjmt smt sret srt sst svest svet swat syot taht tbmt tft tjt tkt tlt'),
  ...split('tmt tot trst trt tsat tvt uct ulast ulat utc uyst uyt uzst uzt vet vlast vlat volst'),
  ...split('volt vost vut wakt warst wart wast wat wemt west wet wft wgst wgt wib wit wita wmt'),
  ...split('wst yakst yakt yddt ydt yekst yekt yerst yert ypt yst ywt'),
  ...split('cuba egypt eire factory gb greenwich hongkong iceland iran israel jamaica japan'),
  ...split('kwajalein libya navajo nz poland portugal prc roc rok singapore turkey universal'),
  ...split('utc zulu system localtime'),
]);

function split(words: string): readonly string[] {
  return words.split(' ');
}

/** Whether a word that the parser may know is a zone, or ends in one. */
export function isZone(word: string): boolean {
  return !phrases.has(word);
}

/**
 * Whether the parser may know a word in lower case. It may also stand together with another one,
 * as in `1jan` or `juni`, which is `jun` and the military zone `i`.
 */
export function mayBeKnown(word: string): boolean {
  if (word.length <= 1 || phrases.has(word) || zones.has(word)) return true;
  if (word.length > 40) return false;
  for (let length = 2; length < word.length; length++) {
    if (phrases.has(word.slice(0, length)) && mayBeKnown(word.slice(length))) return true;
  }
  return false;
}
