import { type Markup, markup } from '../../html/markup.ts';
import type { View } from '../../outline/view.ts';
import type { Picture } from '../../timeline/picture.ts';
import { drawSvg } from './svg.ts';

const zoneOf = ({ basis }: Picture, { zone }: View): string =>
  basis === 'assumed-local' ? 'as written, the log names no zone' : zone;

/** A drawing with its caption; the script adds the buttons. */
export function figure(picture: Picture, view: View, title: string, name: string): Markup {
  const [from, to] = picture.ends;
  const span = `${from} to ${to}`;
  const more = picture.leftOut === null ? null : ` · ${picture.leftOut}`;
  const svg = drawSvg(picture, view, name);
  return markup`
    <figure class="tl">
      <figcaption><b>${title}</b> <span class="quiet">${span} · ${zoneOf(picture, view)}${more}</span></figcaption>
      <div class="scroll">${svg}</div>
    </figure>`;
}
