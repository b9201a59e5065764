import { DAY_MS, HOUR_MS, MINUTE_MS } from '../core/model/time-units.ts';
import { tickLabel } from '../core/report/reporters/html/tick-label.ts';

/** Round steps, in milliseconds. */
const steps = [
  ...[100, 250, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * 1000),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR_MS),
  ...[1, 2, 7, 14, 30, 90, 365].map((count) => count * DAY_MS),
];
/** No more have room. */
const MOST_TICKS = 7;

/** Ticks of the part in sight. A drawing in which the clock was changed keeps those it has: it does not say what the clock shows. */
export class LiveTicks {
  readonly #svg: SVGSVGElement;
  readonly #height: number;
  #shown: readonly Element[] = [];

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
    this.#height = svg.height.baseVal.value;
  }

  /** @param left,right the part in sight, as shares of the whole */
  draw(isZoomed: boolean, left: number, right: number): void {
    const { from, to } = this.#svg.dataset;
    if (from === undefined || to === undefined) return;
    for (const tick of this.#shown) tick.remove();
    this.#svg.classList.toggle('zoomed', isZoomed);
    if (!isZoomed) return;
    const [start, whole] = [Number(from), Number(to) - Number(from)];
    const [first, last] = [start + left * whole, start + right * whole];
    const step = steps.find((one) => (last - first) / one <= MOST_TICKS) ?? 365 * DAY_MS;
    const count = Math.floor(last / step) - Math.ceil(first / step) + 1;
    const times = Array.from({ length: Math.max(0, count) }, (_, index) => (Math.ceil(first / step) + index) * step);
    this.#shown = times.map((time) => this.#tick((time - start) / whole, tickLabel(time)));
    this.#svg.prepend(...this.#shown);
  }

  #tick(share: number, label: string): Element {
    const create = (name: string) => document.createElementNS(this.#svg.namespaceURI, name);
    const tick = create('svg');
    tick.setAttribute('class', 't live');
    tick.setAttribute('x', `${share * 100}%`);
    const line = create('path');
    line.setAttribute('d', `M0 16V${this.#height}`);
    const text = create('text');
    text.setAttribute('y', '11');
    text.textContent = label;
    tick.append(line, text);
    return tick;
  }
}
