import type { Cause } from '../../../server/src/kirby/json/faults/index.ts';

/** One fault: its cause, what is underlined, what its fix is called and what it makes of the text. */
interface Case {
  readonly cause: Cause;
  readonly before: string;
  readonly marks: string;
  readonly title: string;
  readonly after: string;
  readonly safe?: boolean;
}

export const block = (
  content: string,
  rest = ',"id":"b1","isHidden":false,"type":"text"',
): string => `{"content":${content}${rest}}`;
export const textBlock = (text: string): string => block(`{"text":"${text}"}`);

export const cases: Readonly<Record<string, Case>> = {
  'a quote in a text': {
    cause: 'unescaped-quote',
    before: `[${textBlock('see "this\\" word')}]`,
    marks: '"',
    title: 'Escape the quote',
    after: `[${textBlock('see \\"this\\" word')}]`,
  },
  'a pasted link with its four quotes': {
    cause: 'unescaped-quote',
    before: `[${textBlock('<a href="https://example.org" target="_blank">x</a>')}]`,
    marks: '"',
    title: 'Escape the 4 quotes',
    after: `[${textBlock('<a href=\\"https://example.org\\" target=\\"_blank\\">x</a>')}]`,
  },
  'a quotation with a comma behind it': {
    cause: 'unescaped-quote',
    before: `[${textBlock('he said "hello", and went')}]`,
    marks: '"',
    title: 'Escape the 2 quotes',
    after: `[${textBlock('he said \\"hello\\", and went')}]`,
  },
  'a quote at the beginning of a text': {
    cause: 'unescaped-quote',
    before: `[${textBlock('"one\\" two')}]`,
    marks: '"',
    title: 'Escape the quote',
    after: `[${textBlock('\\"one\\" two')}]`,
  },
  'a quote at the end of a text': {
    cause: 'unescaped-quote',
    before: `[${textBlock('two \\"one"')}]`,
    marks: '"',
    title: 'Escape the quote',
    after: `[${textBlock('two \\"one\\"')}]`,
  },
  'a backslash escaped in front of a quote': {
    cause: 'doubled-backslash',
    before: `[${textBlock('a \\\\"b\\" c')}]`,
    marks: '\\\\',
    title: 'Remove the backslash',
    after: `[${textBlock('a \\"b\\" c')}]`,
  },
  'the closing quote of a text lost': {
    cause: 'missing-quote',
    before: '[{"content":{"text":"one},"id":"b1","type":"text"}]',
    marks: 'e',
    title: 'Insert the closing quote',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'the opening quote of a text lost': {
    cause: 'missing-quote',
    before: '[{"content":{"text":one, two"},"id":"b1","type":"text"}]',
    marks: 'o',
    title: 'Insert the opening quote',
    after: '[{"content":{"text":"one, two"},"id":"b1","type":"text"}]',
  },
  'the closing quote of a key lost': {
    cause: 'missing-quote',
    before: '[{"content":{"text:"one"},"id":"b1","type":"text"}]',
    marks: 't',
    title: 'Insert the closing quote',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'the opening quote of a key lost': {
    cause: 'missing-quote',
    before: '[{"content":{"text":"one"},id":"b1","type":"text"}]',
    marks: 'id',
    title: 'Insert the opening quote',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'the quote of an empty text lost': {
    cause: 'missing-quote',
    before: '[{"content":{"src":","alt":"","caption":""},"id":"b1","type":"image"}]',
    marks: '"',
    title: 'Insert the closing quote',
    after: '[{"content":{"src":"","alt":"","caption":""},"id":"b1","type":"image"}]',
  },
  'a quote typed twice': {
    cause: 'extra-quote',
    before: '[{"content":{"text":""one"},"id":"b1","type":"text"}]',
    marks: '"',
    title: 'Remove the quote',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'typographic quotes': {
    cause: 'wrong-quotes',
    before: '[{“content”:{“text”:“one”},"id":"b1","type":"text"}]',
    marks: '“',
    title: 'Replace them by straight double quotes',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'a typographic quote at the end alone': {
    cause: 'wrong-quotes',
    before: '[{"content":{"text":"one”},"id":"b1","type":"text"}]',
    marks: '”',
    title: 'Replace it by a straight double quote',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'single quotes around a text with double ones': {
    cause: 'wrong-quotes',
    before: `[{'content':{'text':'<b id="x">it\\'s</b>'},'id':'b1','type':'text'}]`,
    marks: "'",
    title: 'Replace them by straight double quotes',
    after: `[{"content":{"text":"<b id=\\"x\\">it's</b>"},"id":"b1","type":"text"}]`,
  },
  'a key without quotes': {
    cause: 'unquoted-text',
    before: '[{content:{"text":"one"},"id":"b1","type":"text"}]',
    marks: 'content',
    title: 'Put the key between quotes',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'a text without quotes': {
    cause: 'unquoted-text',
    before: '[{"content":{"text":"one"},"id":"b1","type":text}]',
    marks: 'text',
    title: 'Put the text between quotes',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'a word of another language': {
    cause: 'unknown-word',
    before: '[{"content":{"alt":undefined},"id":"b1","type":"image"}]',
    marks: 'undefined',
    title: 'Replace it by null',
    after: '[{"content":{"alt":null},"id":"b1","type":"image"}]',
  },
  'None and True of Python': {
    cause: 'unknown-word',
    before: '[{"content":{"alt":None,"crop":True,"x":NaN},"id":"b1","type":"image"}]',
    marks: 'None',
    title: 'Correct the 3 words',
    after: '[{"content":{"alt":null,"crop":true,"x":null},"id":"b1","type":"image"}]',
  },
  'a number as JSON does not write it': {
    cause: 'bad-number',
    before: '[{"content":{"n":007.50},"id":"b1","type":"x"}]',
    marks: '007.50',
    title: 'Write it as 7.50',
    after: '[{"content":{"n":7.50},"id":"b1","type":"x"}]',
  },
  'no comma between two blocks': {
    cause: 'missing-comma',
    before: `[${textBlock('one')}${textBlock('two')}]`,
    marks: '}',
    title: 'Insert the comma',
    after: `[${textBlock('one')},${textBlock('two')}]`,
  },
  'no comma between two members': {
    cause: 'missing-comma',
    before: '[{"content":{"text":"one"},"id":"b1""type":"text"}]',
    marks: '"',
    title: 'Insert the comma',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'a comma left behind before a bracket': {
    cause: 'extra-comma',
    before: `[${textBlock('one')},]`,
    marks: ',',
    title: 'Remove the comma',
    after: `[${textBlock('one')}]`,
  },
  'two commas': {
    cause: 'extra-comma',
    before: `[${textBlock('one')},,${textBlock('two')}]`,
    marks: ',',
    title: 'Remove the comma',
    after: `[${textBlock('one')},${textBlock('two')}]`,
  },
  'no colon after a key': {
    cause: 'wrong-colon',
    before: '[{"content"{"text":"one"},"id":"b1","type":"text"}]',
    marks: '"',
    title: 'Insert the colon',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'two colons': {
    cause: 'wrong-colon',
    before: '[{"content"::{"text":"one"},"id":"b1","type":"text"}]',
    marks: ':',
    title: 'Remove the colon',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'an equals sign for a colon': {
    cause: 'wrong-colon',
    before: '[{"content":{"text":"one"},"id"="b1","type":"text"}]',
    marks: '=',
    title: 'Replace it by a colon',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'a key without a value': {
    cause: 'missing-value',
    before: '[{"content":{"alt":,"src":""},"id":"b1","type":"image"}]',
    marks: '"alt"',
    title: 'Insert an empty text',
    after: '[{"content":{"alt":"","src":""},"id":"b1","type":"image"}]',
  },
  'the brace at the end of a block lost': {
    cause: 'missing-bracket',
    before: '[{"content":{"text":"one"},"id":"b1","type":"text",{"content":{},"type":"line"}]',
    marks: '"',
    title: 'Insert the "}"',
    after: '[{"content":{"text":"one"},"id":"b1","type":"text"},{"content":{},"type":"line"}]',
  },
  'the brace at the end of the content lost, which shows only at the end of the block': {
    cause: 'missing-bracket',
    before: '[{"content":{"text":"one","id":"b1","isHidden":false,"type":"text"}]',
    marks: '"',
    title: 'Insert the "}"',
    after: '[{"content":{"text":"one"},"id":"b1","isHidden":false,"type":"text"}]',
  },
  'the brace at the beginning of a block lost': {
    cause: 'missing-bracket',
    before: '[{"content":{},"type":"line"},"content":{"text":"one"},"id":"b1","type":"text"}]',
    marks: '"',
    title: 'Insert the "{"',
    after: '[{"content":{},"type":"line"},{"content":{"text":"one"},"id":"b1","type":"text"}]',
  },
  'the bracket at the end of the blocks lost': {
    cause: 'missing-bracket',
    before:
      '[{"columns":[{"blocks":[{"content":{},"id":"b","type":"line"},"id":"c","width":"1/1"}]}]',
    marks: '}',
    title: 'Insert the "]"',
    after:
      '[{"columns":[{"blocks":[{"content":{},"id":"b","type":"line"}],"id":"c","width":"1/1"}]}]',
  },
  'the last bracket lost': {
    cause: 'missing-bracket',
    before: '[{"columns":[]}',
    marks: '}',
    title: 'Insert the "]"',
    after: '[{"columns":[]}]',
  },
  'a brace too many': {
    cause: 'extra-bracket',
    before: '[{"content":{"text":"one"}},"id":"b1","isHidden":false,"type":"text"}]',
    marks: '}',
    title: 'Remove the "}"',
    after: '[{"content":{"text":"one"},"id":"b1","isHidden":false,"type":"text"}]',
  },
  'a bracket after the end': {
    cause: 'extra-bracket',
    before: '[{"columns":[]}]]',
    marks: ']',
    title: 'Remove the "]"',
    after: '[{"columns":[]}]',
  },
  'a bracket for a brace': {
    cause: 'wrong-bracket',
    before: '[{"content":{"text":"one"],"id":"b1","isHidden":false,"type":"text"}]',
    marks: ']',
    title: 'Replace it by "}"',
    after: '[{"content":{"text":"one"},"id":"b1","isHidden":false,"type":"text"}]',
  },
  'a comment': {
    cause: 'comment',
    before: '[{"content":{},/* later */"type":"line"}]',
    marks: '/* later */',
    title: 'Remove the comment',
    after: '[{"content":{},"type":"line"}]',
    safe: false,
  },
  'a comment to the end of its line': {
    cause: 'comment',
    before: '[ // rows\n{"content":{},"type":"line"}]',
    marks: '// rows',
    title: 'Remove the comment',
    after: '[ \n{"content":{},"type":"line"}]',
    safe: false,
  },
  'the next field behind the end': {
    cause: 'missing-divider',
    before: '[{"columns":[]}]\n\nDictionary: - one',
    marks: 'Dictionary:',
    title: 'Insert the divider "----"',
    after: '[{"columns":[]}]\n\n----\n\nDictionary: - one',
  },
  'text behind the end': {
    cause: 'text-after-end',
    before: '[{"columns":[]}] to do',
    marks: 'to',
    title: 'Remove the text after the end',
    after: '[{"columns":[]}]',
    safe: false,
  },
  'a text that was cut': {
    cause: 'cut-text',
    before: '[{"content":{"text":"one two thr',
    marks: 'r',
    title: 'Close the text and the brackets',
    after: '[{"content":{"text":"one two thr"},"type":"text"}]',
    safe: false,
  },
  'a cut in the middle of an escape': {
    cause: 'cut-text',
    before: '[{"content":{"level":"h2","text":"one \\u00',
    marks: '0',
    title: 'Close the text and the brackets',
    after: '[{"content":{"level":"h2","text":"one "},"type":"heading"}]',
    safe: false,
  },
  'a cut in the middle of a key': {
    cause: 'cut-text',
    before: '[{"content":{"text":"one"},"type":"text"},{"cont',
    marks: 't',
    title: 'Close the brackets',
    after: '[{"content":{"text":"one"},"type":"text"}]',
    safe: false,
  },
  'an invisible character between the parts': {
    cause: 'stray-text',
    before: '[{"content":{},\u00a0"type":"line"}]',
    marks: '\u00a0',
    title: 'Remove the invisible character',
    after: '[{"content":{},"type":"line"}]',
  },
  'Enter pressed in a text': {
    cause: 'line-break',
    before: `[${textBlock('<p>one\ntwo</p>')}]`,
    marks: '\n',
    title: 'Write the line break as \\n',
    after: `[${textBlock('<p>one\\ntwo</p>')}]`,
  },
  'several lines pasted into a text': {
    cause: 'line-break',
    before: `[${textBlock('one\r\ntwo\r\n\r\nthree')}]`,
    marks: '\r\n',
    title: 'Write the 3 line breaks as \\n',
    after: `[${textBlock('one\\ntwo\\n\\nthree')}]`,
  },
  'a tab in a text': {
    cause: 'control-character',
    before: `[${textBlock('one\ttwo')}]`,
    marks: '\t',
    title: 'Write the tab as \\t',
    after: `[${textBlock('one\\ttwo')}]`,
  },
  'an apostrophe that is escaped': {
    cause: 'bad-escape',
    before: `[${textBlock("it\\'s")}]`,
    marks: "\\'",
    title: 'Remove the backslash',
    after: `[${textBlock("it's")}]`,
  },
  'a path with backslashes': {
    cause: 'bad-escape',
    before: `[${textBlock('C:\\data\\x')}]`,
    marks: '\\d',
    title: 'Correct the 2 escapes',
    after: `[${textBlock('C:\\\\data\\\\x')}]`,
  },
  'an escape without its u': {
    cause: 'bad-escape',
    before: `[${textBlock('caf\\00e9')}]`,
    marks: '\\0',
    title: 'Insert the "u" of the escape',
    after: `[${textBlock('caf\\u00e9')}]`,
  },
  'an escaped slash without the slash': {
    cause: 'bad-escape',
    before: `[${textBlock('<p>one<\\p>')}]`,
    marks: '\\p',
    title: 'Insert the slash that was escaped',
    after: `[${textBlock('<p>one<\\/p>')}]`,
  },
  'an escaped quote without the quote': {
    cause: 'bad-escape',
    before: `[${textBlock('<a id=\\"x\\>')}]`,
    marks: '\\>',
    title: 'Insert the quote that was escaped',
    after: `[${textBlock('<a id=\\"x\\">')}]`,
  },
  'a cut escape in a word that stands there once more': {
    cause: 'cut-escape',
    before: `[${textBlock('m\\u00e9dia, d\\u00e8s, m\\u00edia')}]`.replace('\\u00ed', '\\u00e'),
    marks: '\\u00e',
    title: 'Complete it to "é", the likeliest letter',
    after: `[${textBlock('m\\u00e9dia, d\\u00e8s, m\\u00e9ia')}]`,
    safe: false,
  },
  'a cut escape of which nothing is known': {
    cause: 'cut-escape',
    before: `[${textBlock('caf\\u00x')}]`,
    marks: '\\u00',
    title: 'Put a replacement character in its place',
    after: `[${textBlock('caf\\ufffdx')}]`,
    safe: false,
  },
  'half an emoji': {
    cause: 'lone-surrogate',
    before: `[${textBlock('a \\ud83d b \\ud83d\\ude00')}]`,
    marks: '\\ud83d',
    title: 'Put a replacement character in its place',
    after: `[${textBlock('a \\ufffd b \\ud83d\\ude00')}]`,
    safe: false,
  },
};

/** Whether `JSON.parse` reads a text. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
