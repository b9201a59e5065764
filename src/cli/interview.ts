import type { EvdxError } from '../core/model/errors.ts';
import type { Question, Report } from '../core/model/report.ts';
import type { FactInput } from '../core/pipeline/options.ts';
import { quiet, strong, text } from '../core/report/outline/document.ts';
import { questionText, takesValue, wayToFindOut } from '../core/report/outline/questions.ts';
import { type CliIo, STANDARD_INPUT } from './io.ts';
import { optionError } from './option-error.ts';
import { messageScreen } from './screen.ts';
import { renderTerminal } from './terminal/render.ts';

type Reply = { readonly value: string | boolean } | 'skip' | 'quit' | null;

/** Lines that a person types; the terminal edits them. */
async function* typedLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      yield rest.slice(0, end).replace(/\r$/, '');
      rest = rest.slice(end + 1);
    }
  }
  if (rest !== '') yield rest;
}

const replyByWord: ReadonlyMap<string, Reply> = new Map<string, Reply>([
  ...['y', 'yes'].map((word) => [word, { value: true }] as const),
  ...['n', 'no'].map((word) => [word, { value: false }] as const),
  ...['', 's', 'skip'].map((word) => [word, 'skip'] as const),
  ...['q', 'quit'].map((word) => [word, 'quit'] as const),
]);

/** null: nothing that this question takes. */
function parseReply(question: Question, line: string): Reply {
  const words = line.trim();
  const reply = replyByWord.get(words.toLowerCase()) ?? null;
  if (!takesValue(question.fact)) return reply;
  return reply === 'skip' || reply === 'quit' ? reply : { value: words };
}

/** Rules that ask the same get one answer; another question under the same name is another one. */
const nameOf = ({ questions }: Report, { ruleId, fact, host, ask }: Question): string =>
  questions.some((other) => other.fact === fact && other.host === host && other.ask !== ask)
    ? `${ruleId}.${fact}`
    : fact;
const keyOf = ({ fact, host, ask }: Question): string => JSON.stringify([fact, host, ask]);

/** Asks what only a person knows. Questions that an answer raises are asked in the next round. */
export class Interview {
  readonly #io: CliIo;
  readonly #lines: AsyncGenerator<string>;
  readonly #asked = new Set<string>();
  #isOver = false;

  constructor(io: CliIo) {
    this.#io = io;
    this.#lines = typedLines(io.stdin.chunks());
  }

  /** The answers to what this report leaves open; none: there is nothing more to ask, or nobody answers. */
  async ask(report: Report): Promise<readonly FactInput[]> {
    const answers: FactInput[] = [];
    for (const question of report.questions) {
      if (this.#isOver || this.#asked.has(keyOf(question))) continue;
      this.#asked.add(keyOf(question));
      const value = await this.#answer(report, question);
      if (value !== null) answers.push({ host: question.host, name: nameOf(report, question), value, from: 'answer' });
    }
    return answers;
  }

  async #answer(report: Report, question: Question): Promise<string | boolean | null> {
    await this.#say(report, question);
    for (;;) {
      await this.#io.stderr.write(takesValue(question.fact) ? 'value, skip, quit: ' : 'yes, no, skip, quit: ');
      const { value: line, done } = await this.#lines.next();
      const reply = done === true ? 'quit' : parseReply(question, line);
      if (reply === 'quit') this.#isOver = true;
      if (reply === 'quit' || reply === 'skip') return null;
      if (reply !== null) return reply.value;
    }
  }

  #say({ findings }: Report, question: Question): Promise<void> {
    const title = findings.find(({ ruleId, host }) => ruleId === question.ruleId && host === question.host)?.title;
    const about = [question.host, title ?? question.ruleId].filter((word) => word !== null).join(': ');
    const way = wayToFindOut(question);
    const help = way === null ? [] : [text(quiet('How to find out: '), way)];
    const blocks = [text(''), text(quiet(about)), text(strong(questionText(question))), ...help];
    return this.#io.stderr.write(renderTerminal(blocks, messageScreen(this.#io)));
  }

  /** Lets go of the terminal, or the process would wait for more. */
  async end(): Promise<void> {
    if (!this.#isOver) await this.#io.stderr.write('\n');
    await this.#lines.return(undefined);
  }
}

/** @throws EvdxError EVDX_OPTION_INVALID where nobody can answer */
export function openInterview(io: CliIo, inputs: readonly string[]): Interview {
  const invalid = (reason: string): EvdxError => optionError('interactive', null, reason);
  if (!io.stdin.isTTY || !io.stdout.isTTY)
    throw invalid('standard input and output must be terminals; give the answers with --fact or --facts instead');
  if (inputs.length === 0 || inputs.includes(STANDARD_INPUT))
    throw invalid('name the files; the terminal cannot take a paste and answers at once');
  return new Interview(io);
}
