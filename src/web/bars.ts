import { html } from 'hono/html';
import type { HourlyRhythm } from '../monitor/rhythm.ts';
import type { Markup } from './layout.ts';

const HEIGHT = 10;

/** One bar for each hour, and over them a line for what is usual. */
export function hourBars({ hours }: HourlyRhythm): Markup {
  const most = Math.max(1, ...hours.map(({ count, usual }) => Math.max(count, usual)));
  const y = (value: number) => Number((HEIGHT - (value / most) * HEIGHT).toFixed(1));
  const bars = hours
    .map(({ count }, index) => (count > 0 ? `M${index} ${HEIGHT}V${y(count)}h.8V${HEIGHT}` : ''))
    .join('');
  const usual = hours.map((hour, index) => `${index}.5 ${y(hour.usual)}`).join('L');
  const total = hours.reduce((sum, { count }) => sum + count, 0);
  const label = `${total} in ${hours.length} hours`;
  return html`<svg
    viewBox="0 0 ${hours.length} ${HEIGHT}"
    preserveAspectRatio="none"
    role="img"
    aria-label="${label}"
  >
    <path class="bars" d="${bars}" />
    <path class="usual" d="M${usual}" />
  </svg>`;
}

/** One bar for each day. */
export function dayBars(days: readonly { startMs: number; count: number }[]): Markup {
  const most = Math.max(1, ...days.map(({ count }) => count));
  return html`<svg
    class="days"
    viewBox="0 0 ${days.length} ${HEIGHT}"
    preserveAspectRatio="none"
    role="img"
    aria-label="articles a day"
  >
    ${days.map(({ startMs, count }, index) => {
      const height = Number(((count / most) * HEIGHT).toFixed(1));
      const day = new Date(startMs).toISOString().slice(0, 10);
      return html`<rect
        class="bars"
        x="${index}"
        y="${HEIGHT - height}"
        width=".8"
        height="${height}"
        ><title>${day}: ${count}</title></rect
      >`;
    })}
  </svg>`;
}
