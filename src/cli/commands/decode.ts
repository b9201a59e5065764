import { Command } from 'commander';
import type { CodeReading } from '../../core/knowledge/codes/decode.ts';
import { jsonText } from '../../core/report/json-text.ts';
import {
  type Document,
  heading,
  type Inline,
  joined,
  list,
  quiet,
  strong,
  text,
} from '../../core/report/outline/document.ts';
import type { CommandContext } from '../context.ts';
import { emit } from '../emit.ts';
import { screenOf } from '../screen.ts';
import { addOutputOptions, type OutputFlags } from '../shared-options.ts';
import { renderTerminal } from '../terminal/render.ts';
import { warn } from '../warn.ts';

interface DecodeFlags extends OutputFlags {
  readonly format: 'table' | 'json';
}

const describeReading = ({ name, family, meaning, note, source }: CodeReading): Document => [
  text(...joined([[strong(name)], [family], meaning === null ? null : [meaning]])),
  text(quiet([note, source].filter((word) => word !== null).join(' · '))),
];

/** Readings of one code stand together under its three notations. */
const describeCodes = (readings: readonly CodeReading[]): Document =>
  [...new Set(readings.map(({ code }) => code))].flatMap((code) => {
    const known = readings.filter((reading) => reading.code === code);
    // Several arguments may mean the same code.
    const same = [...new Map(known.map((reading) => [`${reading.family} ${reading.name}`, reading])).values()];
    const { hex, unsigned } = same[0] ?? { hex: '', unsigned: 0 };
    const rules = [...new Set(same.flatMap((reading) => reading.rules))];
    return [
      heading(`${hex}  ${code}${unsigned === code ? '' : `  ${unsigned}`}`),
      list('bullet', same.map(describeReading)),
      ...(rules.length === 0 ? [] : [text(...describeRules(rules))]),
    ];
  });

/** An everyday code stands in dozens of rules. */
const MOST_RULES = 5;
const describeRules = (rules: readonly string[]): Inline => {
  const more = rules.length - MOST_RULES;
  const named = rules.slice(0, MOST_RULES).join(', ');
  return [
    `${rules.length === 1 ? 'A rule that knows it' : 'Rules that know it'}: `,
    named,
    ...(more > 0 ? [quiet(` and ${more} more (-f json lists them)`)] : []),
  ];
};

/** `evdx decode`: what error codes mean. */
export const createDecodeCommand = ({ io, calls, ended }: CommandContext): Command =>
  addOutputOptions(
    new Command('decode')
      .description(
        'Says what error codes mean, in any notation: -1032, 0xfffffbf8, 4294966264, JET_errFileAccessDenied.',
      )
      .argument('<codes...>', 'codes, names, or a whole line that holds some'),
    ['table', 'json'],
  ).action(async (codes: string[], flags: DecodeFlags) => {
    const readings = await Promise.all(codes.map(async (code) => ({ code, readings: await calls.decode(code) })));
    const all = readings.flatMap((one) => one.readings);
    if (flags.format === 'json') await emit(io, flags.output, `${jsonText(all, 2)}\n`);
    else if (all.length > 0)
      await emit(io, flags.output, renderTerminal(describeCodes(all), screenOf(io, flags)).trimStart());
    for (const { code } of readings.filter((one) => one.readings.length === 0)) {
      await warn(io, code.trim() === '' ? 'An empty text holds no code.' : `${code.trim()}: not known.`);
      ended('incomplete');
    }
  });
