import { LiveTicks } from './live-ticks.ts';
import { say } from './say.ts';

const WIDEST = 256;

class TimeLine {
  readonly #scroll: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #readout = document.createElement('p');
  readonly #rows: readonly HTMLElement[];
  readonly #ticks: LiveTicks;
  #zoom = 1;

  constructor(figure: HTMLElement, scroll: HTMLElement, svg: SVGSVGElement) {
    this.#scroll = scroll;
    this.#svg = svg;
    this.#ticks = new LiveTicks(svg);
    const finding = figure.closest('.finding');
    this.#rows = finding === null ? [] : [...finding.querySelectorAll<HTMLElement>('tr[data-i]')];
    this.#readout.className = 'readout';
    this.#addButtons(figure);
    figure.append(this.#readout);
    scroll.addEventListener('scroll', () => this.#follow());
    scroll.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    svg.addEventListener('pointermove', (event) => this.#point(event));
    svg.addEventListener('pointerleave', () => this.#light(null));
    this.#watchRows();
  }

  #addButtons(figure: HTMLElement): void {
    const bar = document.createElement('div');
    bar.className = 'zoom';
    const add = (sign: string, name: string, act: () => void) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = sign;
      button.title = name;
      // A sign is read out as anything; a word speaks for itself.
      if (!/\w/.test(sign)) button.setAttribute('aria-label', name);
      button.addEventListener('click', act);
      bar.append(button);
    };
    add('−', 'Zoom out', () => this.#zoomTo(this.#zoom / 2));
    add('+', 'Zoom in', () => this.#zoomTo(this.#zoom * 2));
    add('Fit', 'Show all', () => this.#zoomTo(1));
    figure.querySelector('figcaption')?.append(bar);
  }

  /** @param at the place in the visible part that stays where it is */
  #zoomTo(wanted: number, at = this.#scroll.clientWidth / 2): void {
    const zoom = Math.max(1, Math.min(WIDEST, wanted));
    const share = (this.#scroll.scrollLeft + at) / this.#svg.clientWidth;
    this.#zoom = zoom;
    this.#svg.style.width = `${zoom * 100}%`;
    this.#scroll.scrollLeft = share * this.#scroll.clientWidth * zoom - at;
    // What scrolls has to be reachable by keyboard.
    if (zoom > 1) this.#scroll.tabIndex = 0;
    else this.#scroll.removeAttribute('tabindex');
    this.#follow();
    say(`Zoom ${Math.round(zoom)}`);
  }

  /** Names of lanes stay in sight, and there are ticks wherever one looks. */
  #follow(): void {
    const { scrollLeft, clientWidth } = this.#scroll;
    const width = this.#svg.clientWidth;
    this.#ticks.draw(this.#zoom > 1, scrollLeft / width, (scrollLeft + clientWidth) / width);
    for (const label of this.#svg.querySelectorAll('.lane')) label.setAttribute('x', String(this.#scroll.scrollLeft));
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const at = event.clientX - this.#scroll.getBoundingClientRect().left;
    this.#zoomTo(this.#zoom * (event.deltaY < 0 ? 1.5 : 1 / 1.5), at);
  }

  #point({ target }: PointerEvent): void {
    const shape = target instanceof Element ? target.closest('.m, rect') : null;
    this.#light(shape);
  }

  #light(shape: Element | null): void {
    this.#readout.textContent = shape?.querySelector('title')?.textContent ?? '';
    for (const other of this.#svg.querySelectorAll('.m.lit')) if (other !== shape) other.classList.remove('lit');
    if (shape?.classList.contains('m')) shape.classList.add('lit');
    const wanted = shape?.getAttribute('data-e')?.split(' ') ?? [];
    for (const row of this.#rows) row.classList.toggle('lit', wanted.includes(row.dataset.i ?? ''));
  }

  /** From a row of the table to its mark. */
  #watchRows(): void {
    const marks = [...this.#svg.querySelectorAll('.m[data-e]')];
    for (const row of this.#rows) {
      const mark = marks.find((one) =>
        one
          .getAttribute('data-e')
          ?.split(' ')
          .includes(row.dataset.i ?? ''),
      );
      if (mark === undefined) continue;
      row.addEventListener('pointerenter', () => mark.classList.add('lit'));
      row.addEventListener('pointerleave', () => mark.classList.remove('lit'));
    }
  }
}

/** A report may hold a thousand: each wakes up when it comes into sight. */
export function watchTimeLines(): void {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      observer.unobserve(target);
      const scroll = target.querySelector<HTMLElement>('.scroll');
      const svg = target.querySelector('svg');
      if (scroll !== null && svg !== null) new TimeLine(target, scroll, svg);
    }
  });
  for (const figure of document.querySelectorAll('.tl')) observer.observe(figure);
}
